import type { Page } from 'playwright-core'
import type { ConsentId, JobId } from '../../core/basics/ids.ts'
import { rial } from '../../core/basics/rial.ts'
import type { JobPage } from '../../core/contract/views.ts'
import type { NewConsentItem } from '../../core/domain/consent/commands.ts'
import type { Material, RequestedMaterial } from '../../core/domain/materials/types.ts'
import { parseMobile } from '../../core/persian/mobile.ts'
import { shownText } from '../support/consents.ts'
import { at, car } from '../support/garage.ts'
import { actIn, openTestGarage } from '../support/service.ts'
import { openCounter } from './counter.ts'

export const barcodes = { oil: '6260100300017', otherOil: '6260100300024', filter: 'HU719-6X' }

const catalogue: readonly Omit<Material, 'materialId'>[] = [
  line({ kind: 'روغن موتور', brand: 'بهران', grade: '10W-40', barcode: barcodes.oil, unit: 'litre', unitPriceRial: rial(3_500_000) }),
  line({
    kind: 'روغن موتور',
    brand: 'ایرانول',
    grade: '20W-50',
    barcode: barcodes.otherOil,
    unit: 'litre',
    unitPriceRial: rial(2_900_000),
  }),
  line({ kind: 'فیلتر روغن', brand: 'سرکان', barcode: barcodes.filter, unitPriceRial: rial(1_900_000) }),
  line({ kind: 'شمع', brand: 'NGK', partNo: 'BKR6EIX', unitPriceRial: rial(4_000_000) }),
]

function line(fields: Partial<Omit<Material, 'materialId'>> & { readonly kind: string }): Omit<Material, 'materialId'> {
  return { brand: null, grade: null, partNo: null, barcode: null, unit: 'piece', unitPriceRial: rial(0), active: true, ...fields }
}

const requested: readonly Omit<RequestedMaterial, 'lineNo'>[] = [
  {
    spec: { kind: 'روغن موتور', brand: 'بهران', grade: '10W-40', partNo: null },
    quantity: { milli: 3500, unit: 'litre' },
    priceRial: rial(12_250_000),
  },
  {
    spec: { kind: 'فیلتر روغن', brand: 'سرکان', grade: null, partNo: null },
    quantity: { milli: 1000, unit: 'piece' },
    priceRial: rial(1_900_000),
  },
  { spec: { kind: 'شمع', brand: null, grade: null, partNo: null }, quantity: { milli: 4000, unit: 'piece' }, priceRial: rial(16_000_000) },
]

export const bayMechanic = 'رضا کریمی'

/** The garage of the tests with a catalogue, and one car that a mechanic works on, three materials asked for. */
export async function openBay() {
  const counter = await openCounter(openTestGarage())
  const garage = { ...counter, ...actIn(counter.service, counter.clock) }
  const { act, named, service } = garage
  for (const material of catalogue) surely(act({ type: 'saveMaterial', materialId: null, material }, 'مینا کاظمی'))
  const serviceIds =
    service
      .garage()
      ?.services.slice(0, 1)
      .map(({ serviceId }) => serviceId) ?? []
  const jobId = surely(
    act({
      type: 'openVisit',
      customer: { name: 'مریم احمدی', mobile: null },
      vehicle: car('47د52688'),
      serviceIds,
      materials: requested,
      note: '',
      plateSeenTwice: false,
    }),
  )
  const bayId = service.garage()?.bays[0]?.bayId
  if (jobId === null || bayId === undefined) throw new Error('a visit has a job, and the garage a bay')
  surely(act({ type: 'startWork', jobId, bayId, mechanicId: named(bayMechanic), overrideReason: null }, bayMechanic))
  const job = (): JobPage => {
    const page = service.job(jobId)
    if (page === null) throw new Error('the job is there')
    return page
  }
  return { ...garage, jobId, job, consent: (items: readonly ConsentAsked[]) => answered(garage, jobId, items) }
}

type Garage = Awaited<ReturnType<typeof openCounter>> & ReturnType<typeof actIn>

export type ConsentAsked = { readonly title: string; readonly part: boolean; readonly decision: 'accepted' | 'refused' }

/** Asked by the desk and answered on the phone, as it happens while the mechanic works. */
function answered({ act, service }: Garage, jobId: JobId, asked: readonly ConsentAsked[]): ConsentId {
  surely(act({ type: 'askConsent', jobId, items: asked.map(item), replaces: null }))
  const consent = service.job(jobId)?.account.consents[0]?.consent
  const number = parseMobile('09121112233')
  if (consent === undefined || !number.ok) throw new Error('it was asked')
  const { consentId, snapshotHash } = consent
  surely(act({ type: 'showConsent', jobId, consentId, channel: 'call', text: shownText }))
  surely(
    act({
      type: 'answerConsent',
      jobId,
      consentId,
      snapshotHash,
      text: shownText,
      answers: asked.map(({ decision }, index) => ({ itemNo: index + 1, decision, condition: '' })),
      decidedBy: { name: 'مریم احمدی', relation: 'owner', mobile: number.value, delegateBasis: null },
      evidence: { channel: 'call', number: number.value, calledAtUtcMs: at('09:00'), readBack: true, note: '' },
    }),
  )
  return consentId
}

function item({ title, part }: ConsentAsked): NewConsentItem {
  return {
    title,
    spec: part ? { kind: title, brand: null, grade: null, partNo: null } : null,
    condition: part ? 'new' : null,
    quantity: part ? { milli: 2000, unit: 'piece' } : { milli: 1000, unit: 'time' },
    findingId: null,
    reason: 'از اندازه گذشته است',
    grade: 'unsafe',
    photos: [],
    foundBy: null,
    price: { partRial: rial(part ? 24_000_000 : 0), labourRial: rial(4_000_000), taxRial: rial(0) },
    extraMin: 30,
    ifRefused: 'ایمنی ترمز را تأیید نمی‌کنیم',
    alternatives: '',
    oldPartBack: null,
  }
}

function surely(outcome: ReturnType<ReturnType<typeof actIn>['act']>): JobId | null {
  if (!outcome.ok) throw new Error(outcome.error.code)
  return outcome.value.jobId
}

/** Everything that a scanner types of a code, in one go: no pause of this machine comes between its keys. */
export async function scan(page: Page, code: string, layout: 'us' | 'persian' = 'us'): Promise<void> {
  await page.evaluate(
    ([keys]) => {
      for (const key of [...keys, { key: 'Enter', code: 'Enter', shiftKey: false }]) {
        const target = document.activeElement ?? document.body
        const isTaken = !target.dispatchEvent(new KeyboardEvent('keydown', { ...key, bubbles: true, cancelable: true }))
        if (!isTaken && key.key.length === 1 && target instanceof HTMLInputElement) {
          Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(target, target.value + key.key)
          target.dispatchEvent(new Event('input', { bubbles: true }))
        }
        target.dispatchEvent(new KeyboardEvent('keyup', { ...key, bubbles: true, cancelable: true }))
      }
    },
    [Array.from(code).map((character) => keyOf(character, layout))] as const,
  )
}

function keyOf(character: string, layout: 'us' | 'persian') {
  const isDigit = /[0-9]/.test(character)
  const isLetter = /[A-Za-z]/.test(character)
  const code = isDigit ? `Digit${character}` : isLetter ? `Key${character.toUpperCase()}` : 'Minus'
  const persian = isDigit ? String.fromCharCode(0x06f0 + Number(character)) : isLetter ? 'ش' : character
  return { key: layout === 'us' ? character : persian, code, shiftKey: /[A-Z]/.test(character) }
}
