import { randomBytes } from 'node:crypto'
import type { ConsentId, EventId, JobId, LinkId, RequestId, Sha256Hex } from '../../core/basics/ids.ts'
import { addMinutes, utcMs, type UtcMs } from '../../core/basics/instant.ts'
import { rial } from '../../core/basics/rial.ts'
import type { ConsentEvent } from '../../core/domain/consent/events.ts'
import type { ConsentSnapshot, ShownText } from '../../core/domain/consent/types.ts'
import { validUntil, itemRial } from '../../core/domain/consent/state.ts'
import type { JobEvent } from '../../core/domain/job/events.ts'
import type { Job } from '../../core/domain/job/types.ts'
import { amountHash } from '../../core/domain/request/amountHash.ts'
import type { MadeOffer } from '../../core/domain/request/types.ts'
import { heads } from '../../core/sync/order.ts'
import { canonicalJson } from '../../core/wire/canonical.ts'
import { eventVersion } from '../../core/wire/versions.ts'
import { newId } from '../../platform/access/newId.ts'
import { sha256Hex } from '../../platform/access/keys.ts'
import { customerRoutes, type CustomerOptions } from '../../platform/customer/routes.ts'
import { readJob } from '../../platform/customer/data/folded.ts'
import { readStream } from '../../platform/log/read.ts'
import type { Platform, StartOptions } from '../../platform/server.ts'
import { item, labour } from '../support/consents.ts'
import { bays, brakes, car, dynamo, garage as settings, oil } from '../support/garage.ts'
import { startTestPlatform } from '../support/platform.ts'
import { announcement, enrolledPc, push, writes, type TestPc } from '../support/platformPc.ts'

/** A garage that is open day and night: what a test books does not hang on the hour at which it runs. */
const always = { intervals: [{ fromMinute: 0, toMinute: 1440 }] }
const hours = { ...settings.hours, weekly: [always, always, always, always, always, always, always], holidays: [], exceptions: [] }

export type TestGarage = { readonly platform: Platform; readonly pc: TestPc; readonly clock: { nowUtcMs: UtcMs } }

/** The platform with its customer's side, and one garage whose PC has told its settings. The clock is the test's. */
export async function customerPlatform(
  options: Partial<StartOptions> = {},
  customer: Pick<CustomerOptions, 'limits' | 'isBehindProxy'> = {},
): Promise<TestGarage> {
  const clock = { nowUtcMs: utcMs(Date.now()) }
  const platform = await startTestPlatform({
    ...options,
    extend: (app, { database }) => app.route('/', customerRoutes({ ...customer, database, now: () => clock.nowUtcMs })),
  })
  const pc = await enrolledPc(platform)
  const profile = { ...settings.profile, garageId: pc.garage, name: 'تعمیرگاه نمونه مهر', phone: '021 8800 1234', moneyShown: 'toman' }
  const rows = [
    ['profile', 'profile', profile],
    ['hours', 'hours', hours],
    ...bays.map((bay) => ['bay', bay.bayId, bay] as const),
    ...[oil, brakes, dynamo].map((service) => ['service', service.serviceId, service] as const),
  ] as const
  const announced = announcement(pc)
  const said = rows.map(([kind, id, value], position) =>
    writes(pc, { stream: `setting:${kind}:${id}`, type: 'settingSaved', payload: { kind, id, position, value } }),
  )
  await mustPush(platform, pc, [announced, ...said])
  return { platform, pc, clock }
}

/** Facts of the garage's desk about one job, after everything that the platform knows of it. */
export async function shopSays({ platform, pc }: TestGarage, jobId: JobId, events: readonly JobEvent[]): Promise<void> {
  let parents: readonly EventId[] = heads(await readStream(platform.database, pc.garage, `job:${jobId}`))
  const said = events.map(({ type, ...payload }) => {
    const event = writes(pc, { stream: `job:${jobId}`, type, v: eventVersion(type), payload, parents })
    parents = [event.id]
    return event
  })
  await mustPush(platform, pc, said)
}

export async function jobOf({ platform, pc }: TestGarage, jobId: JobId): Promise<Job> {
  const job = await readJob(platform.database, pc.garage, jobId)
  if (job === null) throw new Error('no job')
  return job
}

export const vehicle = car('12ب345-67')

/** A car in the garage for brake pads. */
export async function carInWork(garage: TestGarage): Promise<JobId> {
  const jobId = newId<JobId>(Date.now())
  const customer = { name: 'مریم احمدی', mobile: null }
  const evidence = { slotStartUtcMs: null, graceMin: 15, clock: 'ok', countsFrom: null } as const
  const { active: _, ...service } = brakes
  await shopSays(garage, jobId, [
    {
      type: 'jobOpened',
      jobNo: 2041,
      origin: { kind: 'walkIn' },
      slotStartUtcMs: null,
      customer,
      vehicle,
      services: [service],
      acceptedRial: rial(21_800_000),
      note: '',
    },
    { type: 'customerArrived', arrivalClass: 'noSlot', evidence },
  ])
  return jobId
}

export type Asked = {
  readonly jobId: JobId
  readonly consentId: ConsentId
  readonly secret: string
  readonly url: string
  readonly snapshot: ConsentSnapshot
}

const twoItems = [item(), { ...labour, grade: 'soon' as const, extraMin: 0 }]

/** A request for two items, with a link to it. `supersedes` takes an earlier one's place. */
export async function askByLink(
  garage: TestGarage,
  jobId: JobId,
  options: { readonly photos?: readonly Sha256Hex[]; readonly supersedes?: ConsentId; readonly text?: Partial<ShownText> } = {},
): Promise<Asked> {
  const { pc, platform, clock } = garage
  const consentId = newId<ConsentId>(Date.now())
  const items = twoItems.map((each, index) => ({ ...each, itemNo: index + 1, photos: index === 0 ? (options.photos ?? []) : [] }))
  const snapshot: ConsentSnapshot = {
    format: 1,
    consentId,
    consentNo: 1,
    jobId,
    jobNo: 2041,
    bookingRef: null,
    offer: null,
    garageId: pc.garage,
    deviceId: pc.device,
    customer: { name: 'مریم احمدی', mobile: null },
    vehicle: { ...vehicle, vin: null, odometerKm: null },
    items,
    capBeforeRial: rial(21_800_000),
    capIfAllRial: rial(items.reduce((sum: number, each) => sum + itemRial(each.price), 21_800_000)),
    readyBeforeUtcMs: null,
    readyIfAllUtcMs: null,
    askedAtUtcMs: clock.nowUtcMs,
    validUntilUtcMs: validUntil(clock.nowUtcMs),
    askedBy: 'system',
    clock: 'ok',
  }
  const text: ShownText = { language: 'fa', version: '1', body: shownBody, ...options.text }
  await shopSays(garage, jobId, [
    { type: 'consentAsked', snapshot, snapshotHash: sha256Hex(canonicalJson(snapshot)), supersedes: options.supersedes ?? null },
  ])
  const { secret } = await makeLink(garage, jobId, consentId, text)
  return { jobId, consentId, secret, url: `${platform.url}/l/${secret}`, snapshot }
}

export async function makeLink(
  garage: TestGarage,
  jobId: JobId,
  consentId: ConsentId,
  text: ShownText = { language: 'fa', version: '1', body: shownBody },
): Promise<{ readonly secret: string; readonly linkId: LinkId }> {
  const secret = randomBytes(24).toString('base64url')
  const linkId = newId<LinkId>(Date.now())
  const events: readonly ConsentEvent[] = [
    { type: 'consentShown', consentId, channel: 'link', text, textHash: sha256Hex(canonicalJson(text)) },
    { type: 'consentLinkMade', consentId, linkId, tokenHash: sha256Hex(secret) },
  ]
  await shopSays(garage, jobId, events)
  return { secret, linkId }
}

/** The garage's offer on a price request. */
export async function offers(
  { platform, pc }: TestGarage,
  requestId: RequestId,
  change: Partial<MadeOffer> = {},
): Promise<MadeOffer & { readonly amountHash: Sha256Hex }> {
  const { active: _, ...service } = oil
  const offer: MadeOffer = {
    revision: 1,
    services: [service],
    materials: [],
    amountRial: service.priceRial,
    vat: { kind: 'inside' },
    validUntilUtcMs: addMinutes(utcMs(Date.now()), 60),
    note: '',
    ...change,
  }
  const hash = amountHash(requestId, offer, sha256Hex)
  const stream = `request:${requestId}`
  const parents = heads(await readStream(platform.database, pc.garage, stream))
  await mustPush(platform, pc, [writes(pc, { stream, type: 'offerMade', payload: { ...offer, amountHash: hash }, parents })])
  return { ...offer, amountHash: hash }
}

async function mustPush(platform: Platform, pc: TestPc, events: Parameters<typeof push>[2]): Promise<void> {
  const { value, problem } = await push(platform, pc, events)
  if (value === null || value.quarantined > 0) throw new Error(`the platform did not take it: ${problem?.code ?? 'quarantined'}`)
}

/** As the desk's page writes it (renderer/features/consent/shown.ts). */
export const shownBody = `تعمیرگاه نمونه مهر
پژو ۲۰۶، پرونده ۲۰۴۱
پلاک ۱۲ ب ۳۴۵ ایران ۶۷
مریم احمدی، در کار خودروی شما ۲ مورد تازه دیدیم
درباره هر مورد جداگانه تصمیم بگیرید؛ بدون پاسخ شما انجام نمی‌شود.

۱. دیسک چرخ جلو
همین حالا ناایمن · ایساکو، نو · ۲ عدد · ۳۵ دقیقه دیرتر
چرا: ضخامت دیسک کمتر از حد مجاز است
اگر نپذیرید: ایمنی ترمز را تأیید نمی‌کنیم
قطعه کهنه را به شما پس می‌دهیم.
۲٬۸۰۰٬۰۰۰ تومان (قطعه ۲٬۴۰۰٬۰۰۰ و اجرت ۴۰۰٬۰۰۰)

۲. تنظیم موتور
به‌زودی لازم · زمان تحویل عوض نمی‌شود
چرا: دور آرام نامنظم است
اگر نپذیرید: مصرف بنزین بالا می‌ماند
۳۰۰٬۰۰۰ تومان

مبلغی که پذیرفته‌اید: ۲٬۱۸۰٬۰۰۰ تومان
مبلغ تازه، اگر همه را بپذیرید: ۵٬۲۸۰٬۰۰۰ تومان
آماده شدن، اگر همه را بپذیرید: ۳۵ دقیقه دیرتر
این قیمت‌ها تا ۲ آذر، ۱۰:۲۰ می‌ماند.
پاسخ هر مورد، «نه» هم، با همین متن و مبلغ ثبت می‌شود. بیشتر از مبلغ تازه از شما گرفته نمی‌شود.`
