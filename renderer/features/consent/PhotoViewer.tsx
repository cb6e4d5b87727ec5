import type { KeyboardEvent } from 'react'
import { Dialog, Modal, ModalOverlay } from 'react-aria-components'
import type { Sha256Hex } from '../../../core/basics/ids.ts'
import { direction } from '../../i18n/languages.ts'
import { useLanguage, useText } from '../../i18n/text.ts'
import { Button } from '../../ui/Button.tsx'
import { usePhotoUrl } from './usePhotoUrl.ts'

type PhotoViewerProps = {
  readonly hashes: readonly Sha256Hex[]
  readonly of: string
  readonly at: number
  readonly onMove: (at: number) => void
  readonly onClose: () => void
}

/** One photo as large as the window; the arrows go on in the direction of reading, Escape or a press beside it goes back. */
export function PhotoViewer({ hashes, of, at, onMove, onClose }: PhotoViewerProps) {
  const text = useText()
  const onward = direction[useLanguage()] === 'rtl' ? 'ArrowLeft' : 'ArrowRight'
  const hash = hashes[at]
  const move = (by: 1 | -1): void => {
    if (hashes[at + by] !== undefined) onMove(at + by)
  }
  const keyDown = ({ key }: KeyboardEvent): void => {
    if (key === 'ArrowLeft' || key === 'ArrowRight') move(key === onward ? 1 : -1)
  }
  const title = text('consent.photo.viewer', { no: at + 1, all: hashes.length, of })
  return (
    <ModalOverlay className="scrim" isOpen isDismissable onOpenChange={(isOpen) => isOpen || onClose()}>
      <Modal className="photo-viewer">
        <Dialog aria-label={title}>
          {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- the arrows work wherever the focus is within */}
          <div className="frame" onKeyDown={keyDown}>
            {hash !== undefined && <LargePicture key={hash} hash={hash} alt={title} />}
            <footer>
              <p>{title}</p>
              {hashes.length > 1 && (
                <>
                  <Button size="lg" icon="back" isDisabled={at === 0} onPress={() => move(-1)}>
                    {text('consent.photo.previous')}
                  </Button>
                  <Button size="lg" icon="onward" isDisabled={at === hashes.length - 1} onPress={() => move(1)}>
                    {text('consent.photo.next')}
                  </Button>
                </>
              )}
              {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- the window was opened to look and go back */}
              <Button size="lg" autoFocus onPress={onClose}>
                {text('common.close')}
              </Button>
            </footer>
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}

function LargePicture({ hash, alt }: { hash: Sha256Hex; alt: string }) {
  const url = usePhotoUrl(hash)
  return url === null ? <div className="none" /> : <img src={url} alt={alt} />
}
