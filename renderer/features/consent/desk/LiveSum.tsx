import type { ConsentSnapshot } from '../../../../core/domain/consent/types.ts'
import { useFormat } from '../../../i18n/format.ts'
import { useText } from '../../../i18n/text.ts'
import { Emphasis } from '../../../ui/Emphasis.tsx'
import { Icon } from '../../../ui/Icon.tsx'
import { Money } from '../../../ui/Money.tsx'
import type { Tally } from '../tally.ts'

/** What the request comes to if all of it is accepted, and with what is pressed so far. */
export function LiveSum({ snapshot, tally }: { snapshot: ConsentSnapshot; tally: Tally | null }) {
  const text = useText()
  const format = useFormat()
  const { capBeforeRial, capIfAllRial, readyBeforeUtcMs, readyIfAllUtcMs, items } = snapshot
  const extraMin = items.reduce((sum, item) => sum + item.extraMin, 0)
  return (
    <>
      <dl className="sums">
        <div>
          <dt>{text('consent.ask.capNow')}</dt>
          <dd>
            <Money rial={capBeforeRial} />
          </dd>
        </div>
        {tally !== null && (
          <div className="now">
            <dt>{text('consent.live.totalNow')}</dt>
            <dd>
              <Money rial={tally.totalRial} />
            </dd>
          </div>
        )}
        <div className="total">
          <dt>
            {text('consent.ask.newTotal')} <small>{text('consent.live.totalIfAll')}</small>
          </dt>
          <dd>
            <Money rial={capIfAllRial} unit />
          </dd>
        </div>
      </dl>
      <p className="ready-at">
        <Icon name="clock" />
        <span>
          <Emphasis
            text={
              extraMin === 0
                ? text('consent.ask.readyStays')
                : readyBeforeUtcMs === null || readyIfAllUtcMs === null
                  ? text('consent.ask.readyUnknown', { minutes: format.minutes(extraMin) })
                  : text('consent.ask.ready', { after: format.time(readyIfAllUtcMs), before: format.time(readyBeforeUtcMs) })
            }
          />
        </span>
      </p>
    </>
  )
}
