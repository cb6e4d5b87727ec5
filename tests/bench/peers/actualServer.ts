import { mkdirSync } from 'node:fs'
import { createServer, type IncomingMessage } from 'node:http'
import { join } from 'node:path'
import {
  create,
  fromBinary,
  merkle,
  MessageEnvelopeSchema,
  SyncRequestSchema,
  SyncResponseSchema,
  Timestamp,
  toBinary,
  type MessageEnvelope,
  type TrieNode,
} from '@actual-app/crdt'
import Database from 'better-sqlite3'

/**
 * What Actual's server does with a sync (actualbudget/actual, packages/sync-server/src/sync-simple.js): every new message is a
 * row and goes into the merkle trie, in one transaction; the answer is what the caller lacks, and the trie.
 */
const folder = process.argv[2] ?? ''
mkdirSync(folder, { recursive: true })
const db = new Database(join(folder, 'group.sqlite'))
db.pragma('journal_mode = wal')
db.pragma('synchronous = FULL')
db.exec(`CREATE TABLE messages_binary (timestamp TEXT PRIMARY KEY, is_encrypted BOOLEAN, content BLOB);
CREATE TABLE messages_merkles (id TEXT PRIMARY KEY, merkle TEXT)`)

const insert = db.prepare<[string, number, Buffer]>(
  'INSERT OR IGNORE INTO messages_binary (timestamp, is_encrypted, content) VALUES (?, ?, ?)',
)
const readTrie = db.prepare<[], { merkle: string }>('SELECT merkle FROM messages_merkles WHERE id = 1')
const writeTrie = db.prepare<[string]>(
  'INSERT INTO messages_merkles (id, merkle) VALUES (1, ?) ON CONFLICT (id) DO UPDATE SET merkle = excluded.merkle',
)
const since = db.prepare<[string], { timestamp: string; is_encrypted: number; content: Buffer }>(
  'SELECT * FROM messages_binary WHERE timestamp > ? ORDER BY timestamp',
)

const addMessages = db.transaction((messages: readonly MessageEnvelope[]): TrieNode => {
  let trie: TrieNode = JSON.parse(readTrie.get()?.merkle ?? '{}')
  for (const { timestamp, isEncrypted, content } of messages) {
    const { changes } = insert.run(timestamp, isEncrypted ? 1 : 0, Buffer.from(content))
    const parsed = Timestamp.parse(timestamp)
    if (changes > 0 && parsed !== null) trie = merkle.insert(trie, parsed)
  }
  trie = merkle.prune(trie)
  writeTrie.run(JSON.stringify(trie))
  return trie
})

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of request) if (Buffer.isBuffer(chunk)) chunks.push(chunk)
  return Buffer.concat(chunks)
}

async function answerTo(request: IncomingMessage): Promise<Uint8Array> {
  const asked = fromBinary(SyncRequestSchema, await bodyOf(request))
  const messages = since
    .all(asked.since)
    .map(({ timestamp, is_encrypted: isEncrypted, content }) =>
      create(MessageEnvelopeSchema, { timestamp, isEncrypted: isEncrypted === 1, content }),
    )
  const trie = addMessages(asked.messages)
  return toBinary(SyncResponseSchema, create(SyncResponseSchema, { merkle: JSON.stringify(trie), messages }))
}

const server = createServer((request, response) => {
  void answerTo(request).then((answer) => response.writeHead(200, { 'content-type': 'application/actual-sync' }).end(answer))
})
server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  process.send?.({ url: typeof address === 'object' && address !== null ? `http://127.0.0.1:${address.port}` : '' })
})
process.once('disconnect', () => process.exit(0))
