import { describe, expect, it } from 'vitest'
import type { ConsentId, EventId, MaterialId } from '../../../core/basics/ids.ts'
import { rial } from '../../../core/basics/rial.ts'
import type { UseView } from '../../../core/contract/views.ts'
import type { GivenPart, Material, MaterialSpec, Quantity, Unit } from '../../../core/domain/materials/types.ts'
import type { Basis } from '../../../core/domain/pricing/basis.ts'
import type { ClosingRow, ClosingState } from '../../../core/domain/pricing/closing.ts'
import { chosenQuantity, fittingLine, partTyped, scannedQuantity, scannedMaterial } from '../../../renderer/features/mechanic/fitting.ts'
import { partLines, progressOf, type PartLine } from '../../../renderer/features/mechanic/partLines.ts'
import { materialsToSend, priceOf, totalRial, wantedOfCatalogue, withOneMore } from '../../../renderer/features/newVisit/wantedMaterials.ts'
import { readPercent } from '../../../renderer/features/settings/vat/vatDraft.ts'
import { readTypedQuantity, steppedQuantity } from '../../../renderer/ui/typedQuantity.ts'
import { testId } from '../../support/ids.ts'
import { at } from '../../support/garage.ts'

const oil: MaterialSpec = { kind: 'روغن موتور', brand: 'بهران', grade: '10W-40', partNo: null }
const pads: MaterialSpec = { kind: 'لنت ترمز جلو', brand: null, grade: null, partNo: null }

function litres(milli: number): Quantity {
  return { milli, unit: 'litre' }
}
function pieces(count: number): Quantity {
  return { milli: count * 1000, unit: 'piece' }
}

function row(basis: Basis, spec: MaterialSpec | null, agreed: Quantity, usedMilli = 0, state: ClosingState = 'agreed'): ClosingRow {
  const isConsent = basis.kind === 'consent'
  return {
    basis,
    title: spec?.kind ?? 'شست‌وشوی انژکتور',
    spec,
    condition: null,
    state,
    requested: isConsent ? null : agreed,
    consented: isConsent ? agreed : null,
    consentGrade: null,
    used: { milli: usedMilli, unit: agreed.unit },
    billed: null,
    agreedRial: rial(1_000_000),
    usedRial: rial(0),
    billedRial: null,
    leftOutReason: null,
    hasPart: spec !== null,
    difference: null,
  }
}

const consentId = testId<ConsentId>(7)
const consented = (itemNo: number): Basis => ({ kind: 'consent', consentId, itemNo })
const requested = (lineNo: number): Basis => ({ kind: 'material', lineNo })

function linesOf(rows: readonly ClosingRow[], uses: readonly UseView[] = []): readonly PartLine[] {
  return partLines({ rows, uses, consents: [] })
}

function useOf(basis: Basis, part: GivenPart, quantity: Quantity, takenBackMilli: number): UseView {
  const use = {
    useId: testId<EventId>(9),
    basis,
    part,
    quantity,
    source: 'requested',
    takenBackMilli,
    atUtcMs: at('10:00'),
    by: 'system',
  } as const
  return { use, byName: null }
}

function material(fields: Partial<Material>): Material {
  return {
    materialId: testId<MaterialId>(3),
    kind: oil.kind,
    brand: oil.brand,
    grade: oil.grade,
    partNo: null,
    barcode: '6260100300017',
    unit: 'litre',
    unitPriceRial: rial(1_150_000),
    active: true,
    ...fields,
  }
}

describe('the lines of a job in the bay', () => {
  it('come in the order of what is to be done: to do, unanswered, not to do, done', () => {
    const lines = linesOf([
      row({ kind: 'service', serviceId: testId(1) }, null, { milli: 1000, unit: 'time' }),
      row(requested(1), oil, litres(3500), 3500),
      row(requested(2), pads, pieces(1)),
      row(consented(1), oil, litres(1000), 0, 'refused'),
      row(consented(2), pads, pieces(2), 0, 'pending'),
      row(consented(3), null, { milli: 1000, unit: 'time' }),
    ])
    expect(lines.map(({ key, isDone, isFresh, state }) => ({ key, isDone, isFresh, state }))).toEqual([
      { key: 'material:2', isDone: false, isFresh: false, state: 'agreed' },
      { key: `consent:${consentId}:3`, isDone: false, isFresh: true, state: 'agreed' },
      { key: `consent:${consentId}:2`, isDone: false, isFresh: false, state: 'pending' },
      { key: `consent:${consentId}:1`, isDone: false, isFresh: false, state: 'refused' },
      { key: 'material:1', isDone: true, isFresh: false, state: 'agreed' },
    ])
    expect(progressOf(lines)).toEqual({ done: 1, all: 3 })
  })

  it('one tap logs exactly what is left', () => {
    const [line] = linesOf([row(requested(1), oil, litres(400), 300)])
    expect(line?.left).toEqual(litres(100))
  })

  it('a line on which more is logged than agreed has nothing left', () => {
    const [line] = linesOf([row(requested(1), oil, litres(400), 500)])
    expect(line).toMatchObject({ left: litres(0), isDone: true })
  })

  it('what was taken back whole is not shown as logged', () => {
    const part = partTyped({ kind: 'روغن موتور', brand: '', grade: '', partNo: '' }, null)
    const uses = [
      useOf(requested(1), part, litres(1000), 1000),
      useOf(requested(1), part, litres(1000), 400),
      useOf(requested(2), part, litres(1), 0),
    ]
    const [line] = linesOf([row(requested(1), oil, litres(3500), 600)], uses)
    expect(line?.uses.map(({ use }) => use.takenBackMilli)).toEqual([400])
  })
})

describe('a part of the catalogue and the lines', () => {
  const lines = linesOf([
    row(requested(1), oil, litres(3500), 3500),
    row(requested(2), pads, pieces(4)),
    row(consented(1), { ...oil, grade: null }, litres(2000)),
    row(consented(2), { ...pads, brand: 'الیگ' }, pieces(1), 0, 'refused'),
  ])

  it('goes to the first line that it fits and that still wants some', () => {
    expect(fittingLine(lines, material({}))?.basis).toEqual(consented(1))
    expect(fittingLine(lines, { kind: 'لنت ترمز جلو', brand: 'الیگ', grade: null, partNo: null })?.basis).toEqual(requested(2))
  })

  it('reads the same in the letters and digits of any keyboard', () => {
    const typed = partTyped({ kind: ' روغن موتور ', brand: 'بهران', grade: '۱۰w-۴۰', partNo: '' }, null)
    expect(fittingLine(linesOf([row(requested(1), oil, litres(1))]), typed)?.basis).toEqual(requested(1))
  })

  it('fits no line of another brand, and none that was refused', () => {
    expect(fittingLine(linesOf([row(requested(1), oil, litres(1))]), material({ brand: 'ایرانول' }))).toBeNull()
    expect(fittingLine(linesOf([row(consented(2), pads, pieces(1), 0, 'refused')]), pads)).toBeNull()
  })

  it('a scan is one piece of what is counted, and all that is left of what is measured', () => {
    const [pad, oils] = linesOf([row(requested(2), pads, pieces(4)), row(requested(1), oil, litres(3500), 500)])
    expect(scannedQuantity(pad ?? null, material({ unit: 'piece' }))).toEqual(pieces(1))
    expect(scannedQuantity(oils ?? null, material({}))).toEqual(litres(3000))
    expect(scannedQuantity(null, material({ unit: 'set' }))).toEqual({ milli: 1000, unit: 'set' })
    expect(chosenQuantity(pad ?? null, material({ unit: 'piece' }))).toEqual(pieces(4))
  })

  it('is found by the part number where that is what the bars say, unless two have it', () => {
    const plugs = [material({ barcode: null, partNo: 'BKR6EIX' }), material({ barcode: null, partNo: 'BKR6EIX-11' })]
    expect(scannedMaterial(plugs, 'bkr6eix')?.partNo).toBe('BKR6EIX')
    expect(scannedMaterial([...plugs, material({ brand: 'NGK', barcode: null, partNo: 'BKR6EIX' })], 'BKR6EIX')).toBeNull()
  })

  it('is found by its barcode in any digits, not by another that holds it, nor when it is put aside', () => {
    expect(scannedMaterial([material({ barcode: '62601003000171' }), material({})], '۶۲۶۰۱۰۰۳۰۰۰۱۷')?.barcode).toBe('6260100300017')
    expect(scannedMaterial([material({ active: false })], '6260100300017')).toBeNull()
  })
})

describe('quantities as they are typed', () => {
  it.each([
    ['3.5', 'litre', { ok: true, value: litres(3500) }],
    ['۳٫۵', 'litre', { ok: true, value: litres(3500) }],
    ['3/5', 'litre', { ok: true, value: litres(3500) }],
    ['0.001', 'litre', { ok: true, value: litres(1) }],
    ['0.1', 'metre', { ok: true, value: { milli: 100, unit: 'metre' } }],
    ['9999.999', 'kilogram', { ok: true, value: { milli: 9_999_999, unit: 'kilogram' } }],
    ['0.0005', 'litre', { ok: false, error: 'tooFine' }],
    ['0', 'litre', { ok: false, error: 'nothing' }],
    ['10000.001', 'litre', { ok: false, error: 'tooLarge' }],
    ['1.5', 'piece', { ok: false, error: 'fraction' }],
    ['2', 'piece', { ok: true, value: pieces(2) }],
    ['-1', 'piece', { ok: false, error: 'negative' }],
    ['یک', 'piece', { ok: false, error: 'notANumber' }],
    ['', 'piece', { ok: true, value: null }],
  ] as const)('%j %s', (typed, unit, expected) => {
    expect(readTypedQuantity(typed, unit)).toEqual(expected)
  })

  it('every thousandth up to ten litres is read back as itself', () => {
    for (let milli = 1; milli <= 10_000; milli += 1) {
      expect(readTypedQuantity(String(milli / 1000), 'litre')).toEqual({ ok: true, value: litres(milli) })
    }
  })

  it('the arrows step by a whole one, and by half of what is measured', () => {
    const stepped = (from: Quantity | null, unit: Unit, direction: 1 | -1) => steppedQuantity(from, unit, direction).milli
    expect(stepped(pieces(1), 'piece', 1)).toBe(2000)
    expect(stepped(pieces(1), 'piece', -1)).toBe(1000)
    expect(stepped(litres(3500), 'litre', 1)).toBe(4000)
    expect(stepped(null, 'litre', 1)).toBe(500)
  })
})

describe('materials of a new visit', () => {
  it('the same part once more is one more of it', () => {
    const wanted = withOneMore(withOneMore([], material({})), material({}))
    expect(wanted).toHaveLength(1)
    expect(wanted[0]?.quantity).toEqual(litres(2000))
  })

  it('are priced by their quantity, to the rial, whatever was typed before', () => {
    const [wanted = wantedOfCatalogue(material({}))] = withOneMore([], material({ unitPriceRial: rial(1_150_001) }))
    expect(priceOf({ ...wanted, quantity: litres(3500) })).toBe(4_025_003)
    expect(priceOf({ ...wanted, quantity: litres(1) })).toBe(1150)
    expect(priceOf({ ...wanted, quantity: null })).toBeNull()
    expect(
      totalRial([
        { ...wanted, quantity: litres(2000) },
        { ...wanted, quantity: null },
      ]),
    ).toBe(2_300_002)
  })

  it('are not sent while a quantity is missing', () => {
    const wanted = wantedOfCatalogue(material({}))
    expect(materialsToSend([wanted, { ...wanted, quantity: null }])).toBeNull()
    expect(materialsToSend([wanted])).toEqual([{ spec: oil, quantity: litres(1000), priceRial: 1_150_000 }])
    expect(materialsToSend([])).toEqual([])
  })
})

describe('VAT rates', () => {
  it.each([
    ['10', { ok: true, value: 1000 }],
    ['۹٫۵', { ok: true, value: 950 }],
    ['9.25', { ok: true, value: 925 }],
    ['0', { ok: true, value: 0 }],
    ['9.125', { ok: false, error: 'tooFine' }],
    ['50.01', { ok: false, error: 'tooBig' }],
    ['', { ok: false, error: 'empty' }],
  ])('%j', (typed, expected) => {
    expect(readPercent(typed)).toEqual(expected)
  })
})
