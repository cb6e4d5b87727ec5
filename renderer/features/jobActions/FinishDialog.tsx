import { assertNever } from '../../../core/basics/assertNever.ts'
import { type Format, useFormat } from '../../i18n/format.ts'
import { type Text, useText } from '../../i18n/text.ts'
import { Icon } from '../../ui/Icon.tsx'
import { ActionDialog } from './ActionDialog.tsx'
import { type FinishWarning, finishWarnings } from './finishWarnings.ts'
import { carName } from './names.ts'
import type { JobDialogProps } from './question.ts'
import { useActionForm } from './useActionForm.ts'

/** Asked only when something is open: the work may be over all the same. */
export function FinishDialog({ job, onAsk }: JobDialogProps) {
  const text = useText()
  const format = useFormat()
  const { card, account } = job
  const { isSending, besides, send } = useActionForm(card, () => onAsk(null))
  return (
    <ActionDialog
      title={text('bill.finish.title', { car: carName(card, text, format) })}
      card={card}
      say={text('bill.finish.say')}
      doLabel={text('bill.finish.do')}
      isSending={isSending}
      problem={besides([])}
      onDo={() => send({ type: 'finishWork', jobId: card.jobId })}
      onClose={() => onAsk(null)}
    >
      <ul className="act-warnings">
        {finishWarnings(account).map((warning) => {
          const words = warningWords(warning, text, format)
          return (
            <li key={words}>
              <Icon name="warning" size="m" />
              {words}
            </li>
          )
        })}
      </ul>
    </ActionDialog>
  )
}

function warningWords(warning: FinishWarning, text: Text, format: Format): string {
  switch (warning.kind) {
    case 'openConsent':
      return text('bill.finish.openConsent', { count: warning.items })
    case 'untouched':
      return warning.hasPart
        ? text('bill.finish.untouched', { title: warning.title, quantity: format.quantity(warning.quantity) })
        : text('bill.finish.untouchedWork', { title: warning.title })
    case 'finding':
      return text('bill.finish.finding', { title: warning.title })
    default:
      return assertNever(warning)
  }
}
