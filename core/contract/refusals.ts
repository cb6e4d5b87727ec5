import type { GarageRefusal } from '../domain/garage/decide.ts'
import type { JobRefusal } from '../domain/job/refusals.ts'
import type { Role } from '../domain/people/role.ts'
import type { RequestRefusal } from '../domain/request/refusals.ts'
import type { BookingFileProblem, PhotoRefusal } from './views.ts'

/** Why a call was refused before anybody looked at what it asked for. */
export type AccessRefusal =
  | { readonly code: 'notAllowed'; readonly roles: readonly Role[] }
  | { readonly code: 'unknownActor' }
  | { readonly code: 'noGarage' }
  | { readonly code: 'garageExists' }
  /** Asks for the platform, to which this PC is not connected. */
  | { readonly code: 'notJoined' }

/** Every code that a screen has words for (renderer/i18n). */
export type Refusal = JobRefusal | RequestRefusal | GarageRefusal | AccessRefusal | BookingFileProblem | PhotoRefusal
export type RefusalCode = Refusal['code']
