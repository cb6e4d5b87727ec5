import { Client } from 'pg'
import { headChannel, tellHeads } from '../log/events.ts'
import type { DeviceId, GarageId } from '../../core/basics/ids.ts'
import type { Database } from '../database/pool.ts'

export type Head = {
  readonly garage: GarageId
  readonly historyId: string
  readonly headGseq: number
  /** A device whose lines end with this. */
  readonly revoked?: DeviceId
}
export type HeadListener = (head: Head | 'missed') => void

/** Tells this process's live lines of new heads, by one connection that listens for all garages. */
export type Heads = {
  readonly follow: (garage: GarageId, listener: HeadListener) => () => void
  /** Tells every process, after the commit: a notice inside of it would make all garages commit one after the other. */
  readonly tell: (head: Head) => void
  readonly lines: () => number
  readonly close: () => Promise<void>
}

const firstWaitMs = 100
const longestWaitMs = 5_000

export function followHeads(database: Database, url: string): Heads {
  const listeners = new Map<GarageId, Set<HeadListener>>()
  const waiting = new Map<string, Head>()
  let sending: Promise<void> | null = null
  let closed = false
  let client: Client | null = null
  let retry: NodeJS.Timeout | null = null

  const connect = async (waitMs: number): Promise<void> => {
    if (closed) return
    const fresh = new Client({ connectionString: url, application_name: 'pishkhan-live', connectionTimeoutMillis: 10_000 })
    let over = false
    const again = (): void => {
      if (over) return
      over = true
      fresh.end().catch(() => {})
      if (client === fresh) client = null
      if (!closed) retry = setTimeout(() => void connect(Math.min(longestWaitMs, waitMs * 2)), waitMs)
    }
    fresh.on('error', again)
    fresh.on('end', again)
    fresh.on('notification', ({ payload = '' }) => {
      const head = readHead(payload)
      if (head !== null) for (const listener of listeners.get(head.garage) ?? []) listener(head)
    })
    try {
      await fresh.connect()
      await fresh.query(`LISTEN ${headChannel}`)
      client = fresh
      waitMs = firstWaitMs
      // What was said while nobody listened is made up for: everybody looks again.
      for (const all of listeners.values()) for (const listener of all) listener('missed')
    } catch {
      again()
    }
  }

  const send = async (): Promise<void> => {
    while (waiting.size > 0) {
      const heads = [...waiting.values()]
      waiting.clear()
      // A lost notice costs a poll's time, never a fact.
      await tellHeads(database, heads).catch(() => {})
    }
    sending = null
  }

  const ready = connect(firstWaitMs)
  return {
    follow: (garage, listener) => {
      const all = listeners.get(garage) ?? new Set<HeadListener>()
      listeners.set(garage, all.add(listener))
      return () => {
        all.delete(listener)
        if (all.size === 0 && listeners.get(garage) === all) listeners.delete(garage)
      }
    },
    tell: (head) => {
      waiting.set(`${head.garage} ${head.revoked ?? ''}`, head)
      sending ??= send()
    },
    lines: () => [...listeners.values()].reduce((sum, all) => sum + all.size, 0),
    close: async () => {
      closed = true
      if (retry !== null) clearTimeout(retry)
      await ready
      await sending
      await client?.end().catch(() => {})
    },
  }
}

function readHead(payload: string): Head | null {
  try {
    const head: unknown = JSON.parse(payload)
    return isHead(head) ? head : null
  } catch {
    return null
  }
}

function isHead(value: unknown): value is Head {
  if (typeof value !== 'object' || value === null || !('garage' in value) || !('historyId' in value) || !('headGseq' in value)) return false
  return typeof value.garage === 'string' && typeof value.historyId === 'string' && typeof value.headGseq === 'number'
}
