import { assertNever } from '../../../core/basics/assertNever.ts'
import type { RequestId } from '../../../core/basics/ids.ts'
import type { UtcMs } from '../../../core/basics/instant.ts'
import { type Format, useFormat } from '../../i18n/format.ts'
import { useRefusalText } from '../../i18n/refusalText.ts'
import { type Text, useText } from '../../i18n/text.ts'
import { Button } from '../../ui/Button.tsx'
import { Chip } from '../../ui/Chip.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { showToast } from '../../ui/toasts.ts'
import { useDeskCommand } from '../jobActions/useDeskCommand.ts'
import type { Crossing } from './crossing.ts'
import { offerToPayRial } from '../../../core/domain/request/state.ts'
import { OfferTable } from './OfferTable.tsx'

/** The yes and what the garage did meanwhile, beside each other, in plain words; one press says that it was seen. */
export function CrossingSection({ crossing, requestId, nowUtcMs }: { crossing: Crossing; requestId: RequestId; nowUtcMs: UtcMs }) {
  const text = useText()
  const format = useFormat()
  const refusalText = useRefusalText()
  const { may, send, isSending } = useDeskCommand()
  const note = async (): Promise<void> => {
    const outcome = await send({ type: 'noteCrossing', requestId, note: '' })
    if (outcome.ok) showToast({ look: 'done', say: text('requests.crossing.done') })
    else if (outcome.error.code !== 'failed') showToast({ look: 'danger', say: refusalText(outcome.error) })
  }
  return (
    <section className={`crossing ${crossing.isNoted ? 'noted' : ''}`} aria-labelledby="crossing-title">
      <h2 id="crossing-title">
        <Icon name="move" size="m" />
        {text('requests.crossing.title')}
      </h2>
      <p>{crossingWords(crossing, text, format)}</p>
      {crossing.kind === 'revised' ? (
        <OfferTable
          label={text('requests.crossing.title')}
          offers={[crossing.accepted, crossing.newer]}
          nowUtcMs={nowUtcMs}
          acceptedRevision={crossing.accepted.revision}
          renderHead={({ revision }) =>
            revision === crossing.accepted.revision ? (
              <Chip look="ready" icon="done">
                {text('requests.crossing.holds')}
              </Chip>
            ) : (
              <Chip icon="late">{text('requests.crossing.late')}</Chip>
            )
          }
        />
      ) : (
        crossing.reason !== '' && <p className="say">{text('requests.crossing.yourReason', { reason: crossing.reason })}</p>
      )}
      {crossing.isNoted ? (
        <p className="say">{text('requests.crossing.wasSeen')}</p>
      ) : (
        may('noteCrossing') && (
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- what Enter does on this page until it was seen
          <Button look="primary" kbd="↵" autoFocus isPending={isSending} onPress={() => void note()}>
            {text('requests.crossing.seen')}
          </Button>
        )
      )}
    </section>
  )
}

function crossingWords(crossing: Crossing, text: Text, format: Format): string {
  const amount = format.money(offerToPayRial(crossing.accepted))
  const unit = text(`common.${format.moneyUnit}`)
  switch (crossing.kind) {
    case 'revised':
      return text('requests.crossing.revised', { accepted: crossing.accepted.revision, newer: crossing.newer.revision, amount, unit })
    case 'withdrawn':
    case 'declined':
      return text(`requests.crossing.${crossing.kind}`, { amount, unit })
    default:
      return assertNever(crossing)
  }
}
