import type { Command } from '../commands.ts'
import { roles, type Role } from './role.ts'

const everyone: readonly Role[] = roles
const counter: readonly Role[] = ['owner', 'frontDesk']
const ownerOnly: readonly Role[] = ['owner']

/** Who may do what: one table, read by the service for every command and by the screens to hide what is not offered. */
export const rights: Readonly<Record<Command['type'], readonly Role[]>> = {
  openVisit: counter,
  checkIn: counter,
  startWork: everyone,
  pauseWork: everyone,
  resumeWork: everyone,
  finishWork: everyone,
  handOver: counter,
  cancelJob: counter,
  markNoShow: counter,
  moveSlot: counter,
  withdrawStep: counter,
  correctDetails: counter,
  takeBookings: counter,
  saveProfile: ownerOnly,
  saveHours: ownerOnly,
  saveQueueSettings: ownerOnly,
  saveBay: ownerOnly,
  savePerson: ownerOnly,
  saveService: ownerOnly,
}

export function mayDo(role: Role, command: Command['type']): boolean {
  return rights[command].includes(role)
}
