import type { ConsentDraft } from '../../../../core/contract/views.ts'
import { useFormat } from '../../../i18n/format.ts'
import { useText } from '../../../i18n/text.ts'
import { Button } from '../../../ui/Button.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { SignatureDrawing } from '../SignatureDrawing.tsx'

type KeptOfferProps = { readonly kept: ConsentDraft; readonly all: number; readonly onGoOn: () => void; readonly onAnew: () => void }

/** After a power cut or a reload: what was pressed and signed is still there, and the customer says whether it goes on. */
export function KeptOffer({ kept, all, onGoOn, onAnew }: KeptOfferProps) {
  const text = useText()
  const at = useFormat().time(kept.savedAtUtcMs)
  const answered = kept.answers.length
  const { signature } = kept
  return (
    <Dialog
      title={text('consent.counter.keptTitle', { at })}
      isOpen
      onClose={onGoOn}
      keepsOpen
      alert
      footer={
        <>
          <Button look="primary" size="lg" onPress={onGoOn}>
            {signature === null ? text('consent.counter.keptDo') : text('consent.counter.keptSignedDo', { at })}
          </Button>
          <Button size="lg" onPress={onAnew}>
            {text('consent.counter.keptAnew')}
          </Button>
        </>
      }
    >
      <p className="say">
        {signature === null ? text('consent.counter.keptSay', { answered, all }) : text('consent.counter.keptSigned', { answered, all })}
      </p>
      {signature !== null && (
        <div className="kept-signature">
          <SignatureDrawing signature={signature} />
        </div>
      )}
    </Dialog>
  )
}
