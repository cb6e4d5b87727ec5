import type { DeviceId, EventId, GarageId, PersonId } from '../../../core/basics/ids.ts'
import { utcMs } from '../../../core/basics/instant.ts'
import type { Person } from '../../../core/domain/garage/types.ts'
import { canonicalJson } from '../../../core/wire/canonical.ts'
import { deviceEventVersion, deviceKeyMadeType, deviceStream } from '../../../core/wire/deviceEvents.ts'
import { chainStart, hashedTextOfStored } from '../../../core/wire/envelope.ts'
import { nextHlc, type Hlc } from '../../../core/wire/hlc.ts'
import { enrolAnswer, pushAnswer } from '../../../core/wire/protocol.ts'
import { deviceMessage, eventMessage } from '../../../core/wire/signing.ts'
import { settingSavedType, settingStream } from '../../../core/wire/settingEvents.ts'
import { personRow } from '../../../core/wire/settingRows.ts'
import type { WireEvent } from '../../../core/wire/wireEvent.ts'
import { makeFirstCode } from '../../access/codes.ts'
import { newKeyPair, sha256Hex, signWith } from '../../access/keys.ts'
import { newId } from '../../access/newId.ts'
import { plainCode } from '../../access/secrets.ts'
import type { Platform } from '../../server.ts'
import { demoGarageName, demoSettings } from './settings.ts'

/** What somebody at the desk did, and when. */
export type DeskFact = Pick<WireEvent, 'stream' | 'type' | 'v' | 'actor' | 'wallAtUtcMs' | 'parents'> & { readonly payload: unknown }

/** The first PC of the demo garage, and who works there. */
export type FirstPc = {
  readonly garage: GarageId
  /** Records facts and pushes them. @returns their ids, in their order */
  readonly say: (facts: readonly DeskFact[]) => Promise<readonly EventId[]>
  readonly people: readonly Person[]
}

/** It enrols, announces its key, tells the settings and what the desk did this morning, and is never seen again. */
export async function foundDemoGarage({ url, database }: Platform): Promise<FirstPc> {
  const nowUtcMs = utcMs(Date.now())
  const device = newId<DeviceId>(nowUtcMs)
  const keys = newKeyPair()
  const { code } = await makeFirstCode(database, demoGarageName, nowUtcMs)
  const enrolled = enrolAnswer.parse(
    await posted(`${url}/v1/enrol`, null, {
      code,
      device,
      publicKeyHex: keys.publicKeyHex,
      deviceName: 'رایانه مالک',
      programVersion: 'demo',
      garage: newId<GarageId>(nowUtcMs),
      newestJobNo: 0,
      signature: signWith(keys.privateKeyPem, deviceMessage('enrol', device, sha256Hex(plainCode(code)))),
    }),
  )
  const { garage, historyId, accessToken } = enrolled
  let head: { readonly dseq: number; readonly hash: string; readonly hlc: Hlc | null } = { dseq: 0, hash: chainStart, hlc: null }
  const sealed = (fact: DeskFact): WireEvent => {
    const unhashed = {
      ...fact,
      payload: canonicalJson(fact.payload),
      id: newId<EventId>(nowUtcMs),
      garage,
      device,
      dseq: head.dseq + 1,
      hlc: nextHlc(head.hlc, nowUtcMs),
      serverOffsetMs: null,
      prevHash: head.hash,
    }
    const hash = sha256Hex(hashedTextOfStored(unhashed))
    head = { dseq: unhashed.dseq, hash, hlc: unhashed.hlc }
    return { ...unhashed, hash, signature: signWith(keys.privateKeyPem, eventMessage(hash)) }
  }
  const say = async (facts: readonly DeskFact[]): Promise<readonly EventId[]> => {
    const events = facts.map(sealed)
    const { quarantined } = pushAnswer.parse(await posted(`${url}/v1/push`, accessToken, { historyId, device, events }))
    if (quarantined > 0) throw new Error(`${quarantined} facts of the demo garage were quarantined`)
    return events.map(({ id }) => id)
  }
  const settings = demoSettings(garage, nowUtcMs)
  const owner = newId<PersonId>(nowUtcMs)
  const told = { actor: owner, wallAtUtcMs: nowUtcMs, parents: [] } as const
  await say([
    {
      ...told,
      stream: deviceStream(device),
      type: deviceKeyMadeType,
      v: deviceEventVersion,
      payload: { publicKeyHex: keys.publicKeyHex, keeper: 'memory' },
    },
    ...settings.map((saved) => ({ ...told, stream: settingStream(saved.kind, saved.id), type: settingSavedType, v: 1, payload: saved })),
  ])
  return { garage, say, people: settings.flatMap(({ kind, value }) => (kind === 'person' ? [personRow.parse(value)] : [])) }
}

async function posted(address: string, token: string | null, body: unknown): Promise<unknown> {
  const response = await fetch(address, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...(token === null ? {} : { Authorization: `Bearer ${token}` }) },
    body: JSON.stringify(body),
  })
  const answer: unknown = await response.json()
  if (!response.ok) throw new Error(`the platform refused the demo garage: ${JSON.stringify(answer)}`)
  return answer
}
