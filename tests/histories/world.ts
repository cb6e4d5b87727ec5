import { hash } from 'node:crypto'
import type { Brand, DeviceId, EventId, GarageId, Sha256Hex } from '../../core/basics/ids.ts'
import { dayMs, utcMs, type UtcMs } from '../../core/basics/instant.ts'
import { isSha256Hex } from '../../core/wire/signing.ts'
import type { WireEvent } from '../../core/wire/wireEvent.ts'
import { at } from '../support/garage.ts'
import { testId } from '../support/ids.ts'
import { copyOf, emptyLog, type Log } from './log.ts'
import type { Seams } from './seams.ts'

/** What a PC's database holds: everything of it that a crash leaves, and that a copy of its folder takes along. */
export type Disk = {
  device: DeviceId
  readonly log: Log
  /** By device: up to which number the platform has said that it holds it. */
  readonly acked: Map<DeviceId, number>
  /** Of the platform's numbers, the last that was pulled. */
  cursor: number
  /** Commands that were carried out: the same id is answered again and does nothing. */
  readonly presses: Set<number>
}

export type Pc = {
  readonly name: string
  disk: Disk
  /** Its number on the platform; null before it joined. */
  deviceNo: number | null
  joined: boolean
  isCut: boolean
  clockOffMs: number
  /** Counts the program's starts: an answer to a program that has died since reaches nobody. */
  starts: number
  readonly wrote: Set<DeviceId>
  /** Other devices whose events the platform did not take from this PC; tried again after the next pull. */
  readonly refused: Set<DeviceId>
  readonly backups: Disk[]
  /** One of two programs that run under one device id. */
  isTwin: boolean
}

export type Message =
  | { readonly kind: 'push'; readonly pc: Pc; readonly starts: number; readonly device: DeviceId; readonly events: readonly WireEvent[] }
  | {
      readonly kind: 'pushed'
      readonly pc: Pc
      readonly starts: number
      readonly device: DeviceId
      readonly lastSent: number
      readonly answer: PushAnswer
    }
  | { readonly kind: 'pull'; readonly pc: Pc; readonly starts: number; readonly after: number; readonly limit: number }
  | {
      readonly kind: 'page'
      readonly pc: Pc
      readonly starts: number
      readonly after: number
      readonly next: number
      readonly events: readonly WireEvent[]
    }

export type PushAnswer =
  | { readonly kind: 'acked'; readonly dseq: number }
  | { readonly kind: 'gap'; readonly expected: number }
  | { readonly kind: 'fork'; readonly atDseq: number }

/** A fact as a person was told that it is recorded. */
export type Told = { readonly fact: string; readonly stream: string; readonly seen: readonly EventId[]; readonly press: number | null }

export type World = {
  readonly seams: Seams
  readonly pcs: Pc[]
  /** The platform's log; its numbers are the places of the rows, from 1. */
  readonly platform: Log
  readonly platformDevice: DeviceId
  readonly garage: GarageId
  flying: readonly Message[]
  nowMs: number
  ids: number
  readonly told: Map<EventId, Told>
  /** Facts that stood on one disk alone and went with it: no program can bring them back. */
  readonly destroyed: Set<EventId>
  readonly counts: Record<Happening, number>
}

export const happenings = [
  'commands carried out',
  'commands refused',
  'platform facts',
  'messages dropped',
  'messages doubled',
  'messages overtaken',
  'crashes',
  'clock jumps',
  'network meetings',
  'restored databases',
  'detected copies',
  'undetected copies',
  'forks healed',
  'facts recorded again',
  'facts gone with a disk',
] as const
export type Happening = (typeof happenings)[number]

export function newWorld(seams: Seams): World {
  return {
    seams,
    pcs: [],
    platform: emptyLog(),
    platformDevice: testId<DeviceId>(1),
    garage: testId<GarageId>(1),
    flying: [],
    nowMs: at('09:00'),
    ids: 1_000_000,
    told: new Map(),
    destroyed: new Set(),
    counts: noCounts(),
  }
}

export function noCounts(): Record<Happening, number> {
  return {
    'commands carried out': 0,
    'commands refused': 0,
    'platform facts': 0,
    'messages dropped': 0,
    'messages doubled': 0,
    'messages overtaken': 0,
    crashes: 0,
    'clock jumps': 0,
    'network meetings': 0,
    'restored databases': 0,
    'detected copies': 0,
    'undetected copies': 0,
    'forks healed': 0,
    'facts recorded again': 0,
    'facts gone with a disk': 0,
  }
}

export function newId<Id extends Brand<string, string>>(world: World): Id {
  world.ids += 1
  return testId<Id>(world.ids)
}

export function newPc(world: World): Pc {
  const disk = { device: newId<DeviceId>(world), log: emptyLog(), acked: new Map(), cursor: 0, presses: new Set<number>() }
  const pc = pcOf(`pc${world.pcs.length + 1}`, disk)
  world.pcs.push(pc)
  return pc
}

export function pcOf(name: string, disk: Disk): Pc {
  const wrote = new Set([disk.device])
  return {
    name,
    disk,
    deviceNo: null,
    joined: false,
    isCut: false,
    clockOffMs: 0,
    starts: 0,
    wrote,
    refused: new Set(),
    backups: [],
    isTwin: false,
  }
}

export function copyOfDisk({ device, log, acked, cursor, presses }: Disk): Disk {
  return { device, log: copyOf(log), acked: new Map(acked), cursor, presses: new Set(presses) }
}

/** Wrong by whole years as it may be. */
export function clockOf(world: World, pc: Pc): UtcMs {
  return utcMs(world.nowMs + pc.clockOffMs)
}

export const twoYearsMs = 730 * dayMs

export function sha256(text: string): Sha256Hex {
  const hex = hash('sha256', text, 'hex')
  if (!isSha256Hex(hex)) throw new Error('SHA-256 has 64 hexadecimal digits')
  return hex
}
