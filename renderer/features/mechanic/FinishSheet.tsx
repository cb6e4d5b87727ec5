import type { WorkCard } from '../../../core/contract/views.ts'
import { type Format, useFormat } from '../../i18n/format.ts'
import { type Text, useText } from '../../i18n/text.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { useActionForm } from '../jobActions/useActionForm.ts'
import { StepProblem } from '../setup/StepProblem.tsx'
import type { PartLine } from './partLines.ts'

type FinishSheetProps = { readonly card: WorkCard; readonly left: readonly PartLine[]; readonly onClose: () => void }

/** Asked only where something is open: agreed and not logged, forgotten or really not done; or asked and not answered. */
export function FinishSheet({ card, left, onClose }: FinishSheetProps) {
  const text = useText()
  const format = useFormat()
  const { isSending, besides, send } = useActionForm(card, onClose)
  return (
    <Dialog
      title={text('mechanic.finishTitle')}
      isOpen
      onClose={onClose}
      touch
      alert
      footer={
        <>
          <Button look="primary" onPress={onClose}>
            {text('mechanic.backToParts')}
          </Button>
          <Button isPending={isSending} onPress={() => send({ type: 'finishWork', jobId: card.jobId })}>
            {text('mechanic.finishAnyway')}
          </Button>
        </>
      }
    >
      <p className="say">{text('mechanic.finishSay', { count: left.length })}</p>
      <ul className="still-open">
        {left.map((line) => (
          <li key={line.key}>
            <b>{line.title}</b>
            <span>{whatIsLeft(line, text, format)}</span>
          </li>
        ))}
      </ul>
      <StepProblem words={besides([])} />
    </Dialog>
  )
}

function whatIsLeft({ state, spec, left }: PartLine, text: Text, format: Format): string {
  if (state === 'pending') return text('domain.closingState.pending')
  return spec === null ? text('mechanic.itemWaits') : format.quantity(left)
}
