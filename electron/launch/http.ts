import { parseArgs } from 'node:util'
import { openHttpDoor } from '../gateway/httpDoor.ts'
import { systemClock } from '../service/clock.ts'
import { joinAtStart } from './joinAtStart.ts'
import { readMoment } from './moment.ts'
import { programVersion } from './programVersion.ts'
import { startService, startSync } from './startService.ts'

/**
 * The service with a door for a browser on this PC. Its parent (supervise.ts) holds port and secret, so that a service
 * that was killed comes back under the same address and open pages find it again.
 */
const { values } = parseArgs({
  options: { data: { type: 'string' }, page: { type: 'string' }, port: { type: 'string', default: '0' }, demo: { type: 'string' } },
  strict: true,
})
const secret = process.env['PISHKHAN_SECRET']
if (values.data === undefined || values.page === undefined || secret === undefined) {
  throw new Error('wanted: --data FOLDER --page FOLDER, and PISHKHAN_SECRET in the environment')
}

const options = {
  dataFolder: values.data,
  clock: systemClock,
  programVersion,
  demoAtUtcMs: values.demo === undefined ? null : readMoment(values.demo),
}
const service = startService(options)
const sync = startSync(service, options)
void joinAtStart(sync)
const door = await openHttpDoor({ service, sync, secret, port: Number(values.port), pageFolder: values.page })
process.send?.({ kind: 'open', port: door.port })

const stop = (): void => {
  void Promise.all([door.close(), sync.stop()]).then(() => {
    service.stop()
    process.exit(0)
  })
}
process.on('SIGTERM', stop)
process.on('SIGINT', stop)
// The parent is gone: nobody could open or restart this any more.
process.on('disconnect', stop)
