import type { JobId, RequestId } from '../../core/basics/ids.ts'
import type { CommandInput } from '../../core/contract/contract.ts'
import type { Role } from '../../core/domain/people/role.ts'
import { rial } from '../../core/basics/rial.ts'
import { demoMaterials, demoVatRates } from '../../electron/service/demo/catalogue.ts'
import { newId } from '../../electron/service/ids.ts'
import type { Service } from '../../electron/service/service.ts'
import { requestDay } from './requestDay.ts'

/** As whoever of this role stands at the desk of the demo's garage. */
export function deskOf(service: Service, as: Role = 'frontDesk') {
  const desk = service.garage()?.people.find(({ role }) => role === as)
  if (desk === undefined) throw new Error('somebody stands at the desk')
  return (command: CommandInput['command']) => {
    const now = service.garageForSync()?.clock.wallUtcMs()
    if (now === undefined) throw new Error('a garage is open')
    return service.command({ commandId: newId(now), actorId: desk.personId, command })
  }
}

export type RequestSeed = {
  readonly fresh: RequestId
  readonly ownWords: RequestId
  readonly offered: RequestId
  readonly crossed: RequestId
  readonly accepted: RequestId
  readonly acceptedJob: JobId
}

/** A morning of price requests in the demo's garage: one in each state, one that crossed. */
export function seedRequests(service: Service): RequestSeed {
  const owner = deskOf(service, 'owner')
  owner({ type: 'saveVatRates', vatRates: demoVatRates })
  for (const material of demoMaterials) owner({ type: 'saveMaterial', materialId: null, material })
  const act = deskOf(service)
  const day = requestDay(service, act)
  const { wanted, ask } = day
  const [oil, pads, balance, battery] = ['تعویض روغن و فیلترها', 'تعویض لنت جلو', 'پنچرگیری و بالانس', 'تعویض باتری'] as const

  const fresh = ask(
    wanted('47د526ایران88', 'پژو ۲۰۶', 'مریم احمدی', [oil, pads], {
      materials: [
        { spec: { kind: 'روغن موتور', brand: 'بهران', grade: '10W-40', partNo: null }, quantity: { milli: 4_000, unit: 'litre' } },
        { spec: { kind: 'لنت ترمز جلو', brand: null, grade: null, partNo: null }, quantity: { milli: 1_000, unit: 'set' } },
      ],
      note: 'صبح‌ها که سرد است ترمز جلو سوت می‌کشد. اگر دیسک هم لازم است بگویید.',
    }),
    38,
  )
  const ownWords = ask(wanted('12ب345ایران67', 'دنا پلاس', 'علی رضایی', ['صدای تق‌تق از زیر ماشین', balance]), 112, 20)
  ask(wanted('31ل774ایران10', 'تیبا', 'رضا شریفی', [battery]), -25, 145)
  const offered = ask(wanted('65ن218ایران22', 'پراید ۱۳۱', 'سعید کاظمی', [oil, balance]), 90, 70)
  day.offer(offered, { [oil]: 3_500_000, [balance]: 6_800_000 })
  day.offer(
    offered,
    { [oil]: 3_000_000, [balance]: 6_800_000 },
    {
      materials: [
        {
          spec: { kind: 'فیلتر هوا', brand: 'سرکان', grade: null, partNo: null },
          quantity: { milli: 1_000, unit: 'piece' },
          priceRial: rial(3_400_000),
        },
      ],
      note: 'با فیلتر هوا؛ همه با هم یک ساعت.',
    },
  )
  const crossed = ask(wanted('88ص451ایران11', 'سمند', 'زهرا موسوی', [pads]), 60, 90)
  day.offer(crossed, { [pads]: 7_000_000 })
  const seen = day
    .page(crossed)
    .timeline.map(({ eventId }) => eventId)
    .slice(-1)
  day.offer(crossed, { [pads]: 7_600_000 }, { note: 'دستمزد بالا رفته است.' })
  day.accept(crossed, 1, { jobNo: 9_102, slotInMin: 26 * 60, seen })
  const accepted = ask(wanted('24م963ایران55', 'پژو پارس', 'حسن نوری', [battery]), 60, 120)
  day.offer(accepted, { [battery]: 1_500_000 })
  const acceptedJob = day.accept(accepted, 1, { jobNo: 9_103, slotInMin: 50 * 60 })
  const takenBack = ask(wanted('19ق652ایران44', 'ساینا', 'مهدی کریمی', [oil]), 60, 100)
  day.takeBack(takenBack, 'جای دیگری رفتم.')
  const declined = ask(wanted('57ه149ایران33', 'رنو تندر ۹۰', 'نگار صادقی', ['تعمیر گیربکس']), 60, 80)
  act({ type: 'declineRequest', requestId: declined, reason: 'گیربکس تعمیر نمی‌کنیم.' })
  return { fresh, ownWords, offered, crossed, accepted, acceptedJob }
}
