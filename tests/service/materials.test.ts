import { describe, expect, it } from 'vitest'
import type { MaterialId } from '../../core/basics/ids.ts'
import { rial } from '../../core/basics/rial.ts'
import type { Command } from '../support/service.ts'
import type { Material } from '../../core/domain/materials/types.ts'
import { openTestGarage, openTestService } from '../support/service.ts'
import { testId } from '../support/ids.ts'

const oil: Omit<Material, 'materialId'> = {
  kind: 'روغن موتور',
  brand: 'بهران',
  grade: '10W-40',
  partNo: null,
  barcode: '6260000000019',
  unit: 'litre',
  unitPriceRial: rial(3_500_000),
  active: true,
}
const filter = {
  ...oil,
  kind: 'فيلتر روغن',
  brand: 'سرکان',
  grade: null,
  partNo: 'SF-1109',
  barcode: '6260000000156',
  unit: 'piece',
} as const
const pads = { ...oil, kind: 'لنت ترمز جلو', brand: 'الیگ', grade: null, partNo: 'EL-2206', barcode: null, unit: 'set' } as const

const save = (material: Omit<Material, 'materialId'>, materialId: MaterialId | null = null): Command => ({
  type: 'saveMaterial',
  materialId,
  material,
})

function withCatalogue() {
  const open = openTestGarage()
  const own = (command: Command) => open.act(command, 'مینا کاظمی')
  for (const material of [oil, filter, pads]) expect(own(save(material)).ok).toBe(true)
  const find = (text: string, alsoInactive = false) => open.service.materials({ text, limit: 20, alsoInactive })
  const kinds = (text: string, alsoInactive = false) => find(text, alsoInactive).map((material) => material.kind)
  return { ...open, own, find, kinds }
}

describe('the catalogue', () => {
  it('finds by every word, whatever keyboard it was typed under, and by one letter', () => {
    const { kinds } = withCatalogue()
    expect(kinds('')).toHaveLength(3)
    expect(kinds('روغن')).toHaveLength(2)
    expect(kinds('روغن بهران')).toEqual(['روغن موتور'])
    expect(kinds('فیلتر')).toEqual(['فيلتر روغن'])
    expect(kinds('el-22')).toEqual(['لنت ترمز جلو'])
    expect(kinds('۱۰W')).toEqual(['روغن موتور'])
    expect(kinds('ال')).toEqual(['لنت ترمز جلو'])
    expect(kinds('روغن لنت')).toEqual([])
  })

  it('takes every text for text, never for an operator', () => {
    const { kinds } = withCatalogue()
    for (const text of ['"', 'روغن" OR "لنت', '%', '_', 'NEAR(', "'; DROP TABLE material; --"]) expect(kinds(text)).toEqual([])
    expect(kinds('')).toHaveLength(3)
  })

  it('answers a whole barcode with its one line, in any digits', () => {
    const { find } = withCatalogue()
    expect(find('6260000000156').map((material) => material.kind)).toEqual(['فيلتر روغن'])
    expect(find('۶۲۶۰۰۰۰۰۰۰۱۵۶')).toHaveLength(1)
    expect(find('626000')).toHaveLength(2)
  })

  it('gives one barcode to one line: a second one is refused until the first is withdrawn', () => {
    const { own, find, kinds } = withCatalogue()
    const twin = { ...pads, barcode: ' ۶۲۶۰۰۰۰۰۰۰۰۱۹ ' }
    expect(own(save(twin))).toEqual({ ok: false, error: { code: 'barcodeTaken' } })
    const [first] = find('6260000000019')
    if (first === undefined) throw new Error('the oil is there')
    const { materialId, ...line } = first
    // Saved again under its own barcode it is no twin of itself.
    expect(own(save(line, materialId)).ok).toBe(true)
    expect(own(save({ ...line, active: false }, materialId)).ok).toBe(true)
    expect(kinds('بهران')).toEqual([])
    expect(kinds('بهران', true)).toEqual(['روغن موتور'])
    expect(own(save(twin)).ok).toBe(true)
    expect(own(save({ ...line, active: true }, materialId))).toEqual({ ok: false, error: { code: 'barcodeTaken' } })
  })

  it('has no line without a kind, and belongs to the owner', () => {
    const { own, act } = withCatalogue()
    expect(own(save({ ...oil, kind: ' \u200c ', barcode: null }))).toEqual({ ok: false, error: { code: 'kindMissing' } })
    expect(act(save({ ...oil, barcode: null }))).toMatchObject({ error: { code: 'notAllowed' } })
  })

  it('keeps what the owner wrote last, over a restart, in its place', () => {
    const { own, find, service, dataFolder, clock } = withCatalogue()
    const [line] = find('6260000000019')
    if (line === undefined) throw new Error('the oil is there')
    const { materialId, ...fields } = line
    expect(own(save({ ...fields, kind: 'روغن سنگین', unitPriceRial: rial(4_000_000) }, materialId)).ok).toBe(true)
    service.stop()
    const again = openTestService(dataFolder, clock)
    expect(again.service.materials({ text: 'سنگین', limit: 5, alsoInactive: false })).toMatchObject([
      { materialId, unitPriceRial: 4_000_000 },
    ])
    expect(again.service.materials({ text: 'روغن موتور', limit: 5, alsoInactive: false })).toEqual([])
  })

  it('under an id that it does not know makes that line: the row of another PC that came later', () => {
    const { own, find } = withCatalogue()
    expect(own(save({ ...pads, kind: 'دیسک' }, testId<MaterialId>(77))).ok).toBe(true)
    expect(find('دیسک')).toMatchObject([{ materialId: testId(77) }])
  })
})
