import { useEffect, useRef } from 'react'
import type { RequestLine } from '../../../core/contract/syncViews.ts'
import { useRequests } from '../../client/queries.ts'
import { useText } from '../../i18n/text.ts'
import { showToast } from '../../ui/toasts.ts'
import { useDeskCommand } from '../jobActions/useDeskCommand.ts'
import { newcomers } from './inbox.ts'

/**
 * Says once that a customer asks for a price, on whatever screen the desk is: his time runs. Without a button, for Ctrl Z takes
 * the newest toast's, and it must stay the one that undoes.
 */
export function useRequestNews(): void {
  const text = useText()
  const { may } = useDeskCommand()
  const { data } = useRequests(false)
  const before = useRef<readonly RequestLine[] | null>(null)
  const isTold = may('makeOffer')
  useEffect(() => {
    if (data === undefined) return
    const fresh = newcomers(before.current, data)
    before.current = data
    if (!isTold) return
    for (const { vehicle, titles } of fresh) {
      showToast({ look: 'news', say: text('requests.news', { car: vehicle.model, wanted: titles.join(text('common.listComma')) }) })
    }
  }, [data, isTold, text])
}
