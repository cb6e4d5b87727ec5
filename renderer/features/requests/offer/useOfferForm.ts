import { useMemo, useState } from 'react'
import { useLocation } from 'wouter'
import type { RequestPage } from '../../../../core/contract/syncViews.ts'
import type { Garage } from '../../../../core/domain/garage/types.ts'
import { materialsMost, servicesMost } from '../../../../core/wire/bounds.ts'
import { useFormat } from '../../../i18n/format.ts'
import { useRefusalText } from '../../../i18n/refusalText.ts'
import { type Text, useText } from '../../../i18n/text.ts'
import { serviceNow } from '../../../stores/clock.ts'
import { showToast } from '../../../ui/toasts.ts'
import { useDeskCommand } from '../../jobActions/useDeskCommand.ts'
import { requestHref } from '../requestHref.ts'
import { dropOffer, keepOffer, useKeptOffer } from './keptOffers.ts'
import { inMoney, type OfferDraft, startOfOffer } from './offerDraft.ts'
import { type OfferProblems, readOffer } from './readOffer.ts'

export type OfferForm = {
  readonly draft: OfferDraft
  readonly change: (next: Partial<OfferDraft>) => void
  /** Whether something was typed that would be lost. */
  readonly isKept: boolean
  readonly clear: () => void
  /** By field, once the form was sent. */
  readonly problems: OfferProblems | null
  /** In words, above the button. */
  readonly problem: string | null
  readonly isSending: boolean
  /** False when something is to be put right first. */
  readonly submit: () => boolean
}

export function useOfferForm({ request }: RequestPage, garage: Garage): OfferForm {
  const text = useText()
  const { moneyUnit } = useFormat()
  const refusalText = useRefusalText()
  const [, navigate] = useLocation()
  const { send, isSending } = useDeskCommand()
  const { requestId } = request
  const kept = useKeptOffer(requestId)
  const start = useMemo(() => startOfOffer(request, { garage, nowUtcMs: serviceNow(), money: moneyUnit }), [request, garage, moneyUnit])
  const [wasSent, setSent] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const draft = kept === null ? start : inMoney(kept, moneyUnit)

  const sendOffer = async (made: Extract<ReturnType<typeof readOffer>, { ok: true }>['value']): Promise<void> => {
    // Kept until the answer: what is refused is still to be changed, after a reload as well.
    keepOffer(requestId, draft)
    const outcome = await send({ type: 'makeOffer', requestId, ...made })
    if (!outcome.ok) {
      setProblem(outcome.error.code === 'failed' ? null : refusalText(outcome.error))
      return
    }
    dropOffer(requestId)
    showToast({ look: 'done', say: text('requests.offer.sent') })
    navigate(requestHref(requestId), { replace: true })
  }
  const read = wasSent ? readOffer(draft, garage, serviceNow()) : null
  return {
    draft,
    change: (next) => {
      setProblem(null)
      keepOffer(requestId, { ...draft, ...next })
    },
    isKept: kept !== null,
    clear: () => {
      setProblem(null)
      setSent(false)
      dropOffer(requestId)
    },
    problems: read !== null && !read.ok ? read.error : null,
    problem,
    isSending,
    submit: () => {
      if (isSending) return true
      const now = readOffer(draft, garage, serviceNow())
      setSent(true)
      setProblem(now.ok ? null : wholeText(now.error, text))
      if (now.ok) void sendOffer(now.value)
      return now.ok
    },
  }
}

function wholeText({ services, materials, whole, validity }: OfferProblems, text: Text): string {
  switch (whole) {
    case 'empty':
      return text('refusals.offerEmpty')
    case 'tooManyServices':
      return text('requests.offer.tooManyServices', { most: servicesMost })
    case 'tooManyMaterials':
      return text('requests.offer.tooManyMaterials', { most: materialsMost })
    default:
      return text('requests.offer.fix', {
        count: Object.keys(services).length + Object.keys(materials).length + (validity === null ? 0 : 1),
      })
  }
}
