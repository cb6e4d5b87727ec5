import { describe, expect, it } from 'vitest'
import type { ProofFault } from '../../core/wire/proofCheck/fault.ts'
import type { ProofData, ProvenEvent } from '../../core/wire/proof.ts'
import { testId } from '../support/ids.ts'
import { changing, checked, forged, otherKey, rehashed, resigned, sealed, withPayload } from '../support/forgedProofs.ts'
import { proofOf, provenJob } from '../support/proofs.ts'
import { carInWork, jobOf, openVisit } from '../support/consentDay.ts'
import { openTestGarage } from '../support/service.ts'

const { html, data, key } = (() => {
  let made: ReturnType<typeof provenJob> | null = null
  const once = () => (made ??= provenJob())
  return { html: () => once().html, data: () => once().data, key: () => once().key }
})()

async function faultOf(changed: ProofData, sealedWith = key()): Promise<ProofFault | null> {
  return (await checked(sealed(changed, sealedWith))).fault
}

const at = (type: string) => expect.objectContaining({ event: expect.objectContaining({ type }) })

/** The one before takes the place of what was left out, as a careful forger would write it. */
function relinked(events: readonly ProvenEvent[]): readonly ProvenEvent[] {
  return events.map((event, index) => ({ ...event, parents: index === 0 ? [] : [events[index - 1]?.id ?? event.id] }))
}

describe('a proof as it was exported', () => {
  it('holds, and the reader learns what was checked', async () => {
    const report = await checked(html())
    expect(report.fault).toBeNull()
    expect(report).toMatchObject({ whole: true, unsigned: 0, photosMissing: 0 })
    expect(report.job?.consents.map(({ items }) => items.map(({ state }) => state))).toEqual([['accepted', 'refused'], ['refused']])
    expect(report.data?.photos).toHaveLength(1)
  })

  it('also for a reader who knows the key, and not for one who knows another', async () => {
    expect((await checked(html(), key().publicKeyHex)).fault).toBeNull()
    expect((await checked(html(), otherKey.publicKeyHex)).fault).toEqual({
      code: 'keyNotExpected',
      found: key().publicKeyHex,
      expected: otherKey.publicKeyHex,
    })
  })

  it('holds the names of those who took part, and nothing of anybody else', () => {
    const open = openTestGarage()
    const other = jobOf(open.act(openVisit(open, '12ب345ایران67')))
    const { data: of } = provenJob({ ...open })
    const names = of.people.map(({ name }) => name)
    expect(names).toContain('لیلا مرادی')
    expect(names).not.toContain('مینا کاظمی')
    expect(JSON.stringify(of)).not.toContain(other)
    expect(new Set(of.events.map(({ stream }) => stream)).size).toBe(1)
  })

  it('of a job without any consent holds as well', async () => {
    const open = openTestGarage()
    const made = proofOf(open, carInWork(open))
    expect((await checked(made.html)).fault).toBeNull()
  })
})

describe('what is not a proof, or cannot be read', () => {
  it('is said to be no proof', async () => {
    for (const text of [
      '',
      'hello',
      '<!doctype html><p>x</p>',
      html()
        .replace('id="proof"', 'id="other"')
        .replace(/<!-- p.*\n$/, ''),
    ]) {
      expect((await checked(text)).fault).toEqual({ code: 'notAProof' })
    }
  })

  it('is told from data that are damaged or newer', async () => {
    const text = html()
    expect((await checked(text.replace('{"events":[', '{"events":[['))).fault).toEqual({ code: 'dataUnreadable', where: '' })
    expect((await checked(text.replace(/"dseq":\d+/, '"dseq":-2'))).fault).toEqual({ code: 'dataUnreadable', where: 'events.0.dseq' })
    expect((await checked(text.replace('"format":1,', '"format":2,'))).fault).toMatchObject({ code: 'formatNewer', found: 2, known: 1 })
    expect((await checked(text.replace('id="proof"', 'id="other"'))).fault).toEqual({ code: 'dataUnreadable', where: '' })
  })

  it('an event of a newer program, or one that this one never writes', async () => {
    const newer = { ...data(), events: data().events.map((event) => (event.type === 'billSet' ? { ...event, v: 9 } : event)) }
    expect(await faultOf(forged(newer, key()))).toMatchObject({ code: 'eventNewer', at: at('billSet') })
    const odd = changing(data(), 'billSet', (payload) => ({ ...payload, surprise: true }))
    expect(await faultOf(forged(odd, key()))).toMatchObject({ code: 'eventUnreadable', at: at('billSet') })
  })
})

describe('changed events', () => {
  const dearer = () => changing(data(), 'paymentTaken', (payload) => ({ ...payload, amountRial: 1 }))

  it('changed alone: the hash', async () => {
    expect(await faultOf(dearer())).toMatchObject({ code: 'eventHash', at: at('paymentTaken') })
  })

  it('a payload that is not its canonical text: the hash', async () => {
    const spaced = { ...data(), events: data().events.map((event) => ({ ...event, payload: `${event.payload} ` })) }
    expect(await faultOf(spaced)).toMatchObject({ code: 'eventHash' })
  })

  it('re-hashed but not re-signed: the signature', async () => {
    expect(await faultOf(rehashed(dearer()))).toMatchObject({ code: 'signature', at: at('paymentTaken') })
  })

  it('re-signed by another key: the signature', async () => {
    const changed = dearer()
    const withKeys = { ...resigned(rehashed(changed), otherKey), keys: rehashed(changed).keys }
    expect(await faultOf(withKeys)).toMatchObject({ code: 'signature' })
  })

  it('without its signature: that it is missing', async () => {
    const unsigned = {
      ...data(),
      events: data().events.map((event) => (event.type === 'partUsed' ? { ...event, signature: null } : event)),
    }
    expect(await faultOf(unsigned)).toMatchObject({ code: 'signatureMissing', at: at('partUsed') })
  })

  it('dropped, the last but one and the first: the chain', async () => {
    const { events } = data()
    for (const drop of [0, 5, events.length - 2]) {
      const dropped = { ...data(), events: events.filter((_, index) => index !== drop) }
      expect(await faultOf(dropped)).toMatchObject({ code: 'chainLink', at: { n: drop + 1 } })
    }
  })

  it('the last one dropped: the seal, which only the device can make anew', async () => {
    const dropped = { ...data(), events: data().events.slice(0, -1) }
    expect(await faultOf(dropped, otherKey)).toEqual({ code: 'sealSignature' })
  })

  it('swapped, or twice: the chain', async () => {
    const [first, second, third, ...rest] = data().events
    if (first === undefined || second === undefined || third === undefined) throw new Error('the job has events')
    expect(await faultOf({ ...data(), events: [first, third, second, ...rest] })).toMatchObject({ code: 'chainLink', at: { n: 2 } })
    expect(await faultOf({ ...data(), events: [first, second, second, third, ...rest] })).toMatchObject({ code: 'chainLink', at: { n: 3 } })
  })

  it('left out by who holds the key, everything made to fit: the file alone cannot show it', async () => {
    const events = relinked(data().events.filter(({ type }) => type !== 'vehicleNoted'))
    expect(await faultOf(forged({ ...data(), events }, key()))).toBeNull()
  })

  it('of another job: foreign', async () => {
    const foreign = { ...data(), jobId: testId<ProofData['jobId']>(9) }
    expect(await faultOf(foreign)).toMatchObject({ code: 'eventForeign', at: { n: 1 } })
  })
})

describe('keys', () => {
  it('an announcement left out: the key is unknown', async () => {
    expect(await faultOf({ ...data(), keys: [] })).toMatchObject({ code: 'keyUnknown', at: { n: 1 } })
  })

  it('an announcement of another key: it does not sign itself', async () => {
    const { keys } = data()
    const other = keys.map((event) => withPayload(event, (payload) => ({ ...payload, publicKeyHex: otherKey.publicKeyHex })))
    expect(await faultOf(rehashed({ ...data(), keys: other }))).toMatchObject({ code: 'signature', at: { list: 'keys', n: 1 } })
  })

  it('an event signed with a key that came later: the key was changed', async () => {
    const [first] = data().keys
    const last = data().events.at(-1)
    if (first === undefined || last === undefined) throw new Error('there are keys and events')
    const later = { ...first, id: testId<ProvenEvent['id']>(5), dseq: last.dseq + 1, parents: [first.id], hlc: last.hlc }
    const announcing = withPayload(later, (payload) => ({ ...payload, publicKeyHex: otherKey.publicKeyHex }))
    const both = rehashed({ ...data(), keys: [...data().keys, announcing] })
    const own = resigned(both, key())
    const mixed = {
      ...own,
      keys: [...own.keys.slice(0, 1), ...resigned(both, otherKey).keys.slice(1)],
      events: own.events.map((event, index) => (index === 3 ? (resigned(both, otherKey).events[3] ?? event) : event)),
    }
    expect(await faultOf(mixed)).toMatchObject({ code: 'keyChanged', at: { n: 4 } })
  })
})

describe('the file', () => {
  it('another byte of the page: the seal', async () => {
    expect((await checked(html().replace('<title>Pishkhan</title>', '<title>pishkhan</title>'))).fault).toEqual({ code: 'sealHash' })
  })

  it('a name changed, which stands in no event: the seal', async () => {
    expect((await checked(html().replace('"name":"لیلا مرادی"', '"name":"لیلا مرادپ"'))).fault).toEqual({ code: 'sealHash' })
  })

  it('without its seal, or with something after it', async () => {
    expect((await checked(html().replace(/<!-- p.*\n$/, ''))).fault).toEqual({ code: 'sealMissing' })
    for (const after of [' ', '\n', '<p>x</p>']) expect((await checked(`${html()}${after}`)).fault).toEqual({ code: 'sealMissing' })
  })

  it('its digits written large', async () => {
    const lines = html().split('\n')
    const seal = lines.at(-2) ?? ''
    const large = seal.replace(/[0-9a-f]{64} /, (digits) => digits.toUpperCase())
    expect((await checked([...lines.slice(0, -2), large, ''].join('\n'))).fault).toEqual({ code: 'sealMissing' })
  })

  it('sealed by another: the signature; and by another key than it says: the key', async () => {
    expect(await faultOf(data(), otherKey)).toEqual({ code: 'sealSignature' })
    const sealedBy = { ...data().sealedBy, publicKeyHex: otherKey.publicKeyHex }
    expect(await faultOf({ ...data(), sealedBy }, otherKey)).toEqual({ code: 'sealKey' })
  })

  it('another photo under the same hash', async () => {
    const photos = data().photos.map((photo) => ({ ...photo, base64: photo.base64.replace('/9j/4AAQ', '/9j/4ABQ') }))
    expect(await faultOf({ ...data(), photos })).toEqual({ code: 'photo', hash: photos[0]?.hash })
    expect((await checked(sealed({ ...data(), photos: [] }, key()))).photosMissing).toBe(1)
  })
})
