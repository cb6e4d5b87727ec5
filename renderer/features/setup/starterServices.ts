import type { Needs } from '../../../core/domain/queue/types.ts'
import type { setup } from '../../i18n/fa/setup.ts'

export type StarterService = { readonly key: keyof typeof setup.starter; readonly quotedMin: number; readonly needs: Needs }

const raised = ['lift', 'pit'] as const
const anywhere = [] as const

/** Working times as garages quote them for a common sedan; each garage's own jobs correct them. */
export const starterServices: readonly StarterService[] = [
  { key: 'oil', quotedMin: 30, needs: { skills: ['mechanical'], bayKinds: raised } },
  { key: 'service', quotedMin: 90, needs: { skills: ['mechanical'], bayKinds: raised } },
  { key: 'frontPads', quotedMin: 45, needs: { skills: ['brakes'], bayKinds: ['lift'] } },
  { key: 'rearBrakes', quotedMin: 75, needs: { skills: ['brakes'], bayKinds: ['lift'] } },
  { key: 'discs', quotedMin: 90, needs: { skills: ['brakes'], bayKinds: ['lift'] } },
  { key: 'plugs', quotedMin: 40, needs: { skills: ['mechanical'], bayKinds: anywhere } },
  { key: 'timing', quotedMin: 180, needs: { skills: ['mechanical'], bayKinds: anywhere } },
  { key: 'clutch', quotedMin: 240, needs: { skills: ['mechanical'], bayKinds: ['lift'] } },
  { key: 'waterPump', quotedMin: 120, needs: { skills: ['mechanical'], bayKinds: anywhere } },
  { key: 'shocks', quotedMin: 120, needs: { skills: ['mechanical'], bayKinds: ['lift'] } },
  { key: 'diagnosis', quotedMin: 30, needs: { skills: ['diagnosis'], bayKinds: anywhere } },
  { key: 'battery', quotedMin: 20, needs: { skills: ['electrical'], bayKinds: anywhere } },
  { key: 'alternator', quotedMin: 90, needs: { skills: ['electrical'], bayKinds: anywhere } },
  { key: 'aircon', quotedMin: 45, needs: { skills: ['aircon'], bayKinds: anywhere } },
  { key: 'puncture', quotedMin: 20, needs: { skills: ['tyres'], bayKinds: anywhere } },
  { key: 'balance', quotedMin: 40, needs: { skills: ['tyres'], bayKinds: anywhere } },
  { key: 'alignment', quotedMin: 45, needs: { skills: ['tyres'], bayKinds: ['alignment'] } },
]
