import type { GarageId } from '../../../core/basics/ids.ts'
import type { OpenGarage } from '../../../core/domain/platform/visit.ts'
import { canonicalOrder } from '../../../core/sync/order.ts'
import { parseSettingEvent, type SettingEventKind } from '../../../core/wire/settingEvents.ts'
import { bayRow, hoursRow, profileRow, serviceRow } from '../../../core/wire/settingRows.ts'
import type { Client, Database } from '../../database/pool.ts'
import { eventColumns, storedEvent, type EventRow } from '../../log/events.ts'

export type ListedGarage = { readonly garage: GarageId; readonly name: string }

export async function listGarages(client: Client | Database): Promise<readonly ListedGarage[]> {
  const { rows } = await client.query<ListedGarage>('SELECT garage, name FROM garage ORDER BY name, garage LIMIT 200')
  return rows
}

const settingsSql = `SELECT ${eventColumns} FROM event WHERE garage = $1 AND type = 'settingSaved' ORDER BY gseq`

/** The garage as its settings say; null while it has not told them yet. */
export async function readOpenGarage(client: Client | Database, garage: GarageId): Promise<OpenGarage | null> {
  const { rows } = await client.query<EventRow>(settingsSql, [garage])
  const streams = Map.groupBy(rows.map(storedEvent), ({ stream }) => stream)
  // Of each row the last saving that this program can read.
  const saved = [...streams.values()].flatMap(
    (events) =>
      canonicalOrder(events)
        .flatMap(({ event }) => parseSettingEvent(event) ?? [])
        .at(-1) ?? [],
  )
  const values = (kind: SettingEventKind): readonly unknown[] =>
    saved
      .filter((each) => each.kind === kind)
      .toSorted((a, b) => a.position - b.position)
      .map(({ value }) => value)
  const profile = profileRow.safeParse(values('profile').at(0))
  const hours = hoursRow.safeParse(values('hours').at(0))
  if (!profile.success || !hours.success) return null
  return {
    profile: profile.data,
    hours: hours.data,
    bays: values('bay').map((value) => bayRow.parse(value)),
    services: values('service').map((value) => serviceRow.parse(value)),
  }
}
