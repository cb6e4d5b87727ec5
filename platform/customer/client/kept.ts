import type { Decision, Relation, Signature } from '../../../core/domain/consent/types.ts'

/** What was pressed, typed and signed on this phone, until the platform has it. */
export type Draft = {
  readonly answers: Readonly<Record<string, Decision>>
  readonly name: string
  readonly relation: Relation
  readonly basis: string
  readonly signature: Signature | null
  /** It was sent, and nobody has said yet that it arrived. */
  readonly isSent: boolean
}

/** A phone that keeps nothing (a private window, a full store) still answers. */
export function keep(key: string, draft: Draft | null): void {
  try {
    if (draft === null) localStorage.removeItem(key)
    else localStorage.setItem(key, JSON.stringify(draft))
  } catch {
    return
  }
}

export function readKept(key: string): Draft | null {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? 'null')
    return isDraft(kept) ? kept : null
  } catch {
    return null
  }
}

/** Written by this page alone: its outline is enough. */
function isDraft(value: unknown): value is Draft {
  return typeof value === 'object' && value !== null && 'answers' in value && 'signature' in value && 'isSent' in value && 'name' in value
}
