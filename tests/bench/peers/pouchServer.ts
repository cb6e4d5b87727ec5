import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import express from 'express'
import expressPouchDb from 'express-pouchdb'
import PouchDB from 'pouchdb'

/** CouchDB's HTTP interface as PouchDB Server gives it, over LevelDB in the folder that is named. */
const folder = process.argv[2] ?? ''
mkdirSync(folder, { recursive: true })
const app = express()
app.use(
  expressPouchDb(PouchDB.defaults({ prefix: `${folder}/` }), {
    mode: 'minimumForPouchDB',
    inMemoryConfig: true,
    logPath: join(folder, 'log.txt'),
  }),
)
const server = app.listen(0, '127.0.0.1', () => {
  const address = server.address()
  process.send?.({ url: typeof address === 'object' && address !== null ? `http://127.0.0.1:${address.port}/garage` : '' })
})
process.once('disconnect', () => process.exit(0))
