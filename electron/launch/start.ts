import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import open from 'open'
import { buildWhenStale } from './build.ts'
import { defaultDataFolder } from '../care/dataFolder.ts'
import { electronRuntime } from './electronRuntime.ts'
import { readMoment } from './moment.ts'
import { announceDoor, runningDoor, withdrawDoor } from './runningDoor.ts'
import { supervise } from './supervise.ts'

/** `npm start` and `npm run demo:day`: the program in Electron's window, or in the browser where that cannot be had. */
const { values } = parseArgs({
  options: {
    demo: { type: 'boolean', default: false },
    at: { type: 'string', default: '1405-09-01T10:20' },
    data: { type: 'string' },
    port: { type: 'string', default: '0' },
    browser: { type: 'boolean', default: false },
    'no-open': { type: 'boolean', default: false },
  },
  strict: true,
})

const reasons = {
  noDisplay: 'There is no screen for a window',
  noRuntime: "Electron's runtime could not be had",
} as const

const root = join(import.meta.dirname, '..', '..')
const demoAt = values.demo ? values.at : null
if (demoAt !== null && readMoment(demoAt) === null) {
  console.error(`--at ${demoAt} is not a moment. Write it like 1405-09-01T10:30 or 2026-11-22T10:30.`)
  process.exit(2)
}
// The demo of the command line has a folder of its own: it never stands beside a real garage.
const dataFolder = values.data ?? `${defaultDataFolder()}${values.demo ? '-demo' : ''}`

buildWhenStale(root)
const runtime = values.browser ? null : electronRuntime(root)
if (runtime?.ok === true) startElectron(runtime.executable)
else {
  if (runtime !== null) console.log(`${reasons[runtime.why]}; the same program opens in the browser instead.`)
  await startBrowser()
}

function startElectron(executable: string): void {
  const demo = demoAt === null ? [] : [`--demo=${demoAt}`]
  const child = spawn(executable, [root, `--user-data-dir=${dataFolder}`, ...demo], { stdio: 'inherit' })
  child.once('exit', (code) => process.exit(code ?? 0))
}

async function startBrowser(): Promise<void> {
  const running = await runningDoor(dataFolder)
  if (running !== null) {
    console.log(`Pishkhan runs already: ${running}`)
    if (!values['no-open']) await open(running).catch(() => {})
    return
  }
  const program = await supervise({
    servicePath: join(root, 'dist', 'service', 'http.js'),
    pageFolder: join(root, 'dist', 'renderer'),
    dataFolder,
    demoAt,
    port: Number(values.port),
  })
  announceDoor(dataFolder, program.url)
  console.log(`Pishkhan: ${program.url}`)
  if (!values['no-open']) await open(program.url).catch(() => {})
  const stop = (): void => {
    withdrawDoor(dataFolder)
    void program.stop().then(() => process.exit(0))
  }
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
}
