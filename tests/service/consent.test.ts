import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { ConsentId, JobId } from '../../core/basics/ids.ts'
import { hourMs, minuteMs } from '../../core/basics/instant.ts'
import type { Change } from '../../core/contract/views.ts'
import { isoDate } from '../../core/persian/jalali.ts'
import { canonicalJson } from '../../core/wire/canonical.ts'
import { answer, accountOf, askAtCounter, carInWork, draft, jobOf, newestConsent, openVisit, surely } from '../support/consentDay.ts'
import { item, labour, part, quantity } from '../support/consents.ts'
import { testId } from '../support/ids.ts'
import { actIn, openTestGarage, openTestService } from '../support/service.ts'

const capBefore = 21_800_000 + 14_000_000

describe('an answer', () => {
  it('grows the cap by what was accepted, and shows on card and page', () => {
    const open = openTestGarage()
    const jobId = carInWork(open)
    askAtCounter(open, jobId, [item(), labour])
    expect(open.service.today()?.bays.find((strip) => strip.job?.jobId === jobId)?.job?.account.consent).toMatchObject({
      state: 'open',
      items: 2,
      accepted: 0,
    })
    surely(open, answer(open, jobId, ['accepted', 'refused']))
    expect(newestConsent(open, jobId)).toMatchObject({ state: 'partly', grade: 'C', recordedByName: 'لیلا مرادی' })
    expect(accountOf(open, jobId).meter).toMatchObject({
      acceptedRial: capBefore,
      consentedRial: 28_000_000,
      capRial: capBefore + 28_000_000,
    })
    expect(open.service.today()?.bays.find((strip) => strip.job?.jobId === jobId)?.job).toMatchObject({
      capRial: capBefore + 28_000_000,
      account: { consent: { state: 'partly', accepted: 1 } },
    })
  })

  it('that puts a finding off leaves it to be asked about again; a refusal does not', () => {
    const open = openTestGarage()
    const jobId = carInWork(open)
    for (const title of ['دیسک', 'بوش']) surely(open, { type: 'reportFinding', jobId, title, note: '', grade: 'soon', photos: [] })
    const [later, refused] = accountOf(open, jobId).findings.map(({ finding }) => finding.findingId)
    if (later === undefined || refused === undefined) throw new Error('two findings')
    const items = [item({ findingId: later }), item({ findingId: refused })]
    const consentId = askAtCounter(open, jobId, items)
    surely(open, answer(open, jobId, ['later', 'refused']))
    expect(accountOf(open, jobId).findings.map(({ consentId: asked }) => asked)).toEqual([null, consentId])
  })

  it('from two windows at once is recorded once, and the second is told when', () => {
    const open = openTestGarage()
    const jobId = carInWork(open)
    askAtCounter(open, jobId)
    const [yes, no] = [answer(open, jobId, ['accepted']), answer(open, jobId, ['refused'])]
    expect(open.act(yes).ok).toBe(true)
    expect(open.act(no)).toEqual({ ok: false, error: { code: 'consentAlreadyAnswered', atUtcMs: open.clock.wallUtcMs() } })
    expect(newestConsent(open, jobId).state).toBe('accepted')
  })

  it('sent again under its command id is answered the same and recorded once, also after a restart', () => {
    const open = openTestGarage()
    const jobId = carInWork(open)
    askAtCounter(open, jobId)
    const input = open.input(answer(open, jobId, ['accepted']))
    const first = open.service.command(input)
    expect(first.ok).toBe(true)
    expect(open.service.command(input)).toEqual(first)
    open.service.stop()
    const again = openTestService(open.dataFolder, open.clock)
    expect(again.service.command(input)).toEqual(first)
    expect(again.service.job(jobId)?.timeline.filter((entry) => entry.event.type === 'consentAnswered')).toHaveLength(1)
  })

  it('may be given after a restart to what was asked and shown before it', () => {
    const open = openTestGarage()
    const jobId = carInWork(open)
    askAtCounter(open, jobId)
    open.service.stop()
    const again = openTestService(open.dataFolder, open.clock)
    const acting = { ...again, ...actIn(again.service, open.clock) }
    expect(acting.act(answer(acting, jobId, ['accepted'])).ok).toBe(true)
  })

  it('a day later is refused, and the request reads as expired', () => {
    const open = openTestGarage()
    const jobId = carInWork(open)
    askAtCounter(open, jobId)
    open.clock.pass(24 * hourMs + 1)
    expect(newestConsent(open, jobId).state).toBe('expired')
    expect(open.act(answer(open, jobId, ['accepted']))).toMatchObject({ error: { code: 'consentExpired' } })
  })

  it('is not recorded by a mechanic', () => {
    const open = openTestGarage()
    const jobId = carInWork(open)
    askAtCounter(open, jobId)
    expect(open.act(answer(open, jobId, ['accepted']), 'رضا کریمی')).toMatchObject({ error: { code: 'notAllowed' } })
  })
})

describe('a request', () => {
  it('says when the car will be ready with it and without it', () => {
    const open = openTestGarage()
    const jobId = carInWork(open)
    askAtCounter(open, jobId, [item({ extraMin: 35 })])
    const { readyBeforeUtcMs, readyIfAllUtcMs } = newestConsent(open, jobId).consent.snapshot
    // The oil change is quoted at 30 minutes and has just begun.
    expect(readyBeforeUtcMs).toBe(open.clock.wallUtcMs() + 30 * minuteMs)
    expect(readyIfAllUtcMs).toBe(open.clock.wallUtcMs() + 65 * minuteMs)
  })

  it('of a car that waits counts from its expected start, of a finished one from now', () => {
    const open = openTestGarage()
    const waiting = jobOf(open.act(openVisit(open)))
    askAtCounter(open, waiting)
    const start = open.service.today()?.waiting[0]?.row.expectedStart?.p50UtcMs
    expect(newestConsent(open, waiting).consent.snapshot.readyBeforeUtcMs).toBe((start ?? 0) + 30 * minuteMs)
    const finished = carInWork(open, '12ب345ایران67')
    surely(open, { type: 'finishWork', jobId: finished })
    askAtCounter(open, finished)
    expect(newestConsent(open, finished).consent.snapshot.readyBeforeUtcMs).toBe(open.clock.wallUtcMs())
  })

  it('for work that has run past its estimate says no time', () => {
    const open = openTestGarage()
    const jobId = carInWork(open)
    open.clock.pass(31 * minuteMs)
    askAtCounter(open, jobId)
    expect(newestConsent(open, jobId).consent.snapshot).toMatchObject({ readyBeforeUtcMs: null, readyIfAllUtcMs: null })
  })

  it('carries this garage, and a hash that anybody makes of what was asked', () => {
    const open = openTestGarage()
    const jobId = carInWork(open)
    askAtCounter(open, jobId)
    const { snapshot, snapshotHash } = newestConsent(open, jobId).consent
    expect(snapshot.garageId).toBe(open.service.garage()?.profile.garageId)
    expect(createHash('sha256').update(canonicalJson(snapshot), 'utf8').digest('hex')).toBe(snapshotHash)
  })

  it('claims its finding, and gives it back when it is dropped', () => {
    const open = openTestGarage()
    const jobId = carInWork(open)
    surely(open, { type: 'reportFinding', jobId, title: 'دیسک', note: '', grade: 'unsafe', photos: [] })
    const findingId = accountOf(open, jobId).findings[0]?.finding.findingId ?? null
    const openFindings = () => open.service.job(jobId)?.card.account.openFindings
    expect(openFindings()).toBe(1)
    const consentId = askAtCounter(open, jobId, [item({ findingId })])
    expect(openFindings()).toBe(0)
    expect(accountOf(open, jobId).findings[0]).toMatchObject({ consentId, byName: 'لیلا مرادی' })
    surely(open, { type: 'dropConsent', jobId, consentId, reason: 'اشتباه بود' })
    expect(openFindings()).toBe(1)
    expect(accountOf(open, jobId).findings[0]).toMatchObject({ consentId: null })
  })
})

describe('what the customer has pressed and signed so far', () => {
  it('is there after a restart, and told to every window as it is kept', () => {
    const open = openTestGarage()
    const jobId = carInWork(open)
    askAtCounter(open, jobId)
    const heard: Change[] = []
    const stop = open.service.onChange((change) => heard.push(change))
    const kept = draft(open, jobId)
    open.service.saveConsentDraft(kept)
    stop()
    expect(heard).toEqual([{ topics: ['jobs'], jobIds: [jobId] }])
    open.service.stop()
    const again = openTestService(open.dataFolder, open.clock)
    const { jobId: _, ...shown } = kept
    expect(newestConsent(again, jobId).drafts).toEqual([{ ...shown, savedAtUtcMs: open.clock.wallUtcMs() }])
  })

  it('loses no stroke to a call that is noted in another window', () => {
    const open = openTestGarage()
    const jobId = carInWork(open)
    askAtCounter(open, jobId)
    const kept = draft(open, jobId)
    open.service.saveConsentDraft(kept)
    open.clock.pass(1000)
    open.service.saveConsentDraft({ ...kept, channel: 'call', answers: [], signature: null })
    expect(newestConsent(open, jobId).drafts.map(({ channel, signature }) => [channel, signature])).toEqual([
      ['call', null],
      ['counter', kept.signature],
    ])
  })

  it('is the newest that was kept', () => {
    const open = openTestGarage()
    const jobId = carInWork(open)
    askAtCounter(open, jobId)
    const kept = draft(open, jobId)
    open.service.saveConsentDraft(kept)
    open.clock.pass(1000)
    open.service.saveConsentDraft({ ...kept, answers: [{ itemNo: 1, decision: 'refused', condition: '' }], signature: null })
    expect(newestConsent(open, jobId).drafts).toMatchObject([{ answers: [{ decision: 'refused' }], signature: null }])
  })

  it('is gone once the answer is recorded, and a late stroke does not bring it back', () => {
    const open = openTestGarage()
    const jobId = carInWork(open)
    askAtCounter(open, jobId)
    const kept = draft(open, jobId)
    open.service.saveConsentDraft(kept)
    surely(open, answer(open, jobId, ['accepted']))
    expect(newestConsent(open, jobId).drafts).toEqual([])
    const heard: Change[] = []
    open.service.onChange((change) => heard.push(change))
    open.service.saveConsentDraft(kept)
    expect(newestConsent(open, jobId).drafts).toEqual([])
    expect(heard).toEqual([])
  })

  it('does not pass over to a request that took its place', () => {
    const open = openTestGarage()
    const jobId = carInWork(open)
    const consentId = askAtCounter(open, jobId)
    const kept = draft(open, jobId)
    open.service.saveConsentDraft(kept)
    surely(open, { type: 'askConsent', jobId, items: [labour], replaces: { consentId, itemNos: [1] } })
    expect(accountOf(open, jobId).consents.map((view) => [view.state, view.drafts])).toEqual([
      ['open', []],
      ['superseded', []],
    ])
    const asked = newestConsent(open, jobId).consent.consentId
    // The old words under the new request's name: kept by a page that has not looked again.
    open.service.saveConsentDraft({ ...kept, consentId: asked })
    expect(newestConsent(open, jobId).drafts).toEqual([])
  })

  it('is kept no more once the request has expired, nor for a job or a request that there is not', () => {
    const open = openTestGarage()
    const jobId = carInWork(open)
    askAtCounter(open, jobId)
    const kept = draft(open, jobId)
    open.service.saveConsentDraft({ ...kept, jobId: testId<JobId>(1) })
    open.service.saveConsentDraft({ ...kept, consentId: testId<ConsentId>(1) })
    open.clock.pass(24 * hourMs + 1)
    open.service.saveConsentDraft(kept)
    expect(newestConsent(open, jobId).drafts).toEqual([])
  })
})

describe('money', () => {
  const finishedCar = () => {
    const open = openTestGarage()
    const jobId = carInWork(open)
    const basis = { kind: 'material', lineNo: 1 } as const
    const oil = part('روغن موتور', 'بهران', '10W-40')
    surely(open, { type: 'logPart', jobId, basis, part: oil, quantity: quantity(3.5, 'litre'), source: 'hand' })
    surely(open, { type: 'finishWork', jobId })
    return { open, jobId }
  }

  it('asks for what was used, and hands over only when that is settled', () => {
    const { open, jobId } = finishedCar()
    const toPay = 21_800_000 + 12_250_000
    expect(open.service.today()?.ready[0]?.account).toMatchObject({ usedRial: toPay, toPayRial: toPay, paidRial: 0, leftRial: toPay })
    expect(open.act({ type: 'handOver', jobId, payments: [], debt: null })).toEqual({
      ok: false,
      error: { code: 'notSettled', leftRial: toPay },
    })
    const leftRial = accountOf(open, jobId).proposedLines.map((line) => line.amountRial)
    const [service, oil] = leftRial
    if (service === undefined || oil === undefined) throw new Error('two lines')
    const payments = [
      { method: 'card', amountRial: service, reference: '' } as const,
      { method: 'cash', amountRial: oil, reference: '' } as const,
    ]
    expect(open.act({ type: 'handOver', jobId, payments, debt: null }).ok).toBe(true)
    expect(accountOf(open, jobId)).toMatchObject({ meter: { paidRial: toPay, leftRial: 0 }, payments: [{ byName: 'لیلا مرادی' }, {}] })
  })

  it('is shown with the VAT rate of the day', () => {
    const { open, jobId } = finishedCar()
    const [later, now] = [
      { from: isoDate('2027-03-21'), ratePermyriad: 1100 },
      { from: isoDate('2026-11-01'), ratePermyriad: 1000 },
    ]
    const vatRates = [later, now]
    expect(open.act({ type: 'saveVatRates', vatRates })).toMatchObject({ error: { code: 'notAllowed' } })
    expect(open.act({ type: 'saveVatRates', vatRates: [now, now] }, 'مینا کاظمی')).toEqual({ ok: false, error: { code: 'vatDayTwice' } })
    expect(open.act({ type: 'saveVatRates', vatRates }, 'مینا کاظمی').ok).toBe(true)
    expect(open.service.garage()?.vatRates).toEqual([now, later])
    expect(accountOf(open, jobId)).toMatchObject({ vatPermyriad: 1000 })
  })

  it('is taken by the desk, not by a mechanic', () => {
    const { open, jobId } = finishedCar()
    expect(open.act({ type: 'handOver', jobId, payments: [], debt: null }, 'رضا کریمی')).toMatchObject({ error: { code: 'notAllowed' } })
  })
})
