import { describe, expect, it } from 'vitest'
import { canonicalJson } from '../../core/wire/canonical.ts'
import type { ProofFault } from '../../core/wire/proofCheck/fault.ts'
import type { ProofData } from '../../core/wire/proof.ts'
import { sha256Hex } from '../../electron/service/sha256.ts'
import { dot } from '../support/consents.ts'
import { changing, checked, forged, sealed } from '../support/forgedProofs.ts'
import { provenJob, type MadeProof } from '../support/proofs.ts'

/** What is found although whoever changed it holds the device's key: every hash, chain and signature fits. */

let made: MadeProof | null = null
const proof = (): MadeProof => (made ??= provenJob())

async function faultOf(data: ProofData): Promise<ProofFault | null> {
  const { key } = proof()
  return (await checked(sealed(forged(data, key), key))).fault
}

type Payload = Record<string, unknown>

function changed(type: string, change: (payload: Payload) => object): ProofData {
  return changing(proof().data, type, change)
}

/** The first request alone: it was answered with a yes and a no. */
function first(payload: Payload, change: (payload: Payload) => object): object {
  return canonicalJson(payload).includes('"consentNo":1') || payload['capAfterRial'] !== undefined ? change(payload) : payload
}

const snapshotOf = (payload: Payload): Payload => JSON.parse(JSON.stringify(payload['snapshot']))

describe('consents', () => {
  it('nothing changed, everything signed anew: it holds', async () => {
    expect(await faultOf(proof().data)).toBeNull()
  })

  it('another price in what was asked, the hash of it left: what was asked', async () => {
    const cheaper = changed('consentAsked', (payload) => ({ ...payload, snapshot: { ...snapshotOf(payload), capIfAllRial: 1 } }))
    expect(await faultOf(cheaper)).toMatchObject({ code: 'snapshotHash', consentNo: 1 })
  })

  it('and its hash made anew: the totals', async () => {
    const cheaper = changed('consentAsked', (payload) => {
      const snapshot = { ...snapshotOf(payload), capIfAllRial: 1 }
      return { ...payload, snapshot, snapshotHash: sha256Hex(canonicalJson(snapshot)) }
    })
    expect(await faultOf(cheaper)).toMatchObject({ code: 'snapshotTotals', consentNo: 1 })
  })

  it('another word in what was asked, with its hash: the answer was given to something else', async () => {
    const reworded = changed('consentAsked', (payload) => {
      const snapshot = { ...snapshotOf(payload), bookingRef: 'other' }
      return { ...payload, snapshot, snapshotHash: sha256Hex(canonicalJson(snapshot)) }
    })
    expect(await faultOf(reworded)).toMatchObject({ code: 'answersOther', consentNo: 1 })
  })

  it('a request of another job', async () => {
    const foreign = changed('consentAsked', (payload) => {
      const snapshot = { ...snapshotOf(payload), jobId: proof().data.garage.garageId }
      return { ...payload, snapshot, snapshotHash: sha256Hex(canonicalJson(snapshot)) }
    })
    expect(await faultOf(foreign)).toMatchObject({ code: 'snapshotForeign' })
  })

  it('other words than were shown', async () => {
    const text = { language: 'fa', version: '1', body: 'چیز دیگری' }
    expect(await faultOf(changed('consentShown', (payload) => ({ ...payload, text })))).toMatchObject({ code: 'textHash', consentNo: 1 })
    const hashed = changed('consentShown', (payload) => ({ ...payload, text, textHash: sha256Hex(canonicalJson(text)) }))
    expect(await faultOf(hashed)).toMatchObject({ code: 'textHash', at: { event: { type: 'consentAnswered' } } })
  })

  it('an answer that nothing was shown before', async () => {
    const elsewhere = changed('consentShown', (payload) => ({ ...payload, channel: 'link' }))
    expect(await faultOf(elsewhere)).toMatchObject({ code: 'answeredUnshown', consentNo: 1 })
    const earlier = changed('consentAnswered', (payload) => ({ ...payload, shownAtUtcMs: 1 }))
    expect(await faultOf(earlier)).toMatchObject({ code: 'answeredUnshown', consentNo: 1 })
  })

  it('an answer after its time', async () => {
    const short = changed('consentAsked', (payload) => {
      const snapshot = { ...snapshotOf(payload), validUntilUtcMs: 1 }
      return { ...payload, snapshot, snapshotHash: sha256Hex(canonicalJson(snapshot)) }
    })
    const [hash] = hashes(short)
    const answered = changing(short, 'consentAnswered', (payload) => first(payload, () => ({ ...payload, snapshotHash: hash })))
    expect(await faultOf(answered)).toMatchObject({ code: 'answeredLate', consentNo: 1 })
  })

  it('a limit after the answer that its items do not make', async () => {
    const higher = changed('consentAnswered', (payload) => ({ ...payload, capAfterRial: 999_000_000 }))
    expect(await faultOf(higher)).toMatchObject({ code: 'answerTotals', consentNo: 1 })
  })

  it('a dot for a signature, a call that was not read back', async () => {
    const dotted = changed('consentAnswered', (payload) => ({ ...payload, evidence: { channel: 'counter', signature: dot } }))
    expect(await faultOf(dotted)).toMatchObject({ code: 'evidenceMissing', consentNo: 1 })
    const hasty = changed('consentAnswered', (payload) => {
      const evidence: Payload = JSON.parse(JSON.stringify(payload['evidence']))
      return evidence['channel'] === 'call' ? { ...payload, evidence: { ...evidence, readBack: false } } : payload
    })
    expect(await faultOf(hasty)).toMatchObject({ code: 'evidenceMissing', consentNo: 2 })
  })
})

function hashes(data: ProofData): readonly unknown[] {
  return data.events.filter(({ type }) => type === 'consentAsked').map(({ payload }) => JSON.parse(payload).snapshotHash)
}

describe('sums', () => {
  const billed = (amountRial: number) =>
    changed('billSet', (payload) => {
      const lines: Payload[] = JSON.parse(JSON.stringify(payload['lines']))
      return { ...payload, lines: lines.map((line, index) => (index === 0 ? { ...line, amountRial } : line)) }
    })

  it('billed above the limit', async () => {
    expect(await faultOf(billed(500_000_000))).toMatchObject({
      code: 'sums',
      problem: { code: 'billAboveCap' },
      at: { event: { type: 'billSet' } },
    })
    expect(await faultOf(billed(1_000_000_000_000))).toMatchObject({ code: 'sums', problem: { code: 'billAboveCap' } })
  })

  it('paid above the bill', async () => {
    const paid = changed('paymentTaken', (payload) => ({ ...payload, amountRial: 999_000_000 }))
    expect(await faultOf(paid)).toMatchObject({ code: 'sums', problem: { code: 'paymentAboveBill' } })
  })

  it('billed for an item that was refused', async () => {
    const refused = changed('billSet', (payload) => ({ ...payload, lines: JSON.parse(toRefused(JSON.stringify(payload['lines']))) }))
    expect(await faultOf(refused)).toMatchObject({ code: 'sums', problem: { code: 'lineWithoutBasis' } })
  })

  it('a part used for an item that was refused', async () => {
    const refused = changed('partUsed', (payload) => JSON.parse(toRefused(JSON.stringify(payload))))
    expect(await faultOf(refused)).toMatchObject({ code: 'term', alarm: 'usedWithoutBasis', at: { event: { type: 'partUsed' } } })
  })
})

/** The customer accepted the first item of the first request and refused the second. */
function toRefused(json: string): string {
  return json.replace('"itemNo":1', '"itemNo":2')
}
