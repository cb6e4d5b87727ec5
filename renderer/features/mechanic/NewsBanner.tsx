import { Button as AriaButton } from 'react-aria-components'
import { useFormat } from '../../i18n/format.ts'
import { interpolated } from '../../i18n/interpolate.ts'
import { type Text, useText } from '../../i18n/text.ts'
import { Icon } from '../../ui/Icon.tsx'
import { carName } from '../jobActions/names.ts'
import type { News } from './news.ts'

/** What the customer answered: by name what may be done now, and what may not. `isOther`: of a car that is not the one shown. */
export function NewsBanner({ news, isOther, onSeen }: { news: News; isOther: boolean; onSeen: () => void }) {
  const text = useText()
  const format = useFormat()
  const isGood = news.accepted.length > 0
  return (
    <output className={`bay-news ${isGood ? 'ready' : 'stop'}`}>
      <Icon name={isGood ? 'done' : 'forbidden'} size="xl" />
      <span className="words">
        {isOther && <em>{carName(news.card, text, format)}</em>}
        <b>{headline(news, text)}</b>
        <small>{details(news, text, (items) => format.list(items.map((item) => interpolated(format.language, item))))}</small>
      </span>
      <AriaButton className="seen" onPress={onSeen}>
        {text('mechanic.news.seen')}
      </AriaButton>
    </output>
  )
}

function headline({ accepted, refused, withdrawn }: News, text: Text): string {
  if (withdrawn.length > 0) return text('mechanic.news.withdrew', { count: withdrawn.length })
  if (accepted.length === 0) return text('mechanic.news.refused')
  return refused.length === 0
    ? text('mechanic.news.acceptedAll', { count: accepted.length })
    : text('mechanic.news.accepted', { count: accepted.length })
}

function details({ accepted, refused, withdrawn }: News, text: Text, list: (items: readonly string[]) => string): string {
  return [
    ...(accepted.length > 0 ? [text('mechanic.news.do', { items: list(accepted) })] : []),
    ...(refused.length > 0 ? [text('mechanic.news.doNot', { items: list(refused) })] : []),
    ...(withdrawn.length > 0 ? [text('mechanic.news.stop', { items: list(withdrawn) })] : []),
  ].join(text('common.semicolon'))
}
