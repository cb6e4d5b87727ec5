import type { WireEvent } from '../../core/wire/wireEvent.ts'

/** An event as stored, in the words of the protocol; `parents` is still text. */
export type WireRow = Omit<WireEvent, 'parents'> & { readonly parents: string }

export const wireColumns = `id, garage, device, dseq, hlc, wall_at_utc_ms AS wallAtUtcMs, server_offset_ms AS serverOffsetMs, actor, type, v,
  stream, parents, payload, prev_hash AS prevHash, hash, signature`

/** What was stored is sent, byte for byte. */
export function wireEventOf(row: WireRow): WireEvent {
  return { ...row, parents: parentsOf(row) }
}

export function parentsOf({ parents }: Pick<WireRow, 'parents'>): WireEvent['parents'] {
  return JSON.parse(parents)
}
