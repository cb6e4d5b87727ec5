import type { RequestPage } from '../../../../core/contract/syncViews.ts'
import type { Offered } from '../../../../core/domain/request/types.ts'
import { useFormat } from '../../../i18n/format.ts'
import { useText } from '../../../i18n/text.ts'
import { Button } from '../../../ui/Button.tsx'
import { offerToPayRial } from '../../../../core/domain/request/state.ts'

type RevisedNoticeProps = {
  readonly page: RequestPage
  readonly newest: Offered
  readonly onGoOn: () => void
  readonly onTakeTheirs: () => void
}

/** Somebody made another revision meanwhile: nothing typed is lost, and nothing of theirs is overwritten unseen. */
export function RevisedNotice({ page, newest, onGoOn, onTakeTheirs }: RevisedNoticeProps) {
  const text = useText()
  const format = useFormat()
  const name = page.timeline.find(({ eventId }) => eventId === newest.eventId)?.actorName ?? text('requests.offer.somebody')
  return (
    <div className="consent-notice wait revised" role="alert">
      <p>
        {text('requests.offer.revised', {
          name,
          no: newest.revision,
          amount: format.money(offerToPayRial(newest)),
          unit: text(`common.${format.moneyUnit}`),
        })}
      </p>
      <div>
        <Button size="sm" onPress={onGoOn}>
          {text('requests.offer.goOnMine')}
        </Button>
        <Button size="sm" onPress={onTakeTheirs}>
          {text('requests.offer.takeTheirs', { no: newest.revision })}
        </Button>
      </div>
    </div>
  )
}
