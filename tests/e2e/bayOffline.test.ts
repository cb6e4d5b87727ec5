import { expect, it } from 'vitest'
import type { CommandId, PersonId } from '../../core/basics/ids.ts'
import { utcMs } from '../../core/basics/instant.ts'
import { rial } from '../../core/basics/rial.ts'
import type { Command } from '../support/service.ts'
import { newId } from '../../electron/service/ids.ts'
import { car } from '../support/garage.ts'
import { connectTo, startProgram } from '../support/program.ts'
import { setupInput } from '../support/setupInput.ts'
import { bayMechanic } from './bay.ts'
import { closeAfterTest, openPage, useBrowser } from './browser.ts'
import { until } from './counter.ts'

const browser = useBrowser()

it('a part that is logged while the service is away waits in sight, and is logged once when it is back', async () => {
  const program = await startProgram()
  const client = connectTo(program)
  await client.setUp(setupInput)
  const garage = await client.garage()
  const personOf = (name: string): PersonId => {
    const person = garage?.people.find((each) => each.name === name)
    if (person === undefined) throw new Error(`${name} works here`)
    return person.personId
  }
  const act = async (actorId: PersonId, command: Command) => {
    const outcome = await client.command({ commandId: newId<CommandId>(utcMs(Date.now())), actorId, command })
    if (!outcome.ok || outcome.value.jobId === null) throw new Error('it is done to a job')
    return outcome.value.jobId
  }
  const jobId = await act(personOf('لیلا مرادی'), {
    type: 'openVisit',
    customer: { name: 'مریم احمدی', mobile: null },
    vehicle: car('47د52688'),
    serviceIds: garage?.services.slice(0, 1).map(({ serviceId }) => serviceId) ?? [],
    materials: [
      {
        spec: { kind: 'روغن موتور', brand: 'بهران', grade: null, partNo: null },
        quantity: { milli: 3500, unit: 'litre' },
        priceRial: rial(12_250_000),
      },
    ],
    note: '',
    plateSeenTwice: false,
  })
  const bayId = garage?.bays[0]?.bayId
  if (bayId === undefined) throw new Error('the garage has a bay')
  await act(personOf(bayMechanic), { type: 'startWork', jobId, bayId, mechanicId: personOf(bayMechanic), overrideReason: null })

  const page = closeAfterTest(await openPage(browser(), program.url, { language: 'fa', theme: 'light', width: 390, height: 844 }))
  await page.evaluate(() => (location.hash = '#/mechanic'))
  await page.getByRole('button', { name: bayMechanic }).click()
  const button = page.getByRole('button', { name: 'ثبت ۳٫۵ لیتر: روغن موتور' })
  await button.waitFor()
  // Stopped rather than killed: it is away for as long as this test says.
  const pid = program.pid() ?? 0
  process.kill(pid, 'SIGSTOP')
  try {
    await button.click()
    await page.getByText('در انتظار ارسال', { exact: true }).waitFor()
    await page.getByText('۱ در انتظار ارسال').waitFor()
  } finally {
    process.kill(pid, 'SIGKILL')
  }
  await until(() => program.restarts() === 1, 'the service is back')
  await page.getByText('۱ از ۱ ثبت شد').waitFor()
  const job = await client.job({ jobId })
  expect(job?.account.uses.map(({ use }) => use.quantity.milli)).toEqual([3500])
  expect(await page.getByText('در انتظار ارسال').count()).toBe(0)
})
