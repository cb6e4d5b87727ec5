import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { chromium } from 'playwright-core'

/** Where systems keep a Chromium that the tests can drive. */
const known = [
  process.env['CHROMIUM_PATH'],
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
]

/** The browser for the tests: one found on this machine, else the one that Playwright has installed; null when there is none. */
export function browserPath(): string | null {
  const found = known.find((path) => path !== undefined && path !== '' && existsSync(path))
  if (found !== undefined) return found
  const own = chromium.executablePath()
  return existsSync(own) ? own : null
}

if (import.meta.main) {
  if (browserPath() === null) install()
  const path = browserPath()
  if (path === null) {
    console.error('No Chromium could be had. Install Chromium or Google Chrome, or set CHROMIUM_PATH to one, and run the tests again.')
    process.exit(1)
  }
  console.log(`Chromium for the tests: ${path}`)
}

/** Debian's package for an administrator, else Playwright's own download. */
function install(): void {
  const isRoot = process.getuid?.() === 0
  if (isRoot && existsSync('/usr/bin/apt-get')) {
    execFileSync('apt-get', ['update', '-qq'], { stdio: 'inherit' })
    execFileSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-liberation'], { stdio: 'inherit' })
    return
  }
  const cli = join(dirname(createRequire(import.meta.url).resolve('playwright-core/package.json')), 'cli.js')
  execFileSync(process.execPath, [cli, 'install', 'chromium'], { stdio: 'inherit' })
}
