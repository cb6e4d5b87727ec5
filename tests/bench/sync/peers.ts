import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { told, type EvidenceRow } from '../../../electron/care/evidence.ts'
import { numberOf, startChild } from './child.ts'

const folder = join(import.meta.dirname, '..', 'peers')

export type PeerName = 'pouch' | 'actual'
export type PeerTimes = { readonly pushMs: number; readonly pullMs: number }

const packages = { pouch: ['pouchdb', 'express-pouchdb', 'express'], actual: ['@actual-app/crdt'] } as const satisfies Readonly<
  Record<PeerName, readonly string[]>
>

/** Null when the peer's packages are not installed (`npm ci --prefix tests/bench/peers`): then nothing is said about it. */
export async function peerTimes(peer: PeerName, work: string, texts: readonly string[]): Promise<PeerTimes | null> {
  if (packages[peer].some((name) => !existsSync(join(folder, 'node_modules', name)))) return null
  const own = join(work, peer)
  mkdirSync(own, { recursive: true })
  const file = join(own, 'events.ndjson')
  writeFileSync(file, texts.join('\n'))
  const server = await startChild(join(folder, `${peer}Server.ts`), [join(own, 'server')])
  try {
    const client = await startChild(join(folder, `${peer}Client.ts`), [join(own, 'client'), file, String(server.said['url'])])
    await client.stop()
    const received = numberOf(client.said, 'received')
    if (received !== texts.length) throw new Error(`${peer}: ${received} of ${texts.length} came`)
    return { pushMs: numberOf(client.said, 'pushMs'), pullMs: numberOf(client.said, 'pullMs') }
  } finally {
    await server.stop()
  }
}

export function notInstalled(peer: PeerName): EvidenceRow {
  return { ...told(`sync/${peer}`, 0, 'not measured'), wanted: 'npm ci --prefix tests/bench/peers' }
}
