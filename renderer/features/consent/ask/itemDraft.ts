import type { ActorId, EventId, Sha256Hex } from '../../../../core/basics/ids.ts'
import { maxRial, rial, type Rial } from '../../../../core/basics/rial.ts'
import type { Condition, ConsentItem, Finding, SafetyGrade } from '../../../../core/domain/consent/types.ts'
import { onceMilli } from '../../../../core/domain/materials/quantity.ts'
import type { Unit } from '../../../../core/domain/materials/types.ts'
import type { MoneyUnit } from '../../../i18n/format.ts'
import { amountText } from '../../../ui/typedAmount.ts'
import { readTypedQuantity } from '../../../ui/typedQuantity.ts'
import type { CataloguePart } from '../../scan/cataloguePart.ts'

/** One item as it is being written. Numbers are what was typed; they are read when the request is sent. */
export type ItemDraft = {
  /** Its own for as long as it is on the screen. */
  readonly key: string
  readonly title: string
  /** False for work without a part: the fields of the part are kept, and not sent. */
  readonly hasPart: boolean
  readonly kind: string
  readonly brand: string
  readonly specGrade: string
  readonly partNo: string
  readonly condition: Condition
  readonly quantity: string
  readonly unit: Unit
  /** Of one unit, by the catalogue: what the part costs as long as `part` is null. */
  readonly unitPriceRial: Rial | null
  /** Null: quantity times `unitPriceRial`. */
  readonly part: string | null
  readonly labour: string
  readonly tax: string
  readonly extraMin: string
  readonly safety: SafetyGrade
  /** Null: the words for its grade, or for a part of the catalogue (defaultWords.ts). */
  readonly reason: string | null
  readonly ifRefused: string | null
  readonly alternatives: string
  readonly oldPartBack: boolean | null
  readonly photos: readonly Sha256Hex[]
  readonly findingId: EventId | null
  readonly foundBy: ActorId | null
  /** The item of the request before whose place it takes. */
  readonly replacesNo: number | null
}

function newKey(): string {
  return crypto.randomUUID()
}

export function emptyItem(title = ''): ItemDraft {
  return {
    key: newKey(),
    title,
    hasPart: false,
    kind: '',
    brand: '',
    specGrade: '',
    partNo: '',
    condition: 'new',
    quantity: '1',
    unit: 'time',
    unitPriceRial: null,
    part: null,
    labour: '',
    tax: '',
    extraMin: '',
    safety: 'soon',
    reason: '',
    ifRefused: null,
    alternatives: '',
    oldPartBack: null,
    photos: [],
    findingId: null,
    foundBy: null,
    replacesNo: null,
  }
}

export function itemOfFinding({ findingId, title, note, grade, photos, by }: Finding): ItemDraft {
  return { ...emptyItem(title), reason: note.trim() === '' ? null : note, safety: grade, photos, findingId, foundBy: by }
}

/** A part of the catalogue alone. What it is, how it is counted and what it costs are copied: a later change of the catalogue does not reach it. */
export function itemOfMaterial(material: CataloguePart): ItemDraft {
  return { ...withMaterial(emptyItem(), material), reason: null }
}

export function withMaterial(item: ItemDraft, { kind, brand, grade, partNo, unit, unitPriceRial }: CataloguePart): ItemDraft {
  return {
    ...item,
    title: item.title.trim() === '' ? kind : item.title,
    hasPart: true,
    kind,
    brand: brand ?? '',
    specGrade: grade ?? '',
    partNo: partNo ?? '',
    quantity: item.hasPart && item.unit === unit ? item.quantity : '1',
    unit,
    unitPriceRial,
    // Without a price of the catalogue, what was typed stays.
    part: unitPriceRial === null ? item.part : null,
  }
}

/** What was asked or accepted before, to be changed and asked again. */
export function itemOfAsked(asked: ConsentItem, money: MoneyUnit): ItemDraft {
  const { spec, price, quantity } = asked
  return {
    ...emptyItem(asked.title),
    hasPart: spec !== null,
    kind: spec?.kind ?? '',
    brand: spec?.brand ?? '',
    specGrade: spec?.grade ?? '',
    partNo: spec?.partNo ?? '',
    condition: asked.condition ?? 'new',
    quantity: String(quantity.milli / onceMilli),
    unit: quantity.unit,
    part: typedAmount(price.partRial, money),
    labour: typedAmount(price.labourRial, money),
    tax: typedAmount(price.taxRial, money),
    extraMin: asked.extraMin === 0 ? '' : String(asked.extraMin),
    safety: asked.grade,
    reason: asked.reason,
    ifRefused: asked.ifRefused,
    alternatives: asked.alternatives,
    oldPartBack: asked.oldPartBack,
    photos: asked.photos,
    findingId: asked.findingId,
    foundBy: asked.foundBy,
    replacesNo: asked.itemNo,
  }
}

function typedAmount(amount: Rial, money: MoneyUnit): string {
  return amount === 0 ? '' : amountText(amount, money)
}

/** What the part costs by the catalogue, to the nearest rial; null when nobody knows, or it is typed by hand. */
export function cataloguePriceRial({ part, unitPriceRial, quantity, unit }: ItemDraft): Rial | null {
  if (part !== null || unitPriceRial === null) return null
  const read = readTypedQuantity(quantity, unit)
  const milli = read.ok ? (read.value?.milli ?? 0) : onceMilli
  return rial(Math.min(maxRial, Math.round((unitPriceRial * milli) / onceMilli)))
}

/** A finding's or a typed item becomes a part: called what it is called, by the piece, until the desk says otherwise. */
export function asPart(item: ItemDraft): ItemDraft {
  return {
    ...item,
    hasPart: true,
    kind: item.kind === '' ? item.title.trim() : item.kind,
    unit: item.unit === 'time' ? 'piece' : item.unit,
  }
}
