import type { Command } from '../commands.ts'
import { roles, type Role } from './role.ts'

const everyone: readonly Role[] = roles
const counter: readonly Role[] = ['owner', 'frontDesk']
const ownerOnly: readonly Role[] = ['owner']

/** Who may do what: one table, read by the service for every command and by the screens to hide what is not offered. */
export const rights: Readonly<Record<Command['type'], readonly Role[]>> = {
  openVisit: counter,
  checkIn: counter,
  checkInAgain: counter,
  startWork: everyone,
  pauseWork: everyone,
  resumeWork: everyone,
  finishWork: everyone,
  cancelJob: counter,
  markNoShow: counter,
  moveSlot: counter,
  withdrawStep: counter,
  correctDetails: counter,
  noteVehicle: everyone,
  settleConflict: counter,
  makeOffer: counter,
  withdrawOffer: counter,
  declineRequest: counter,
  noteCrossing: counter,
  requestMaterials: counter,
  logPart: everyone,
  takeBackPart: everyone,
  reportFinding: everyone,
  dropFinding: everyone,
  askConsent: counter,
  showConsent: counter,
  makeConsentLink: counter,
  answerConsent: counter,
  postponeConsent: counter,
  withdrawConsent: counter,
  dropConsent: counter,
  startItem: everyone,
  takeBackStart: everyone,
  leaveOut: counter,
  takeIn: counter,
  setBill: counter,
  takePayment: counter,
  refundPayment: counter,
  recordDebt: counter,
  handOver: counter,
  takeBookings: counter,
  saveProfile: ownerOnly,
  saveHours: ownerOnly,
  saveQueueSettings: ownerOnly,
  saveBay: ownerOnly,
  savePerson: ownerOnly,
  saveService: ownerOnly,
  saveVatRates: ownerOnly,
  saveMaterial: ownerOnly,
}

export function mayDo(role: Role, command: Command['type']): boolean {
  return rights[command].includes(role)
}
