import { describe, expect, it } from 'vitest'
import type { EventId } from '../../core/basics/ids.ts'
import { rial } from '../../core/basics/rial.ts'
import { proposedLines } from '../../core/domain/pricing/account.ts'
import { basisKey } from '../../core/domain/pricing/basis.ts'
import { m020 } from '../../db/migrations/020-consent-and-money.ts'
import type { WritableDb } from '../../db/connection.ts'
import { foldJob } from '../../db/projections/foldJobs.ts'
import { finished, usedAll, withAnswer } from '../support/consentPast.ts'
import { item, labour, part, quantity } from '../support/consents.ts'
import { temporaryDatabase, write } from '../support/database.ts'
import { at } from '../support/garage.ts'
import { job1, newConsentId } from '../support/jobSpec.ts'

const disc = basisKey({ kind: 'consent', consentId: newConsentId, itemNo: 1 })
const tuning = basisKey({ kind: 'consent', consentId: newConsentId, itemNo: 2 })
const refused = basisKey({ kind: 'consent', consentId: newConsentId, itemNo: 3 })

/**
 * A finished car: 33,000,000 accepted; discs at 28,000,000 accepted and put in; a tuning at 3,000,000 accepted, begun and not yet
 * billed; a third item refused. The bill is 61,000,000 less 1,000,000; 60,000,000 was paid, of it 10,000,000 given back.
 */
function settledCar(): WritableDb {
  const db = temporaryDatabase()
  const third = item({ title: 'تیغه برف‌پاک‌کن' })
  const past = [...withAnswer([item(), labour, third], ['accepted', 'accepted', 'refused']), ...usedAll()]
  for (const [atUtcMs, event] of past) write(db, job1, atUtcMs, event)
  const basis = { kind: 'consent', consentId: newConsentId, itemNo: 1 } as const
  write(db, job1, at('10:40'), {
    type: 'partUsed',
    basis,
    part: part('دیسک چرخ جلو', 'ایساکو'),
    quantity: quantity(2),
    source: 'hand',
  })
  write(db, job1, at('10:45'), { type: 'itemStarted', consentId: newConsentId, itemNo: 2 })
  write(db, job1, ...finished)
  const job = foldJob(db, job1)
  if (job === null) throw new Error('the car is here')
  const lines = proposedLines(job).filter((line) => basisKey(line.basis) !== tuning)
  write(db, job1, at('11:05'), { type: 'billSet', lines, discount: { amountRial: rial(1_000_000), reason: 'آشنا' }, vatPermyriad: 1000 })
  write(db, job1, at('11:06'), { type: 'paymentTaken', method: 'card', amountRial: rial(60_000_000), reference: '' })
  const paymentId = foldJob(db, job1)?.payments[0]?.paymentId
  if (paymentId === undefined) throw new Error('the payment was taken')
  write(db, job1, at('11:07'), refund(paymentId, 10_000_000))
  write(db, job1, at('11:08'), { type: 'paymentTaken', method: 'cash', amountRial: rial(10_000_000), reference: '' })
  return db
}

function refund(paymentId: EventId, amount: number) {
  return { type: 'paymentRefunded', paymentId, amountRial: rial(amount), method: 'card', reason: 'دوبار کشیده شد' } as const
}

const newPayment = (id: string, amountRial: number, refundedRial = 0) =>
  `INSERT INTO payment SELECT job_id, '${id}', 'cash', ${amountRial}, ${refundedRial}, '', 0, 'x' FROM job`
const newLine = (basis: string, amountRial: number) =>
  `INSERT INTO bill_line SELECT job_id, '${basis}', 99, 1000, 'piece', ${amountRial} FROM job`
const newPart = (basis: string) =>
  `INSERT INTO part_use SELECT job_id, 'x', '${basis}', 'x', NULL, NULL, NULL, NULL, NULL, 1000, 'piece', 0, 'hand', 0, 'x' FROM job`

/** Past the domain, by hand: which trigger stops it. Each is tried on a car that is settled to the rial. */
const tries: readonly (readonly [trigger: string, sql: string, says: string])[] = [
  // A line's own amount raised by hand does not raise the cap.
  [
    'cap_by_new_line',
    `UPDATE job SET cap_rial = 61000000; INSERT INTO bill_line SELECT job_id, '${tuning}', 99, 1000, 'time', 1 FROM job`,
    'above the cap',
  ],
  [
    'cap_by_line',
    `UPDATE consent_item SET amount_rial = 90000000; UPDATE bill_line SET amount_rial = 90000000 WHERE basis = '${disc}'`,
    'above the cap',
  ],
  ['cap_by_cap', 'UPDATE job SET cap_rial = 60999999', 'above the cap'],
  ['paid_by_new_payment', newPayment('x', 1), 'above the bill'],
  ['paid_by_payment', "UPDATE payment SET amount_rial = amount_rial + 1 WHERE method = 'cash'", 'above the bill'],
  ['paid_by_line', `UPDATE bill_line SET amount_rial = amount_rial - 1 WHERE basis = '${disc}'`, 'above the bill'],
  ['paid_by_gone_line', `DELETE FROM bill_line WHERE basis = '${disc}'`, 'above the bill'],
  ['paid_by_new_discount', "DELETE FROM bill; INSERT INTO bill SELECT job_id, 1000001, '', 0, 0, 'x' FROM job", 'above the bill'],
  ['paid_by_discount', 'UPDATE bill SET discount_rial = discount_rial + 1', 'above the bill'],
  ['refunded_by_new_payment', newPayment('x', 5, 6), 'above what was paid'],
  ['refunded_by_payment', 'UPDATE payment SET refunded_rial = amount_rial + 1', 'above what was paid'],
  [
    'refunded_by_new_refund',
    "INSERT INTO refund SELECT job_id, payment_id, 9, 'cash', 1, '', 0, 'x' FROM payment WHERE method = 'card'",
    'above what was paid',
  ],
  ['refunded_by_refund', 'UPDATE refund SET amount_rial = amount_rial + 1', 'above what was paid'],
  ['basis_of_new_line', newLine(refused, 1), 'nothing agreed covers this line'],
  ['basis_of_line', `UPDATE bill_line SET basis = '${refused}' WHERE basis = '${disc}'`, 'nothing agreed covers this line'],
  ['basis_of_new_part', newPart(refused), 'nothing agreed covers this part'],
  ['basis_of_part', `UPDATE part_use SET basis = '${refused}' WHERE basis = '${disc}'`, 'nothing agreed covers this part'],
  [
    'start_of_new_item',
    `INSERT INTO consent_item SELECT job_id, consent_id, 9, 'consent:x:9', title, milli, unit, safety, amount_rial, 'pending', 0, 5
     FROM consent_item WHERE basis = '${disc}'`,
    'has not accepted',
  ],
  ['start_of_item', `UPDATE consent_item SET started_at_utc_ms = 5 WHERE basis = '${refused}'`, 'has not accepted'],
  ['ground_of_line', "UPDATE request_line SET left_out = 1 WHERE basis = 'material:1'", 'is used or billed'],
  ['ground_of_gone_line', "DELETE FROM request_line WHERE basis = 'material:2'", 'is used or billed'],
  ['ground_of_item', `UPDATE consent_item SET state = 'withdrawn' WHERE basis = '${disc}'`, 'is used or billed'],
  ['ground_of_gone_item', `DELETE FROM consent_item WHERE basis = '${disc}'`, 'is used or billed'],
  [
    'photo_never_updated',
    `INSERT INTO photo VALUES ('${'a'.repeat(64)}', 1, 1, 0, x'ff'); UPDATE photo SET bytes = x'00'`,
    'never changed',
  ],
]

/** Runs it and takes it back. */
function attempt(db: WritableDb, sql: string): void {
  db.exec('SAVEPOINT attempt')
  try {
    db.exec(sql)
  } finally {
    db.exec('ROLLBACK TO attempt; RELEASE attempt')
  }
}

describe('raw SQL past the domain', () => {
  it.each(tries)('is refused by %s, and by nothing else', (trigger, sql, says) => {
    const db = settledCar()
    expect(() => attempt(db, sql)).toThrow(says)
    db.exec(`DROP TRIGGER ${trigger}`)
    expect(() => attempt(db, sql)).not.toThrow()
  })

  it('has been tried on every trigger that there is', () => {
    const named = new Set([...m020.sql.matchAll(/CREATE TRIGGER (\w+)/g)].map((match) => match[1]))
    expect(named).toEqual(new Set(tries.map(([trigger]) => trigger)))
  })

  it('is refused by whatever way a row is replaced', () => {
    const db = settledCar()
    const line = `'${disc}', 0, 2000, 'piece', 28000001`
    expect(() => attempt(db, `INSERT OR REPLACE INTO bill_line SELECT job_id, ${line} FROM job`)).toThrow('above the bill')
    expect(() => attempt(db, `DELETE FROM consent WHERE consent_id = '${newConsentId}'`)).toThrow('is used or billed')
    expect(() => attempt(db, newPart(disc))).toThrow('nothing agreed covers this part')
    expect(() => attempt(db, `UPDATE bill_line SET milli = milli + 1 WHERE basis = '${disc}'`)).toThrow('nothing agreed covers this line')
  })

  it('lets a job go as a whole, with all that stands on it', () => {
    const db = settledCar()
    db.exec('DELETE FROM job')
    for (const table of ['request_line', 'consent', 'consent_item', 'part_use', 'bill', 'bill_line', 'payment', 'refund']) {
      expect([table, db.prepare(`SELECT count(*) FROM ${table}`).pluck().get()]).toEqual([table, 0])
    }
  })
})

describe('the rows of a settled car', () => {
  it('say what its events say', () => {
    const db = settledCar()
    expect(db.prepare('SELECT cap_rial, billed_rial, discount_rial, paid_rial FROM account').raw().get()).toEqual([
      64_000_000, 61_000_000, 1_000_000, 60_000_000,
    ])
    expect(db.prepare('SELECT basis, state, started_at_utc_ms IS NOT NULL FROM consent_item ORDER BY position').raw().all()).toEqual([
      [disc, 'accepted', 0],
      [tuning, 'accepted', 1],
      [refused, 'refused', 0],
    ])
    expect(db.prepare('SELECT sum(agreed_rial) FROM request_line').pluck().get()).toBe(33_000_000)
    expect(db.prepare('SELECT kind, milli FROM part_use ORDER BY kind').raw().all()).toEqual([
      ['دیسک چرخ جلو', 2000],
      ['روغن موتور', 4000],
      ['فیلتر روغن', 1000],
    ])
    expect(db.prepare('SELECT grade FROM consent').pluck().get()).toBe('C')
  })
})

describe('an amount', () => {
  const columns = [
    ['request_line', 'agreed_rial'],
    ['consent_item', 'amount_rial'],
    ['bill_line', 'amount_rial'],
    ['bill', 'discount_rial'],
    ['payment', 'amount_rial'],
    ['payment', 'refunded_rial'],
    ['refund', 'amount_rial'],
    ['debt', 'amount_rial'],
  ] as const

  it.each(columns)('of %s.%s is never below 0, above 10^12, or half a rial', (table, column) => {
    const db = settledCar()
    db.exec("INSERT INTO debt SELECT job_id, 1, NULL, '', 0, 'x' FROM job")
    for (const [amount, says] of [
      ['-1', 'CHECK constraint failed'],
      ['1000000000001', 'CHECK constraint failed'],
      ['0.5', 'cannot store REAL value in INTEGER column'],
      ["'many'", 'cannot store TEXT value in INTEGER column'],
    ] as const) {
      expect(() => attempt(db, `UPDATE ${table} SET ${column} = ${amount}`)).toThrow(says)
    }
  })
})
