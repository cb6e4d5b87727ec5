import type { PartyLine } from '../../../core/contract/views.ts'
import { useText } from '../../i18n/text.ts'
import { Icon, type IconName } from '../../ui/Icon.tsx'

/** How often on time, late, not come: shape and word, the colour last. What never happened is not said. */
export function Punctuality({ party: { onTime, late, noShows } }: { party: Pick<PartyLine, 'onTime' | 'late' | 'noShows'> }) {
  const text = useText()
  const parts: readonly { readonly key: string; readonly icon: IconName; readonly count: number; readonly words: string }[] = [
    { key: 'onTime', icon: 'done', count: onTime, words: text('customers.onTime', { count: onTime }) },
    { key: 'late', icon: 'late', count: late, words: text('customers.late', { count: late }) },
    { key: 'noShow', icon: 'cross', count: noShows, words: text('customers.noShow', { count: noShows }) },
  ]
  return (
    <span className="punctuality">
      {parts
        .filter(({ count }) => count > 0)
        .map(({ key, icon, words }) => (
          <span key={key} className={key}>
            <Icon name={icon} size="s" />
            {words}
          </span>
        ))}
    </span>
  )
}
