import { describe, expect, it } from 'vitest'
import type { JobId } from '../../core/basics/ids.ts'
import type { Outcome } from '../../core/contract/contract.ts'
import type { Change } from '../../core/contract/views.ts'
import type { Command } from '../support/service.ts'
import { at, car } from '../support/garage.ts'
import { actIn, openTestGarage, openTestService } from '../support/service.ts'
import { setupInput } from '../support/setupInput.ts'
import { testId } from '../support/ids.ts'

const jobOf = (outcome: Outcome): JobId => {
  if (!outcome.ok || outcome.value.jobId === null) throw new Error(JSON.stringify(outcome))
  return outcome.value.jobId
}

function visit(open: ReturnType<typeof openTestGarage>, plate: string): Command {
  const service = open.service.garage()?.services[0]
  if (service === undefined) throw new Error('the garage has services')
  return {
    type: 'openVisit',
    customer: { name: 'مریم احمدی', mobile: null },
    vehicle: car(plate),
    serviceIds: [service.serviceId],
    materials: [],
    note: '',
    plateSeenTwice: false,
  }
}

describe('a command', () => {
  it('is carried out once, however often it is repeated', () => {
    const open = openTestGarage()
    const input = open.input(visit(open, '47د526ایران88'))
    const first = open.service.command(input)
    expect(open.service.command(input)).toEqual(first)
    expect(open.service.today()?.waiting).toHaveLength(1)
  })

  it('checked in from two windows at once happens once, and the second is told', () => {
    const open = openTestGarage()
    open.clock.set(at('07:00'))
    const taken = open.act({ type: 'takeBookings', fileName: 'day.csv', text: bookingCsv })
    expect(taken).toMatchObject({ ok: true, value: { bookings: { taken: 1 } } })
    open.clock.set(at('09:55'))
    const jobId = open.service.today()?.expected[0]?.jobId ?? testId<JobId>(0)
    const [one, two] = [open.act({ type: 'checkIn', jobId }), open.act({ type: 'checkIn', jobId })]
    expect(one.ok).toBe(true)
    expect(two).toEqual({ ok: false, error: { code: 'wrongPhase', phase: 'waiting' } })
    expect(open.service.job(jobId)?.timeline.map((entry) => entry.event.type)).toEqual(['jobOpened', 'customerArrived'])
  })

  it('that was refused writes nothing and may come again under the same id', () => {
    const open = openTestGarage()
    const jobId = jobOf(open.act(visit(open, '47د526ایران88')))
    const cancel = open.input({ type: 'cancelJob', jobId, by: 'customer', reason: '' })
    expect(open.service.command(cancel)).toEqual({ ok: false, error: { code: 'reasonMissing' } })
    expect(open.service.command({ ...cancel, command: { type: 'cancelJob', jobId, by: 'customer', reason: 'پشیمان شد' } }).ok).toBe(true)
  })

  it('needs a person of this garage who may give it', () => {
    const open = openTestGarage()
    const jobId = jobOf(open.act(visit(open, '47د526ایران88')))
    expect(open.act({ type: 'handOver', jobId, payments: [], debt: null }, 'رضا کریمی')).toEqual({
      ok: false,
      error: { code: 'notAllowed', roles: ['owner', 'frontDesk'] },
    })
    expect(open.act({ type: 'handOver', jobId, payments: [], debt: null }, 'ناشناس')).toEqual({
      ok: false,
      error: { code: 'unknownActor' },
    })
    expect(openTestService().service.command(open.input({ type: 'handOver', jobId, payments: [], debt: null }))).toEqual({
      ok: false,
      error: { code: 'noGarage' },
    })
  })

  it('is told to every listener, with what it touched', () => {
    const open = openTestGarage()
    const heard: Change[] = []
    const stop = open.service.onChange((change) => heard.push(change))
    const jobId = jobOf(open.act(visit(open, '47د526ایران88')))
    stop()
    open.act({ type: 'cancelJob', jobId, by: 'garage', reason: 'برق رفت' })
    expect(heard).toEqual([{ topics: ['today', 'jobs'], jobIds: [jobId] }])
  })
})

describe('what was confirmed', () => {
  it('is there after the program was closed and opened', () => {
    const open = openTestGarage()
    const jobId = jobOf(open.act(visit(open, '47د526ایران88')))
    open.service.stop()
    const again = openTestService(open.dataFolder, open.clock)
    expect(again.service.today()?.waiting.map((card) => card.jobId)).toEqual([jobId])
    expect(again.service.garage()?.profile.name).toBe('تعمیرگاه آزمون')
  })
})

describe('the clock', () => {
  it('set back an hour is said, recorded, and stops nothing', () => {
    const open = openTestGarage()
    open.act(visit(open, '47د526ایران88'))
    open.clock.set(at('08:00'))
    const jobId = jobOf(open.act(visit(open, '47د527ایران88')))
    expect(open.service.today()?.clock).toBe('jumped')
    expect(open.service.job(jobId)?.arrival?.evidence.clock).toBe('behind')
  })

  it('that was moved is taken for right once it has run evenly for an hour', () => {
    const open = openTestGarage()
    open.clock.set(at('12:00'))
    expect(open.service.today()?.clock).toBe('jumped')
    open.clock.pass(59 * 60_000)
    open.act(visit(open, '47د526ایران88'))
    expect(open.service.today()?.clock).toBe('jumped')
    open.clock.pass(2 * 60_000)
    open.act(visit(open, '47د527ایران88'))
    expect(open.service.today()?.clock).toBe('ok')
  })

  it('set two years ahead is said, gives up no booking, and leaves today as it was once it is put right', () => {
    const open = openTestGarage()
    open.clock.set(at('07:00'))
    open.act({ type: 'takeBookings', fileName: 'day.csv', text: bookingCsv })
    open.clock.set(at('07:00', 731))
    const jobId = jobOf(open.act(visit(open, '47د528ایران88')))
    expect(open.service.today()?.clock).toBe('jumped')
    open.act({ type: 'cancelJob', jobId, by: 'garage', reason: 'ساعت غلط' })
    open.clock.set(at('09:55'))
    const board = open.service.today()
    expect(board?.expected).toHaveLength(1)
    expect(board?.noShowsToday).toEqual([])
    expect(open.act({ type: 'checkIn', jobId: board?.expected[0]?.jobId ?? testId<JobId>(0) }).ok).toBe(true)
  })
})

describe('the day', () => {
  it('passes midnight with cars in work and waiting, and keeps them on the board', () => {
    const open = openTestGarage()
    open.clock.set(at('23:50'))
    const [first, second] = [jobOf(open.act(visit(open, '47د526ایران88'))), jobOf(open.act(visit(open, '47د527ایران88')))]
    const turn = open.service.today()?.waiting.find((card) => card.jobId === first)?.row.turn
    if (turn?.kind !== 'start') throw new Error(JSON.stringify(turn))
    expect(open.act({ type: 'startWork', jobId: first, bayId: turn.bayId, mechanicId: turn.mechanicId, overrideReason: null }).ok).toBe(
      true,
    )
    open.clock.pass(30 * 60_000)
    const board = open.service.today()
    expect(board?.bays.flatMap((strip) => strip.job?.jobId ?? [])).toEqual([first])
    expect(board?.waiting.map((card) => card.jobId)).toEqual([second])
  })

  it('asks about bookings of earlier days that never came instead of hiding them', () => {
    const open = openTestGarage()
    open.clock.set(at('07:00'))
    open.act({ type: 'takeBookings', fileName: 'day.csv', text: bookingCsv })
    open.clock.set(at('08:00', 3))
    const board = open.service.today()
    expect(board?.expected).toEqual([])
    expect(board?.unresolved).toHaveLength(1)
    const jobId = board?.unresolved[0]?.jobId ?? testId<JobId>(0)
    expect(open.act({ type: 'markNoShow', jobId }).ok).toBe(true)
    expect(open.service.today()?.unresolved).toEqual([])
  })

  it('in a garage with no bay and no mechanic still takes customers, and says why nobody can start', () => {
    const open = openTestService()
    const { setUp } = open.service
    expect(setUp({ ...setupInput, bays: [], people: setupInput.people.slice(0, 1) }).ok).toBe(true)
    const actor = actIn(open.service, open.clock)
    const service = open.service.garage()?.services[0]
    const outcome = actor.act(
      {
        type: 'openVisit',
        customer: { name: '', mobile: null },
        vehicle: car('47د526ایران88'),
        serviceIds: service ? [service.serviceId] : [],
        materials: [],
        note: '',
        plateSeenTwice: false,
      },
      'مینا کاظمی',
    )
    expect(outcome.ok).toBe(true)
    expect(open.service.today()?.waiting[0]?.row).toMatchObject({
      turn: { kind: 'wait', why: { code: 'noFittingMechanic' } },
      expectedStart: null,
    })
  })
})

const bookingCsv =
  'ref,date,time,plate,model,name,mobile,services,price\nA-1,1405/09/01,10:00,47د526ایران88,پژو ۲۰۶,مریم احمدی,,تعویض روغن,21800000\n'
