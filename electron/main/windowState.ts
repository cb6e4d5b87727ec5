import { readFileSync, writeFileSync } from 'node:fs'

export type Bounds = { readonly x: number; readonly y: number; readonly width: number; readonly height: number }
export type WindowState = { readonly bounds: Bounds; readonly maximized: boolean }

/** The board shows a whole day without scrolling from 1366 x 768 on; below this size it cannot be read. */
export const minWindow = { width: 1024, height: 680 } as const

/** Null when nothing (or nothing usable) was kept, or when no screen shows the window any more. */
export function readWindowState(file: string, workAreas: readonly Bounds[]): WindowState | null {
  try {
    const state = parseWindowState(JSON.parse(readFileSync(file, 'utf8')))
    return state && workAreas.some((area) => showsTitle(area, state.bounds)) ? state : null
  } catch {
    return null
  }
}

/** Losing the window's place is harmless; a full disk must not keep the window from closing. */
export function writeWindowState(file: string, state: WindowState): void {
  try {
    writeFileSync(file, JSON.stringify(state))
  } catch (error) {
    console.error('window state not kept:', error)
  }
}

function parseWindowState(json: unknown): WindowState | null {
  if (!isRecord(json) || !isRecord(json['bounds']) || typeof json['maximized'] !== 'boolean') return null
  const { x, y, width, height } = json['bounds']
  if (!isWhole(x) || !isWhole(y) || !isWhole(width) || !isWhole(height)) return null
  if (width < minWindow.width || height < minWindow.height) return null
  return { bounds: { x, y, width, height }, maximized: json['maximized'] }
}

/** Enough of the upper edge to be grasped and dragged with the mouse. */
function showsTitle(area: Bounds, bounds: Bounds): boolean {
  const graspPx = 100
  const widthShown = Math.min(area.x + area.width, bounds.x + bounds.width) - Math.max(area.x, bounds.x)
  return widthShown >= graspPx && bounds.y >= area.y && bounds.y <= area.y + area.height - graspPx
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}

function isWhole(value: unknown): value is number {
  return Number.isSafeInteger(value)
}
