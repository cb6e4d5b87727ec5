import { showToast } from '../../ui/toasts.ts'

export function copyText(copied: string, words: { readonly done: string; readonly failed: string }): void {
  navigator.clipboard.writeText(copied).then(
    () => showToast({ look: 'done', say: words.done }),
    () => showToast({ look: 'danger', say: words.failed }),
  )
}
