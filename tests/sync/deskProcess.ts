import type { CommandId } from '../../core/basics/ids.ts'
import { systemClock } from '../../electron/service/clock.ts'
import { newId } from '../../electron/service/ids.ts'
import { openService } from '../../electron/service/service.ts'
import { createSync } from '../../electron/sync/control.ts'
import { testPlate } from '../support/plates.ts'

/** A desk as a process of its own, made to be killed: records visits as fast as it can and says which were confirmed, while it syncs. */
const [dataFolder = '', marksFolder = '', prefix = '', first = '0'] = process.argv.slice(2)
const opened = openService({ dataFolder, clock: systemClock, programVersion: 'test', demoAtUtcMs: null })
if (!opened.ok) throw new Error(opened.error.code)
const service = opened.value
createSync({ source: service, dataFolder, marksFolder, programVersion: 'test', timing: { random: () => 0.01, pollMs: 50 } })
const garage = service.garage()
const desk = garage?.people.find(({ role }) => role === 'frontDesk')
const [offered] = garage?.services ?? []
if (desk === undefined || offered === undefined) throw new Error('the garage has a desk and a service')

let number = 0
setInterval(() => {
  const note = `${prefix} ${number}`
  const done = service.command({
    commandId: newId<CommandId>(systemClock.wallUtcMs()),
    actorId: desk.personId,
    command: {
      type: 'openVisit',
      customer: { name: '', mobile: null },
      vehicle: { plate: testPlate(Number(first) + number), model: '' },
      serviceIds: [offered.serviceId],
      materials: [],
      note,
      plateSeenTwice: true,
    },
  })
  number += 1
  if (done.ok) process.send?.({ note })
}, 5)
