import { assertNever } from '../../core/basics/assertNever.ts'
import type { SyncRefusal, SyncTrouble } from '../../core/contract/syncViews.ts'
import type { CallFailure } from './transport/call.ts'

/** What a failed call says to a person; null for what passes by itself: no network, a busy server. */
export function troubleOf(failure: CallFailure): SyncTrouble | null {
  switch (failure.code) {
    case 'unreachable':
    case 'busy':
      return null
    case 'certificateWrong':
      return { code: 'certificateWrong' }
    case 'answerWrong':
    case 'tooLarge':
      return { code: 'answerWrong' }
    case 'notSignedIn':
      // A bare 401 is a proxy's; the platform's own says why.
      if (failure.problem === null) return { code: 'answerWrong' }
      return { code: failure.problem === 'tokenReplayed' ? 'tokenReplayed' : 'revoked' }
    case 'refused':
      if (failure.problem === 'historyChanged') return { code: 'historyReset' }
      if (failure.problem === 'tokenReplayed') return { code: 'tokenReplayed' }
      return { code: failure.problem === 'revoked' || failure.problem === 'signatureWrong' ? 'revoked' : 'answerWrong' }
    default:
      return assertNever(failure)
  }
}

/** Nothing goes on by itself after these: trying again would only knock at a closed door. */
export function isFinal({ code }: SyncTrouble): boolean {
  return code === 'historyReset' || code === 'revoked' || code === 'tokenReplayed'
}

/** The same for a call that a person waits for. */
export function refusalOf(failure: CallFailure): SyncRefusal {
  switch (failure.code) {
    case 'unreachable':
      return { code: 'platformUnreachable' }
    case 'busy':
      return { code: 'platformBusy' }
    case 'certificateWrong':
      return { code: 'certificateWrong' }
    case 'answerWrong':
    case 'tooLarge':
    case 'notSignedIn':
      return { code: 'answerWrong' }
    case 'refused':
      switch (failure.problem) {
        case 'codeUnknown':
        case 'codeExpired':
        case 'codeUsed':
        case 'garageDiffers':
        case 'garageHasFacts':
          return { code: failure.problem }
        case 'busy':
        case 'tooMany':
          return { code: 'platformBusy' }
        default:
          return { code: 'answerWrong' }
      }
    default:
      return assertNever(failure)
  }
}
