import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  create,
  fromBinary,
  makeClientId,
  makeClock,
  merkle,
  MessageEnvelopeSchema,
  MessageSchema,
  setClock,
  SyncRequestSchema,
  SyncResponseSchema,
  Timestamp,
  toBinary,
  type SyncResponse,
  type TrieNode,
} from '@actual-app/crdt'
import Database from 'better-sqlite3'

/**
 * What Actual's client does (actualbudget/actual, packages/loot-core/src/server/sync): messages lie in `messages_crdt` with their
 * cells set and their trie kept; a sync sends what is new and applies what comes, in one transaction, until both tries agree.
 */
const [, , folder = '', file = '', url = ''] = process.argv
mkdirSync(folder, { recursive: true })
const zero = '1970-01-01T00:00:00.000Z-0000-0000000000000000'

function open(name: string) {
  const db = new Database(join(folder, name))
  db.pragma('journal_mode = wal')
  db.pragma('synchronous = FULL')
  db.exec(`CREATE TABLE messages_crdt (id INTEGER PRIMARY KEY, timestamp TEXT NOT NULL UNIQUE, dataset TEXT NOT NULL, row TEXT NOT NULL,
    "column" TEXT NOT NULL, value BLOB NOT NULL);
  CREATE TABLE events (id TEXT PRIMARY KEY, text TEXT)`)
  const insert = db.prepare<[string, string, string, string, string]>(
    'INSERT OR IGNORE INTO messages_crdt (timestamp, dataset, row, "column", value) VALUES (?, ?, ?, ?, ?)',
  )
  const existing = db.prepare<[string], { one: number }>('SELECT 1 AS one FROM events WHERE id = ?')
  const update = db.prepare<[string, string]>('UPDATE events SET text = ? WHERE id = ?')
  const add = db.prepare<[string, string]>('INSERT INTO events (id, text) VALUES (?, ?)')
  return { db, insert, existing, update, add }
}

type Kept = { readonly timestamp: string; readonly dataset: string; readonly row: string; readonly column: string; readonly value: string }

function apply({ db, insert, existing, update, add }: ReturnType<typeof open>, messages: readonly Kept[], before: TrieNode): TrieNode {
  return db.transaction(() => {
    let trie = before
    for (const { timestamp, dataset, row, column, value } of messages) {
      if (existing.get(row) === undefined) add.run(row, value)
      else update.run(value, row)
      insert.run(timestamp, dataset, row, column, value)
      const parsed = Timestamp.parse(timestamp)
      if (parsed !== null) trie = merkle.insert(trie, parsed)
    }
    return merkle.prune(trie)
  })()
}

async function exchange(messages: readonly Kept[], since: string): Promise<SyncResponse> {
  const envelopes = messages.map(({ timestamp, ...message }) =>
    create(MessageEnvelopeSchema, { timestamp, isEncrypted: false, content: toBinary(MessageSchema, create(MessageSchema, message)) }),
  )
  const body = toBinary(SyncRequestSchema, create(SyncRequestSchema, { messages: envelopes, fileId: 'bench', groupId: 'bench', since }))
  const response = await fetch(url, { method: 'POST', body: new Uint8Array(body) })
  return fromBinary(SyncResponseSchema, new Uint8Array(await response.arrayBuffer()))
}

function agree(trie: TrieNode, theirs: string): void {
  if (merkle.diff(trie, JSON.parse(theirs)) !== null) throw new Error('the tries differ')
}

setClock(makeClock(new Timestamp(0, 0, makeClientId())))
Timestamp.init({ node: makeClientId() })
const kept = readFileSync(file, 'utf8')
  .split('\n')
  .map((value): Kept => {
    const { id }: { id: string } = JSON.parse(value)
    return { timestamp: Timestamp.send()?.toString() ?? '', dataset: 'events', row: id, column: 'text', value: `S:${value}` }
  })
const first = open('first.sqlite')
const firstTrie = apply(first, kept, merkle.emptyTrie())

const pushBegun = performance.now()
const waiting = first.db
  .prepare<[string], Kept>('SELECT timestamp, dataset, row, "column", value FROM messages_crdt WHERE timestamp > ? ORDER BY timestamp')
  .all(zero)
const newest = waiting.at(-1)?.timestamp ?? zero
agree(firstTrie, (await exchange(waiting, newest)).merkle)
const pushMs = performance.now() - pushBegun

const second = open('second.sqlite')
const pullBegun = performance.now()
const answer = await exchange([], zero)
const secondTrie = apply(
  second,
  answer.messages.map(({ timestamp, content }) => ({ timestamp, ...fromBinary(MessageSchema, content) })),
  merkle.emptyTrie(),
)
agree(secondTrie, answer.merkle)
const pullMs = performance.now() - pullBegun

const received = second.db.prepare<[], { n: number }>('SELECT count(*) AS n FROM events').get()?.n ?? 0
process.send?.({ pushMs, pullMs, received })
process.once('disconnect', () => process.exit(0))
