import type { EventId } from '../basics/ids.ts'
import { deviceKeyMadeType, deviceStreamOwner } from './deviceEvents.ts'
import { isJobEventType, jobIdOfStream, parseJobEvent } from './jobEvents.ts'
import { isRequestEventType, parseRequestEvent, requestIdOfStream } from './requestEvents.ts'
import { isSettingStream, parseSettingEvent, settingSavedType } from './settingEvents.ts'
import { eventVersion } from './versions.ts'

/** An event that this program keeps but cannot read. `newer`: after an upgrade it can. `invalid`: it says nothing that any version would. */
export type UnreadReason = 'newer' | 'invalid'
export type UnreadEvent = { readonly id: EventId; readonly stream: string; readonly reason: UnreadReason }

/** Why an event cannot be read by this program; null when it can. */
export function unreadOf(event: {
  readonly stream: string
  readonly type: string
  readonly v: number
  readonly payload: string
}): UnreadReason | null {
  const { stream, type, v } = event
  if (jobIdOfStream(stream) !== null) return isJobEventType(type) ? unless(parseJobEvent(event), type, v) : 'newer'
  if (requestIdOfStream(stream) !== null) return isRequestEventType(type) ? unless(parseRequestEvent(event), type, v) : 'newer'
  if (isSettingStream(stream)) return type === settingSavedType ? unless(parseSettingEvent(event), type, v) : 'newer'
  if (deviceStreamOwner(stream) !== null) return type === deviceKeyMadeType ? null : 'newer'
  return 'newer'
}

function unless(read: unknown, type: string, v: number): UnreadReason | null {
  if (read !== null) return null
  return v > eventVersion(type) ? 'newer' : 'invalid'
}
