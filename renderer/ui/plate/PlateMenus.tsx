import { Button as AriaButton, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components'
import { type FreeZone, freeZones } from '../../../core/persian/plate.ts'
import { classOfLetter, type PlateLetter, plateLetters } from '../../../core/persian/plateLetters.ts'
import { useText } from '../../i18n/text.ts'
import { Icon } from '../Icon.tsx'
import { type PlateKind, plateKinds } from './draft.ts'
import { drawnLetter } from './plateText.ts'

/** For those who would rather point than type. Left out of the Tab order: the field beside it takes the letter itself. */
export function LetterMenu({ onChoose }: { onChoose: (letter: PlateLetter) => void }) {
  const text = useText()
  return (
    <MenuTrigger>
      <AriaButton excludeFromTabOrder aria-label={text('plate.chooseLetter')} className="pin-open">
        <Icon name="arrowDown" size="s" />
      </AriaButton>
      <Popover className="popover" offset={6}>
        <Menu className="menu letters" aria-label={text('plate.letter')}>
          {plateLetters.map((letter) => {
            const kind = classOfLetter(letter)
            return (
              <MenuItem key={letter} id={letter} className={`item plate-key ${kind}`} textValue={letter} onAction={() => onChoose(letter)}>
                <b>{drawnLetter(letter)}</b>
                {kind !== 'private' && <small>{text(`plate.class.${kind}`)}</small>}
              </MenuItem>
            )
          })}
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}

export function KindMenu({ kind, onChoose }: { kind: PlateKind; onChoose: (kind: PlateKind) => void }) {
  const text = useText()
  return (
    <MenuTrigger>
      <AriaButton aria-label={text('plate.otherKinds')} className="pin-open kinds">
        <Icon name="more" size="m" />
      </AriaButton>
      <Popover className="popover" placement="bottom end" offset={6}>
        <Menu className="menu" aria-label={text('plate.otherKinds')} selectionMode="single" selectedKeys={[kind]}>
          {plateKinds.map((candidate) => (
            <MenuItem key={candidate} id={candidate} className="item" onAction={() => onChoose(candidate)}>
              {text(`plate.kind.${candidate}`)}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}

export function ZoneMenu({ zone, onChoose }: { zone: FreeZone; onChoose: (zone: FreeZone) => void }) {
  const text = useText()
  return (
    <MenuTrigger>
      <AriaButton className="pin-zone" aria-label={`${text('plate.zone')}: ${text(`plate.zoneName.${zone}`)}`}>
        {text(`plate.zoneName.${zone}`)}
        <Icon name="arrowDown" size="s" />
      </AriaButton>
      <Popover className="popover" offset={6}>
        <Menu className="menu" aria-label={text('plate.zone')} selectionMode="single" selectedKeys={[zone]}>
          {freeZones.map((candidate) => (
            <MenuItem key={candidate} id={candidate} className="item" onAction={() => onChoose(candidate)}>
              {text(`plate.zoneName.${candidate}`)}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}
