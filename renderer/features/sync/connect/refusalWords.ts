import type { Refusal } from '../../../../core/contract/refusals.ts'
import type { SyncRefusal } from '../../../../core/contract/syncViews.ts'
import { type Format, useFormat } from '../../../i18n/format.ts'
import { refusalText } from '../../../i18n/refusalText.ts'
import { type Text, useText } from '../../../i18n/text.ts'

/** `failed`: the call itself went wrong. */
export type ConnectRefusal = SyncRefusal | Refusal | { readonly code: 'failed' }

export function useConnectWords(): (refusal: ConnectRefusal) => string {
  const text = useText()
  const format = useFormat()
  return (refusal) => connectWords(refusal, text, format)
}

/** Why this PC was not connected, or why what was asked of the platform was not done. */
export function connectWords(refusal: ConnectRefusal, text: Text, format: Format): string {
  switch (refusal.code) {
    case 'factsUnsent':
      return text('sync.refusal.factsUnsent', { count: refusal.waiting })
    case 'urlWrong':
    case 'platformUnreachable':
    case 'certificateWrong':
    case 'answerWrong':
    case 'codeUnknown':
    case 'codeExpired':
    case 'codeUsed':
    case 'garageDiffers':
    case 'garageHasFacts':
    case 'alreadyJoined':
    case 'notJoined':
    case 'demoStaysHere':
    case 'portWrong':
    case 'addressWrong':
    case 'platformBusy':
    case 'failed':
      return text(`sync.refusal.${refusal.code}`)
    default:
      return refusalText(refusal, text, format)
  }
}

/** Which field of the form can mend it; null where none can. */
export function mendingField({ code }: ConnectRefusal): 'url' | 'code' | null {
  switch (code) {
    case 'urlWrong':
    case 'platformUnreachable':
    case 'certificateWrong':
    case 'answerWrong':
      return 'url'
    case 'codeUnknown':
    case 'codeExpired':
    case 'codeUsed':
      return 'code'
    default:
      return null
  }
}
