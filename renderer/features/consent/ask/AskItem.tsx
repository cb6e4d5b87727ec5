import { useFormat } from '../../../i18n/format.ts'
import { useText } from '../../../i18n/text.ts'
import { Button, IconButton } from '../../../ui/Button.tsx'
import { Icon } from '../../../ui/Icon.tsx'
import { SafetyMark } from '../SafetyMark.tsx'
import { AskItemFields } from './AskItemFields.tsx'
import type { AskItemProps } from './askItemProps.ts'
import { minutesSoFar, priceSoFarRial } from './readItem.ts'

/** One item: a line with what it is and costs, its fields below while it is open. */
export function AskItem(props: AskItemProps) {
  const { item, itemNo, foundByName, isOpen, problems, onOpen, onRemove } = props
  const text = useText()
  const format = useFormat()
  const title = item.title.trim() === '' ? text('consent.ask.untitled') : item.title
  const isWrong = Object.keys(problems).length > 0
  const priceRial = priceSoFarRial(item, format.moneyUnit)
  const minutes = minutesSoFar(item)
  return (
    <li className={`ask-item ${isOpen ? 'open' : ''} ${isWrong ? 'wrong' : ''}`}>
      <header>
        <Button look="quiet" className="title" aria-expanded={isOpen} onPress={onOpen}>
          <span className="vh">{text('consent.ask.openItem')}</span> <em>{format.digits(itemNo)}</em> <b>{title}</b>
          <Icon name={isOpen ? 'arrowUp' : 'arrowDown'} size="m" />
        </Button>
        <SafetyMark grade={item.safety} />
        {foundByName !== null && <small>{text('consent.ask.foundBy', { name: foundByName })}</small>}
        <span className="end">
          {minutes > 0 && <small>{text('consent.shown.laterBy', { minutes: format.minutes(minutes) })}</small>}
          <b className={priceRial === 0 ? 'none' : ''}>
            <bdi>{format.money(priceRial)}</bdi> <small>{text(`common.${format.moneyUnit}`)}</small>
          </b>
          <IconButton icon="cross" size="sm" label={text('consent.ask.removeItem', { itemNo })} onPress={onRemove} />
        </span>
      </header>
      {isOpen && <AskItemFields {...props} />}
    </li>
  )
}
