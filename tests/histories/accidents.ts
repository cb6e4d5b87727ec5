import type { DeviceId, EventId } from '../../core/basics/ids.ts'
import { after, emptyLog, remove, take } from './log.ts'
import { recordAgain } from './record.ts'
import { copyOfDisk, newId, pcOf, type Pc, type World } from './world.ts'

/** Another program has written under this device's id, and the platform holds its facts: these go on under a new one, the same facts. */
export function healFork(world: World, pc: Pc, atDseq: number): void {
  const { disk } = pc
  const forked = after(disk.log, disk.device, atDseq - 1)
  const old = disk.device
  newDevice(world, pc)
  disk.acked.set(old, atDseq - 1)
  disk.cursor = 0
  pc.isTwin = true
  world.counts['forks healed'] += 1
  if (!world.seams.recoveryMakesIds) remove(disk.log, new Set(forked))
  if (world.seams.recoveryForgets) return
  for (const event of forked) recordAgain(disk.log, disk.device, event, world.seams.recoveryMakesIds ? newId<EventId>(world) : event.id)
  world.counts['facts recorded again'] += forked.length
}

function newDevice(world: World, pc: Pc): void {
  pc.disk.device = newId<DeviceId>(world)
  pc.wrote.add(pc.disk.device)
}

/**
 * The database is put back from an older copy. With its journal the events that this PC had written since come back as they
 * were; without it, what stood nowhere else is gone from the earth.
 */
export function restore(world: World, pc: Pc, backup: number, withJournal: boolean): void {
  const saved = pc.backups[backup % Math.max(1, pc.backups.length)]
  if (saved === undefined) return
  const lost = pc.disk
  pc.disk = copyOfDisk(saved)
  pc.starts += 1
  world.counts['restored databases'] += 1
  if (withJournal) {
    for (const event of lost.log.rows) if (pc.wrote.has(event.device)) take(pc.disk.log, event, world.seams)
    for (const press of lost.presses) pc.disk.presses.add(press)
  }
  const elsewhere = [world.platform, ...world.pcs.map(({ disk }) => disk.log)]
  for (const { id } of lost.log.rows) {
    if (elsewhere.some(({ byId }) => byId.has(id)) || world.destroyed.has(id)) continue
    world.destroyed.add(id)
    world.counts['facts gone with a disk'] += 1
  }
  if (!world.seams.restoreKeepsDevice) newDevice(world, pc)
}

/** The data folder is copied to another PC. Its mark gives the copy away before the first write, or, where it fails, nothing does. */
export function copyFolder(world: World, pc: Pc, isDetected: boolean): void {
  const twin = pcOf(`pc${world.pcs.length + 1}`, copyOfDisk(pc.disk))
  for (const device of pc.wrote) twin.wrote.add(device)
  twin.deviceNo = pc.deviceNo
  twin.joined = pc.joined
  world.pcs.push(twin)
  world.counts[isDetected ? 'detected copies' : 'undetected copies'] += 1
  if (isDetected) {
    newDevice(world, twin)
    if (twin.joined) twin.deviceNo = world.pcs.length
    return
  }
  twin.isTwin = true
  pc.isTwin = true
}

/** A PC becomes one of the garage's: the first brings its own facts, the others come empty and take what is there. */
export function join(world: World, pc: Pc): void {
  if (pc.joined) return
  const isFirst = world.pcs.every(({ joined }) => !joined)
  if (!isFirst && pc.disk.log.rows.length > 0) pc.disk = { ...pc.disk, log: emptyLog() }
  pc.joined = true
  pc.deviceNo = world.pcs.indexOf(pc) + 1
}
