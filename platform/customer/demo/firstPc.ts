import type { DeviceId, GarageId, PersonId } from '../../../core/basics/ids.ts'
import { utcMs } from '../../../core/basics/instant.ts'
import { canonicalJson } from '../../../core/wire/canonical.ts'
import { deviceEventVersion, deviceKeyMadeType, deviceStream } from '../../../core/wire/deviceEvents.ts'
import { chainStart, hashedTextOfStored } from '../../../core/wire/envelope.ts'
import { nextHlc, type Hlc } from '../../../core/wire/hlc.ts'
import { enrolAnswer, pushAnswer } from '../../../core/wire/protocol.ts'
import { deviceMessage, eventMessage } from '../../../core/wire/signing.ts'
import { settingSavedType, settingStream } from '../../../core/wire/settingEvents.ts'
import type { WireEvent } from '../../../core/wire/wireEvent.ts'
import { makeFirstCode } from '../../access/codes.ts'
import { newKeyPair, sha256Hex, signWith } from '../../access/keys.ts'
import { newId } from '../../access/newId.ts'
import { plainCode } from '../../access/secrets.ts'
import type { Platform } from '../../server.ts'
import { demoGarageName, demoSettings } from './settings.ts'

/** The owner's PC of the demo garage: it enrols, announces its key, tells the settings, and is never seen again. */
export async function foundDemoGarage({ url, database }: Platform): Promise<GarageId> {
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
  const settings = demoSettings(garage, nowUtcMs)
  const owner = newId<PersonId>(nowUtcMs)
  const facts = [
    {
      stream: deviceStream(device),
      type: deviceKeyMadeType,
      v: deviceEventVersion,
      payload: { publicKeyHex: keys.publicKeyHex, keeper: 'memory' },
    },
    ...settings.map((saved) => ({ stream: settingStream(saved.kind, saved.id), type: settingSavedType, v: 1, payload: saved })),
  ]
  let head: { readonly hash: string; readonly hlc: Hlc | null } = { hash: chainStart, hlc: null }
  const events = facts.map((fact, index): WireEvent => {
    const unhashed = {
      ...fact,
      payload: canonicalJson(fact.payload),
      id: newId<WireEvent['id']>(nowUtcMs),
      garage,
      device,
      dseq: index + 1,
      hlc: nextHlc(head.hlc, nowUtcMs),
      wallAtUtcMs: nowUtcMs,
      serverOffsetMs: null,
      actor: owner,
      parents: [],
      prevHash: head.hash,
    }
    const hash = sha256Hex(hashedTextOfStored(unhashed))
    head = { hash, hlc: unhashed.hlc }
    return { ...unhashed, hash, signature: signWith(keys.privateKeyPem, eventMessage(hash)) }
  })
  const { quarantined } = pushAnswer.parse(await posted(`${url}/v1/push`, accessToken, { historyId, device, events }))
  if (quarantined > 0) throw new Error(`${quarantined} settings of the demo garage were quarantined`)
  return garage
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
