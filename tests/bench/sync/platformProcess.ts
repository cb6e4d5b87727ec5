import { startPlatform } from '../../../platform/server.ts'

/** The platform's service as a process of its own, over the database that is named: says its address to the parent, ends when the parent does. */
const platform = await startPlatform({ databaseUrl: process.argv[2] ?? '', mostConnections: 10 })
process.send?.({ url: platform.url })
process.once('disconnect', () => {
  void platform.stop().then(() => process.exit(0))
})
