import { useFormat } from '../../i18n/format.ts'
import { useText } from '../../i18n/text.ts'
import { carName } from './names.ts'
import { PlaceDialog } from './PlaceDialog.tsx'
import type { JobDialogProps } from './question.ts'

/** Out of turn the service refuses, and the question becomes the one for a reason. */
export function StartDialog(props: JobDialogProps) {
  const text = useText()
  const format = useFormat()
  const { card, row } = props.job
  const { jobId } = card
  const isTurn = row?.turn.kind === 'start'
  return (
    <PlaceDialog
      {...props}
      title={text('jobActions.start.title', { car: carName(card, text, format) })}
      say={text(isTurn ? 'jobActions.start.say' : 'jobActions.start.sayWait')}
      doLabel={text('jobActions.start.do')}
      wanted={row?.turn.kind === 'start' ? row.turn : { bayId: null, mechanicId: null }}
      commandFor={(bayId, mechanicId) => ({ type: 'startWork', jobId, bayId, mechanicId, overrideReason: null })}
      onRefused={(refusal, bayId, mechanicId) => {
        if (refusal.code !== 'outOfTurn') return false
        props.onAsk({ kind: 'override', jobId, bayId, mechanicId, passedOver: refusal.passedOver })
        return true
      }}
    />
  )
}
