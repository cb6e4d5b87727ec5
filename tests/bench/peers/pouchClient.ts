import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import PouchDB from 'pouchdb'

/** The facts as documents: they lie in a local database first, as an outbox does; then they are replicated up, and down into an empty one. */
const [, , folder = '', file = '', url = ''] = process.argv
mkdirSync(folder, { recursive: true })
const batch = 1_000
const options = { batch_size: batch, batches_limit: 10 } as const

const docs: object[] = readFileSync(file, 'utf8')
  .split('\n')
  .map((line) => {
    const { id, ...event }: { id: string } = JSON.parse(line)
    return { _id: id, ...event }
  })
const first = new PouchDB(join(folder, 'first'))
for (let from = 0; from < docs.length; from += batch) await first.bulkDocs(docs.slice(from, from + batch))

const pushBegun = performance.now()
await first.replicate.to(url, options)
const pushMs = performance.now() - pushBegun

const second = new PouchDB(join(folder, 'second'))
const pullBegun = performance.now()
await second.replicate.from(url, options)
const pullMs = performance.now() - pullBegun

const { doc_count: received } = await second.info()
process.send?.({ pushMs, pullMs, received })
process.once('disconnect', () => process.exit(0))
