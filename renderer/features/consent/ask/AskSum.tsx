import { addMinutes, type UtcMs } from '../../../../core/basics/instant.ts'
import type { JobPage } from '../../../../core/contract/views.ts'
import { itemRial } from '../../../../core/domain/consent/state.ts'
import { useFormat } from '../../../i18n/format.ts'
import { useText } from '../../../i18n/text.ts'
import { Button } from '../../../ui/Button.tsx'
import { Emphasis } from '../../../ui/Emphasis.tsx'
import { Icon } from '../../../ui/Icon.tsx'
import type { AskSource, replacesOf } from './askDraft.ts'
import type { ItemDraft } from './itemDraft.ts'
import { minutesSoFar, priceSoFarRial } from './readItem.ts'

type AskSumProps = {
  readonly job: JobPage
  readonly items: readonly ItemDraft[]
  readonly source: AskSource
  readonly replaces: ReturnType<typeof replacesOf>
  readonly readyUtcMs: UtcMs | null
  readonly isSending: boolean
  readonly problem: string | null
  /** Null while nothing was written. */
  readonly onClear: (() => void) | null
}

/** What it comes to if every item is accepted, while it is being written. */
export function AskSum({ job, items, source, replaces, readyUtcMs, isSending, problem, onClear }: AskSumProps) {
  const text = useText()
  const format = useFormat()
  const unit = text(`common.${format.moneyUnit}`)
  const voided = voidedRial(source, replaces)
  const capRial = job.account.meter.capRial - voided
  const addedRial = items.reduce((sum, item) => sum + priceSoFarRial(item, format.moneyUnit), 0)
  const extraMin = items.reduce((sum, item) => sum + minutesSoFar(item), 0)
  return (
    <aside className="consent-side">
      <dl className="sums">
        <div>
          <dt>{text(voided > 0 ? 'consent.ask.capWithout' : 'consent.ask.capNow')}</dt>
          <dd>
            <bdi>{format.money(capRial)}</bdi>
          </dd>
        </div>
        <div>
          <dt>{text('consent.ask.thisRequest', { count: items.length })}</dt>
          <dd>
            + <bdi>{format.money(addedRial)}</bdi>
          </dd>
        </div>
        <div className="total">
          <dt>
            {text('consent.ask.newTotal')} <small>{text('consent.ask.total')}</small>
          </dt>
          <dd>
            <bdi>{format.money(capRial + addedRial)}</bdi> <small>{unit}</small>
          </dd>
        </div>
      </dl>
      <p className="ready-at">
        <Icon name="clock" />
        <span>
          <Emphasis text={readyText()} />
        </span>
      </p>
      {problem !== null && (
        <p className="act-problem" role="alert">
          <Icon name="warning" size="m" />
          {problem}
        </p>
      )}
      <Button type="submit" look="primary" size="lg" kbd="↵" isPending={isSending}>
        {text(source.kind === 'new' ? 'consent.ask.do' : 'consent.ask.doAgain')}
      </Button>
      {onClear !== null && (
        <p className="say">
          {text('consent.ask.keptDraft')}{' '}
          <button type="button" className="link" onClick={onClear}>
            {text('consent.ask.clear')}
          </button>
        </p>
      )}
    </aside>
  )

  function readyText(): string {
    if (extraMin === 0) return text('consent.ask.readyStays')
    if (readyUtcMs === null) return text('consent.ask.readyUnknown', { minutes: format.minutes(extraMin) })
    return text('consent.ask.ready', { after: format.time(addMinutes(readyUtcMs, extraMin)), before: format.time(readyUtcMs) })
  }
}

/** What the cap loses when an earlier yes is voided: an item that was only asked never raised it. */
function voidedRial(source: AskSource, replaces: AskSumProps['replaces']): number {
  if (source.kind !== 'edit' || source.view.consent.answer === null) return 0
  const voided = source.view.consent.snapshot.items.filter(({ itemNo }) => replaces?.itemNos.includes(itemNo) === true)
  return voided.reduce((sum, { price }) => sum + itemRial(price), 0)
}
