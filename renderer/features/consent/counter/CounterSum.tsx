import type { ConsentItem, ConsentSnapshot } from '../../../../core/domain/consent/types.ts'
import { itemRial } from '../../../../core/domain/consent/state.ts'
import { useFormat } from '../../../i18n/format.ts'
import { useText } from '../../../i18n/text.ts'
import { Emphasis } from '../../../ui/Emphasis.tsx'
import { Icon } from '../../../ui/Icon.tsx'
import { ScrollArea } from '../../../ui/ScrollArea.tsx'
import type { ShownRequest } from '../shown.ts'
import type { Tally } from '../tally.ts'

type CounterSumProps = { readonly request: ShownRequest; readonly snapshot: ConsentSnapshot; readonly tally: Tally }

/** The new total as it stands, and everything that it is made of. */
export function CounterSum({ request, snapshot, tally }: CounterSumProps) {
  const text = useText()
  const format = useFormat()
  const isOpen = tally.open.length > 0
  return (
    <>
      <p className="old">
        <span>{request.capBefore.label}</span>
        <b>
          <bdi>{request.capBefore.say}</bdi>
        </b>
      </p>
      <ScrollArea className={`sum-lines ${snapshot.items.length > 4 ? 'many' : ''}`} label={text('consent.counter.sumTitle')}>
        <ul>
          {snapshot.items.map((item) => (
            <SumLine key={item.itemNo} item={item} tally={tally} isNext={item === tally.open[0]} />
          ))}
        </ul>
      </ScrollArea>
      <output className="new">
        <h3>{text(isOpen ? 'consent.counter.soFar' : 'consent.counter.newTotal')}</h3>
        <p>
          <b>
            <bdi>{format.money(tally.totalRial)}</bdi>
          </b>{' '}
          {request.unit}
        </p>
        {isOpen && tally.totalRial !== snapshot.capIfAllRial && (
          <p className="if-all">
            {request.totalIfAll.label} <bdi>{request.totalIfAll.say}</bdi>
            <span>
              {request.readyIfAll.label} <bdi>{request.readyIfAll.say}</bdi>
            </span>
          </p>
        )}
      </output>
      <p className="ready-at">
        <Icon name="clock" />
        <span>
          <Emphasis text={readyText(snapshot, tally)} />
        </span>
      </p>
    </>
  )

  function readyText({ readyBeforeUtcMs }: ConsentSnapshot, { readyUtcMs, extraMin }: Tally): string {
    if (readyBeforeUtcMs === null || readyUtcMs === null) {
      return extraMin === 0 ? text('consent.counter.noExtra') : text('consent.counter.extra', { minutes: format.minutes(extraMin) })
    }
    const after = format.time(readyUtcMs)
    return extraMin === 0
      ? text('consent.counter.readyStays', { after })
      : text('consent.counter.readyAbout', { after, before: format.time(readyBeforeUtcMs) })
  }
}

/** `isNext`: the one that is asked for now. */
function SumLine({ item, tally, isNext }: { item: ConsentItem; tally: Tally; isNext: boolean }) {
  const text = useText()
  const format = useFormat()
  const { title } = item
  if (tally.accepted.includes(item)) {
    return (
      <li className="accepted">
        <Icon name="check" />
        <span>{title}</span>
        <b>
          + <bdi>{format.money(itemRial(item.price))}</bdi>
        </b>
      </li>
    )
  }
  const [icon, words] = tally.refused.includes(item)
    ? (['cross', text('consent.counter.refusedLine', { title })] as const)
    : tally.later.includes(item)
      ? (['clock', text('consent.counter.laterLine', { title })] as const)
      : (['onward', text('consent.counter.openLine', { title })] as const)
  return (
    <li ref={isNext ? intoView : null} className={isNext ? 'waits' : ''}>
      <Icon name={icon} />
      <span>{words}</span>
      <b>—</b>
    </li>
  )
}

/** Of a long list the line that waits is the one to be seen. */
function intoView(line: HTMLLIElement | null): void {
  line?.scrollIntoView({ block: 'nearest' })
}
