import type { Text } from '../../i18n/text.ts'

const known = [
  'jobOpened',
  'customerArrived',
  'workStarted',
  'servedOutOfTurn',
  'workPaused',
  'workResumed',
  'workFinished',
  'carHandedOver',
  'jobCancelled',
  'noShowMarked',
  'slotMoved',
  'stepWithdrawn',
  'detailsCorrected',
  'vehicleNoted',
  'conflictSettled',
  'workRequested',
  'partUsed',
  'partTakenBack',
  'lineLeftOut',
  'lineTakenIn',
  'findingReported',
  'findingDropped',
  'consentAsked',
  'consentShown',
  'consentLinkMade',
  'consentAnswered',
  'consentPostponed',
  'consentWithdrawn',
  'consentVoided',
  'itemStarted',
  'itemStartTakenBack',
  'billSet',
  'paymentTaken',
  'paymentRefunded',
  'debtRecorded',
  'offerMade',
  'offerWithdrawn',
  'priceRequestDeclined',
  'crossingNoted',
  'settingSaved',
  'deviceKeyMade',
] as const

/** A waiting fact in a word or two; one of a type that this program has no word for is said to be another record. */
export function factWords(type: string, count: number, text: Text): string {
  const what = text(`sync.fact.${known.find((each) => each === type) ?? 'other'}`)
  return count === 1 ? what : text('sync.panel.factTimes', { what, count })
}
