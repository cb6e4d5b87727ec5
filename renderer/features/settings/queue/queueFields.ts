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

/** The bounds that the service keeps (core/wire/settingRows.ts); a test holds them equal. */
export const minuteBounds: { readonly [Field in keyof QueueSettings]: readonly [least: number, most: number] } = {
  graceMin: [0, 60],
  earlyWindowMin: [0, 120],
  lateDeferralMin: [0, 480],
  noSlotDeferralMin: [0, 480],
  holdMin: [0, 60],
  promiseMin: [0, 60],
  noShowMin: [1, 480],
  patienceMin: [0, 480],
}
