import { useState } from 'react'
import { Button as AriaButton } from 'react-aria-components'
import type { Sha256Hex } from '../../../core/basics/ids.ts'
import { useText } from '../../i18n/text.ts'
import { Icon } from '../../ui/Icon.tsx'
import { PhotoViewer } from './PhotoViewer.tsx'
import { usePhotoUrl } from './usePhotoUrl.ts'

type PhotosProps = {
  readonly hashes: readonly Sha256Hex[]
  /** What they show, for whoever cannot see them. */
  readonly of: string
  /** So many are drawn; the viewer has all. */
  readonly most?: number
  readonly onRemove?: (hash: Sha256Hex) => void
}

/** Thumbnails; a press opens the viewer at that photo. */
export function Photos({ hashes, of, most = hashes.length, onRemove }: PhotosProps) {
  const text = useText()
  const [shown, show] = useState<number | null>(null)
  return (
    <>
      {hashes.slice(0, most).map((hash, index) => (
        <span key={hash} className="photo">
          <AriaButton className="open" aria-label={text('consent.photo.show', { no: index + 1, of })} onPress={() => show(index)}>
            <Picture hash={hash} alt={of} />
            {index === most - 1 && hashes.length > most && <b>{text('consent.photo.more', { count: hashes.length - most })}</b>}
          </AriaButton>
          {onRemove !== undefined && (
            <AriaButton className="remove" aria-label={text('consent.photo.remove', { no: index + 1 })} onPress={() => onRemove(hash)}>
              <Icon name="cross" size="s" />
            </AriaButton>
          )}
        </span>
      ))}
      {shown !== null && <PhotoViewer hashes={hashes} of={of} at={shown} onMove={show} onClose={() => show(null)} />}
    </>
  )
}

function Picture({ hash, alt }: { hash: Sha256Hex; alt: string }) {
  const url = usePhotoUrl(hash)
  return url === null ? <Icon name="camera" size="l" /> : <img src={url} alt={alt} />
}
