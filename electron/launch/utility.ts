import { parseArgs } from 'node:util'
import { systemClock } from '../service/clock.ts'
import { deviceKeyFiles } from '../service/deviceKey/places.ts'
import { sealedDeviceKey } from '../service/deviceKey/sealedKey.ts'
import { messagePortDoor } from '../gateway/messagePortDoor.ts'
import { joinAtStart } from './joinAtStart.ts'
import { readMoment } from './moment.ts'
import { programVersion } from './programVersion.ts'
import { shellVault } from './shellPort.ts'
import { startService, startSync } from './startService.ts'

/** The service as Electron's utility process: a port for each page load, until the shell says stop. */
const { values } = parseArgs({ options: { data: { type: 'string' }, demo: { type: 'string' } }, strict: true })
if (values.data === undefined) throw new Error('--data FOLDER is missing')

/** Null until the device key is there: ports that come before wait for it. */
let open: ((port: Electron.MessagePortMain) => void) | null = null
const waitingPorts: Electron.MessagePortMain[] = []
let stop = (): void => process.exit(0)

process.parentPort.on('message', ({ data, ports }: { readonly data: unknown; readonly ports: readonly Electron.MessagePortMain[] }) => {
  const kind = typeof data === 'object' && data !== null && 'kind' in data ? data.kind : null
  const [port] = ports
  if (kind === 'door' && port !== undefined) {
    if (open === null) waitingPorts.push(port)
    else open(port)
  } else if (kind === 'stop') stop()
})

const options = {
  dataFolder: values.data,
  clock: systemClock,
  programVersion,
  demoAtUtcMs: values.demo === undefined ? null : readMoment(values.demo),
  deviceKey: await sealedDeviceKey(shellVault(process.parentPort), deviceKeyFiles(values.data)),
}
const service = startService(options)
const sync = startSync(service, options)
void joinAtStart(sync)
stop = () => {
  void sync.stop().then(() => {
    service.stop()
    process.exit(0)
  })
}
const door = messagePortDoor(service, sync)
open = (port) => {
  door(port)
  port.start()
}
waitingPorts.forEach(open)
