import { startPlatform } from '../../platform/server.ts'

/** The service as a process of its own, for tests that kill it: its address on the first line. */
const platform = await startPlatform({ databaseUrl: process.argv[2] ?? '', port: Number(process.argv[3] ?? 0) })
console.log(platform.url)
