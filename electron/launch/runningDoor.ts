import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Where a program that runs in the browser leaves its address, for whoever starts it a second time. Read by its owner only. */
function doorFile(dataFolder: string): string {
  return join(dataFolder, 'door')
}

/** The address of the program that already runs on this data, or null: two services on one garage would not hear each other's news. */
export async function runningDoor(dataFolder: string): Promise<string | null> {
  const url = readAddress(dataFolder)
  if (url === null) return null
  const answer = await fetch(url, { redirect: 'manual' }).catch(() => null)
  // Only the program that made this secret leads on from here.
  return answer?.status === 302 ? url : null
}

export function announceDoor(dataFolder: string, url: string): void {
  mkdirSync(dataFolder, { recursive: true })
  rmSync(doorFile(dataFolder), { force: true })
  writeFileSync(doorFile(dataFolder), url, { mode: 0o600 })
}

export function withdrawDoor(dataFolder: string): void {
  rmSync(doorFile(dataFolder), { force: true })
}

function readAddress(dataFolder: string): string | null {
  try {
    const text = readFileSync(doorFile(dataFolder), 'utf8')
    return /^http:\/\/127\.0\.0\.1:\d+\/enter\/[\w-]+$/.test(text) ? text : null
  } catch {
    return null
  }
}
