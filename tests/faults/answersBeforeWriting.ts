import { openHttpDoor } from '../../electron/gateway/httpDoor.ts'
import { newId } from '../../electron/service/ids.ts'
import { systemClock } from '../../electron/service/clock.ts'
import { openService } from '../../electron/service/service.ts'
import { ok } from '../../core/basics/result.ts'

/** A broken service, for the fault test to catch: it confirms a command and carries it out a moment later. */
const [, , , dataFolder = '', , pageFolder = '', , port = '0'] = process.argv
const opened = openService({ dataFolder, clock: systemClock, programVersion: 'broken', demoAtUtcMs: null })
if (!opened.ok) throw new Error(opened.error.code)
const service = opened.value
const door = await openHttpDoor({
  service: {
    ...service,
    command: (input) => {
      setTimeout(() => service.command(input), 15)
      return ok({ jobId: newId(systemClock.wallUtcMs()), bookings: null })
    },
  },
  secret: process.env['PISHKHAN_SECRET'] ?? '',
  port: Number(port),
  pageFolder,
})
process.send?.({ kind: 'open', port: door.port })
