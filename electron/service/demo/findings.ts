import type { ActorId, JobId, PersonId } from '../../../core/basics/ids.ts'
import { rial } from '../../../core/basics/rial.ts'
import type { NewConsentItem } from '../../../core/domain/consent/commands.ts'
import { openConsent } from '../../../core/domain/consent/state.ts'
import type { Consent, Decision, Signature } from '../../../core/domain/consent/types.ts'
import { addPhoto } from '../photos.ts'
import demoPhotos from './photos.json' with { type: 'json' }
import { afterMin, surely, type Shop } from './shop.ts'

type Found = {
  readonly item: Omit<NewConsentItem, 'findingId' | 'photos' | 'foundBy'>
  readonly note: string
  readonly photos: readonly (keyof typeof demoPhotos)[]
  readonly decision: Decision
}

/** Beyond the oil and the pads of a Peugeot 206. Prices hold 10 % of VAT, to the ten rials. */
const found: readonly Found[] = [
  {
    item: {
      title: 'تعویض دیسک چرخ جلو، دو عدد',
      reason: 'ضخامت دیسک ۱۷٫۸ میلی‌متر شده و حد مجاز ۱۸٫۵ است. با لنت نو هم ترمز خوب نمی‌گیرد.',
      grade: 'unsafe',
      spec: { kind: 'دیسک چرخ جلو', brand: 'ایساکو', grade: null, partNo: null },
      condition: 'new',
      quantity: { milli: 2000, unit: 'piece' },
      price: { partRial: rial(21_454_540), labourRial: rial(4_000_000), taxRial: rial(2_545_460) },
      extraMin: 35,
      ifRefused: 'ایمنی ترمز را تأیید نمی‌کنیم و لنت نو زود ساییده می‌شود.',
      alternatives: '',
      oldPartBack: true,
    },
    note: 'ضخامت دیسک ۱۷٫۸ میلی‌متر',
    photos: ['disc', 'gauge'],
    decision: 'accepted',
  },
  {
    item: {
      title: 'تعویض بوش طبق جلو، دو طرف',
      reason: 'لاستیک بوش‌ها ترک خورده و روی دست‌انداز صدا می‌دهد.',
      grade: 'soon',
      spec: { kind: 'بوش طبق جلو', brand: null, grade: null, partNo: null },
      condition: 'new',
      quantity: { milli: 2000, unit: 'piece' },
      price: { partRial: rial(4_363_640), labourRial: rial(4_000_000), taxRial: rial(836_360) },
      extraMin: 40,
      ifRefused: 'فعلاً می‌شود راند؛ تا ۲٬۰۰۰ کیلومتر دیگر دوباره ببینیم.',
      alternatives: 'در سرویس بعدی هم می‌شود انجام داد.',
      oldPartBack: false,
    },
    note: 'لاستیک بوش‌ها ترک خورده',
    photos: ['bush'],
    decision: 'refused',
  },
  {
    item: {
      title: 'تعویض تیغه برف‌پاک‌کن جلو، جفت',
      reason: 'لبه لاستیک پاره است و روی شیشه رد می‌اندازد.',
      grade: 'advisory',
      spec: { kind: 'تیغه برف‌پاک‌کن جلو', brand: null, grade: null, partNo: null },
      condition: 'new',
      quantity: { milli: 1000, unit: 'pair' },
      price: { partRial: rial(2_818_180), labourRial: rial(0), taxRial: rial(281_820) },
      extraMin: 5,
      ifRefused: 'خطر فوری ندارد؛ در باران دید کمتر می‌شود.',
      alternatives: '',
      oldPartBack: null,
    },
    note: 'لبه لاستیک پاره است',
    photos: ['wiper'],
    decision: 'accepted',
  },
]

/** Minutes from the end of the looking until the desk has asked, and until the customer stands at the counter. */
const askedMin = 1
const answeredMin = 17

/** The mechanic tells what he saw; the desk asks; the customer comes to the counter and signs. */
export function reportFindings(shop: Shop, jobId: JobId, mechanicId: PersonId): void {
  const { context, deskId } = shop
  for (const { item, note, photos } of found) {
    const { title, grade } = item
    const hashes = photos.map((name) => storedPhoto(shop, demoPhotos[name]))
    surely(context, { type: 'reportFinding', jobId, title: title.replace(/^تعویض /, ''), note, grade, photos: hashes }, mechanicId)
  }
  afterMin(shop, askedMin, () => {
    surely(context, { type: 'askConsent', jobId, items: itemsOf(shop, jobId, mechanicId), replaces: null }, deskId)
    afterMin(shop, answeredMin - askedMin, () => answer(shop, jobId))
  })
}

function storedPhoto({ context }: Shop, base64: string) {
  const stored = addPhoto(context.db, base64, context.clock.wallUtcMs())
  if (!stored.ok) throw new Error(`the demo's photo was refused: ${stored.error.code}`)
  return stored.value.hash
}

function itemsOf({ context }: Shop, jobId: JobId, foundBy: ActorId): readonly NewConsentItem[] {
  const findings = context.openJobs().get(jobId)?.findings ?? []
  return found.map(({ item }, index) => ({
    ...item,
    findingId: findings[index]?.findingId ?? null,
    photos: findings[index]?.photos ?? [],
    foundBy,
  }))
}

function answer({ context, deskId }: Shop, jobId: JobId): void {
  const job = context.openJobs().get(jobId)
  const consent = job === undefined ? null : openConsent(job)
  if (job === undefined || consent === null) throw new Error('the demo has asked')
  const { consentId, snapshotHash, snapshot } = consent
  const text = { language: 'fa', version: '1', body: shownBody(consent) } as const
  surely(context, { type: 'showConsent', jobId, consentId, channel: 'counter', text }, deskId)
  surely(
    context,
    {
      type: 'answerConsent',
      jobId,
      consentId,
      snapshotHash,
      text,
      answers: snapshot.items.map(({ itemNo }) => ({ itemNo, decision: found[itemNo - 1]?.decision ?? 'later', condition: '' })),
      decidedBy: { name: job.customer.name, relation: 'owner', mobile: job.customer.mobile, delegateBasis: null },
      evidence: { channel: 'counter', signature },
    },
    deskId,
  )
}

function shownBody({ snapshot }: Consent): string {
  const lines = snapshot.items.map(({ itemNo, title, reason, ifRefused, price }) => {
    const toman = (price.partRial + price.labourRial + price.taxRial) / 10
    return `${itemNo.toLocaleString('fa-IR')}. ${title}، ${toman.toLocaleString('fa-IR')} تومان\n${reason}\nاگر نپذیرید: ${ifRefused}`
  })
  return [`مبلغ پذیرفته‌شده تا این‌جا: ${(snapshot.capBeforeRial / 10).toLocaleString('fa-IR')} تومان`, ...lines].join('\n\n')
}

/** A name drawn in two strokes: a wave that runs out, and the line under it. */
const signature: Signature = {
  width: 320,
  height: 140,
  strokes: [
    Array.from(
      { length: 60 },
      (_, n) => [Math.round(286 - n * 3.6), Math.round(70 + 34 * Math.sin(n / 4) * (1 - n / 90) + n / 6), n * 14] as const,
    ),
    Array.from({ length: 24 }, (_, n) => [Math.round(92 + n * 7), Math.round(112 - n / 2), 1_150 + n * 12] as const),
  ],
}
