import type { ConsentId, DeviceId, GarageId, JobId, PersonId } from '../../core/basics/ids.ts'
import { addMinutes } from '../../core/basics/instant.ts'
import { rial } from '../../core/basics/rial.ts'
import type { ConsentItem, ConsentSnapshot } from '../../core/domain/consent/types.ts'
import { itemRial } from '../../core/domain/consent/state.ts'
import { isMobile } from '../../core/persian/mobile.ts'
import { item, labour, quantity } from './consents.ts'
import { at, car } from './garage.ts'
import { testId } from './ids.ts'

/** A request of three items as a customer is shown it: a part with work, work alone, a part alone. */
export const asked: readonly ConsentItem[] = [
  { itemNo: 1, ...item() },
  { itemNo: 2, ...labour, grade: 'soon', reason: 'موتور ناآرام کار می‌کند', extraMin: 40, ifRefused: 'فعلاً می‌شود راند', oldPartBack: null },
  {
    itemNo: 3,
    ...item({
      title: 'تیغه برف‌پاک‌کن جلو',
      spec: { kind: 'تیغه برف‌پاک‌کن', brand: 'بوش', grade: null, partNo: 'A-204' },
      quantity: quantity(1, 'pair'),
      price: { partRial: rial(3_100_000), labourRial: rial(0), taxRial: rial(0) },
      grade: 'advisory',
      reason: 'لبه لاستیک پاره است',
      extraMin: 0,
      ifRefused: 'در باران دید کمتر می‌شود',
      alternatives: 'تیغه معمولی هم هست',
      oldPartBack: false,
    }),
  },
]

const mobile = '09124862175'

export function request(items: readonly ConsentItem[] = asked): ConsentSnapshot {
  const capBeforeRial = rial(41_500_000)
  const readyBeforeUtcMs = at('10:50')
  return {
    format: 1,
    consentId: testId<ConsentId>(1),
    consentNo: 1,
    jobId: testId<JobId>(2),
    jobNo: 2041,
    bookingRef: null,
    offer: null,
    garageId: testId<GarageId>(3),
    deviceId: testId<DeviceId>(4),
    customer: { name: 'مریم احمدی', mobile: isMobile(mobile) ? mobile : null },
    vehicle: { ...car('47د526-88'), vin: null, odometerKm: null },
    items,
    capBeforeRial,
    capIfAllRial: rial(items.reduce((sum: number, { price }) => sum + itemRial(price), capBeforeRial)),
    readyBeforeUtcMs,
    readyIfAllUtcMs: addMinutes(
      readyBeforeUtcMs,
      items.reduce((sum, { extraMin }) => sum + extraMin, 0),
    ),
    askedAtUtcMs: at('10:20'),
    validUntilUtcMs: addMinutes(at('10:20'), 24 * 60),
    askedBy: testId<PersonId>(5),
    clock: 'ok',
  }
}
