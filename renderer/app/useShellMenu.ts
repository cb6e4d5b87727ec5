import { useEffect } from 'react'
import { isJobId, type JobId } from '../../core/basics/ids.ts'
import { exportProof } from '../features/job/exportProof.ts'
import { useText } from '../i18n/text.ts'
import { showToast } from '../ui/toasts.ts'

/** What is chosen in Electron's menu, handed on by its preload script (electron/preload/channel.ts), is done to what is shown here. */
export function useShellMenu(): void {
  const text = useText()
  useEffect(() => {
    const heard = (event: MessageEvent<unknown>): void => {
      if (event.source !== window || event.origin !== window.location.origin || !asksForProof(event.data)) return
      const jobId = jobShown(window.location.hash)
      if (jobId === null) showToast({ look: 'news', say: text('frame.proofNeedsJob') })
      else void exportProof(jobId, text)
    }
    window.addEventListener('message', heard)
    return () => window.removeEventListener('message', heard)
  }, [text])
}

function asksForProof(message: unknown): boolean {
  return typeof message === 'object' && message !== null && 'kind' in message && message.kind === 'exportProof'
}

/** The job of this address: its page, and the papers and screens below it. */
export function jobShown(hash: string): JobId | null {
  const [, id = ''] = /^#\/jobs\/([^/?]+)/.exec(hash) ?? []
  return isJobId(id) ? id : null
}
