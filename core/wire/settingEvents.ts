import { z } from 'zod'
import { noteText } from './fields.ts'
import { parsedPayload } from './jobEvents.ts'
import { materialRow } from './materialFields.ts'
import { bayRow, hoursRow, personRow, profileRow, queueRow, serviceRow, vatRow } from './settingRows.ts'
import { upcast } from './versions.ts'

/**
 * What the owner sets, as it travels between the PCs of one garage: each saving of a row is an event in the row's own stream,
 * and the row is what the last one in canonical order says. So the last writer wins, and who changed a price, when, is kept.
 */
export const settingSavedType = 'settingSaved'
export const settingKinds = ['profile', 'hours', 'queue', 'bay', 'person', 'service', 'vat', 'material'] as const
export type SettingEventKind = (typeof settingKinds)[number]

/** `position` orders the rows of a kind on the screens. */
export type SettingSaved = {
  readonly kind: SettingEventKind
  readonly id: string
  readonly position: number
  readonly value: unknown
}

const values = {
  profile: profileRow,
  hours: hoursRow,
  queue: queueRow,
  bay: bayRow,
  person: personRow,
  service: serviceRow,
  vat: vatRow,
  material: materialRow,
} as const satisfies { readonly [Kind in SettingEventKind]: z.ZodType }

const settingSaved = z.strictObject({
  kind: z.enum(settingKinds),
  id: noteText.min(1).max(60),
  position: z.int().min(0),
  value: z.unknown(),
})

export function settingStream(kind: SettingEventKind, id: string): string {
  return `setting:${kind}:${id}`
}

export function isSettingStream(stream: string): boolean {
  return stream.startsWith('setting:')
}

/** Reads a stored saving; null for what this program does not know, and for one that speaks of another row than its stream's. */
export function parseSettingEvent({
  stream,
  type,
  v,
  payload,
}: {
  readonly stream: string
  readonly type: string
  readonly v: number
  readonly payload: string
}): SettingSaved | null {
  const newest = type === settingSavedType ? upcast(type, v, parsedPayload(payload)) : null
  const saved = settingSaved.safeParse(newest)
  if (
    !saved.success ||
    stream !== settingStream(saved.data.kind, saved.data.id) ||
    !values[saved.data.kind].safeParse(saved.data.value).success
  )
    return null
  return saved.data
}

/** For the protocol's document (platform/openapi). */
export { settingSaved as settingSavedSchema, values as settingValueSchemas }
