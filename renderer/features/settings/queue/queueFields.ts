import type { QueueSettings } from '../../../../core/domain/queue/types.ts'

/** In the order in which a customer meets them. */
export const queueFields = [
  'graceMin',
  'earlyWindowMin',
  'lateDeferralMin',
  'noSlotDeferralMin',
  'holdMin',
  'promiseMin',
  'noShowMin',
  'patienceMin',
] as const satisfies readonly (keyof QueueSettings)[]
