import type { RefObject } from 'react'
import { useText } from '../../i18n/text.ts'

type PhotoInputProps = { readonly fieldRef: RefObject<HTMLInputElement | null>; readonly onFiles: (files: readonly File[]) => void }

/** A phone opens its camera, a computer its files. Our own button presses it, so it is out of sight and out of the tab order. */
export function PhotoInput({ fieldRef, onFiles }: PhotoInputProps) {
  const text = useText()
  return (
    <input
      ref={fieldRef}
      type="file"
      hidden
      accept="image/*"
      capture="environment"
      aria-label={text('mechanic.finding.photo')}
      onChange={({ target }) => {
        onFiles([...(target.files ?? [])])
        // The same picture may be chosen again.
        target.value = ''
      }}
    />
  )
}
