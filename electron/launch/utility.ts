import { parseArgs } from 'node:util'
import { systemClock } from '../service/clock.ts'
import { messagePortDoor } from '../gateway/messagePortDoor.ts'
import { readMoment } from './moment.ts'
import { programVersion } from './programVersion.ts'
import { startService } from './startService.ts'

/** The service as Electron's utility process: a port for each page load, until the shell says stop. */
const { values } = parseArgs({ options: { data: { type: 'string' }, demo: { type: 'string' } }, strict: true })
if (values.data === undefined) throw new Error('--data FOLDER is missing')

const service = startService({
  dataFolder: values.data,
  clock: systemClock,
  programVersion,
  demoAtUtcMs: values.demo === undefined ? null : readMoment(values.demo),
})
const open = messagePortDoor(service)

process.parentPort.on('message', ({ data, ports }: { readonly data: unknown; readonly ports: readonly Electron.MessagePortMain[] }) => {
  const kind = typeof data === 'object' && data !== null && 'kind' in data ? data.kind : null
  const [port] = ports
  if (kind === 'door' && port !== undefined) {
    open(port)
    port.start()
  } else if (kind === 'stop') {
    service.stop()
    process.exit(0)
  }
})
