import { type KeyboardEvent, useId, useRef, useState } from 'react'
import type { Material } from '../../../../core/domain/materials/types.ts'
import { shortMostChars } from '../../../../core/wire/bounds.ts'
import { client } from '../../../client/client.ts'
import { useMaterials } from '../../../client/queries.ts'
import { useFormat } from '../../../i18n/format.ts'
import { specText } from '../../../i18n/mismatchText.ts'
import { useText } from '../../../i18n/text.ts'
import { Icon } from '../../../ui/Icon.tsx'
import { PickGroup, PickLine, PickList } from '../../../ui/PickList.tsx'
import { type CataloguePart, platformPartOf, usePlatformParts, withoutPrice } from '../../scan/cataloguePart.ts'
import { useScans } from '../../scan/scans.ts'

/** So many lines below the field: more are found by typing one letter more. */
const linesMost = 6
const platformMost = 4

type PartSearchProps = {
  readonly label: string
  readonly placeholder: string
  readonly onMaterial: (part: CataloguePart) => void
  /** What the catalogue does not know, as it was typed; null where only the catalogue is wanted. */
  readonly onHand: ((typed: string) => void) | null
  /** The field that the page was opened for: it has the keyboard, and takes what the scanner reads. */
  readonly isFirst?: boolean
}

/**
 * The catalogue by what it is, brand, part number or barcode. Typing opens the list, Enter takes the line that is pointed at,
 * and once more with nothing typed asks the customer.
 */
export function PartSearch({ label, placeholder, onMaterial, onHand, isFirst = false }: PartSearchProps) {
  const text = useText()
  const format = useFormat()
  const [typed, type] = useState('')
  const [isOpen, setOpen] = useState(false)
  const [pointed, point] = useState(0)
  const field = useRef<HTMLInputElement>(null)
  const id = useId()
  const wanted = typed.trim()
  const found = useMaterials(wanted, linesMost, false)
  const isCurrent = !found.isPlaceholderData
  const materials = found.data ?? []
  // The last line takes what was typed as it is.
  const hasHand = onHand !== null && wanted !== ''
  const known = usePlatformParts(wanted, platformMost, materials, isOpen && isCurrent)
  const parts: readonly CataloguePart[] = [...materials, ...known.map(withoutPrice)]
  const count = parts.length + (hasHand ? 1 : 0)
  const at = Math.min(pointed, count - 1)

  const take = (part: CataloguePart | undefined): void => {
    if (part !== undefined) onMaterial(part)
    else if (hasHand) onHand(wanted)
    else return
    type('')
    point(0)
    setOpen(false)
    field.current?.focus()
  }
  /** Enter may come before the answer to the last letter: what it names is asked for first. */
  const takeTyped = async (): Promise<void> => {
    if (isCurrent) take(parts[at])
    else take((await client.materials({ text: wanted, limit: 1, alsoInactive: false }))[0])
  }
  const scan = async (code: string): Promise<void> => {
    const [material] = await client.materials({ text: code, limit: 1, alsoInactive: false })
    if (material !== undefined) return take(material)
    const part = await platformPartOf(code)
    if (part !== null) return take(withoutPrice(part))
    type(code)
    setOpen(true)
  }
  useScans((code) => void scan(code), { alsoInFields: true, isOn: isFirst })
  const keyDown = (event: KeyboardEvent): void => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      if (isOpen) point((at + (event.key === 'ArrowDown' ? 1 : -1) + count) % Math.max(1, count))
      else setOpen(true)
    } else if (event.key === 'Enter' && (wanted !== '' || isOpen)) void takeTyped()
    else if (event.key === 'Escape' && isOpen) setOpen(false)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <div className="fld part-search">
      <label className="label" htmlFor={`${id}-field`}>
        {label}
      </label>
      <div className="inp">
        <Icon name="search" size="m" />
        <input
          ref={field}
          id={`${id}-field`}
          role="combobox"
          aria-expanded={isOpen}
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-activedescendant={isOpen && count > 0 ? `${id}-${at}` : undefined}
          placeholder={placeholder}
          autoComplete="off"
          spellCheck={false}
          maxLength={shortMostChars}
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- the page was opened to ask for something
          autoFocus={isFirst}
          value={typed}
          onChange={(event) => {
            type(event.target.value)
            point(0)
            setOpen(true)
          }}
          onPointerDown={() => setOpen(true)}
          onBlur={() => setOpen(false)}
          onKeyDown={keyDown}
        />
      </div>
      {isOpen && (
        <div className="part-list">
          <PickList id={`${id}-list`} label={label}>
            {materials.map((material, index) => (
              <PickLine
                key={material.materialId}
                id={`${id}-${index}`}
                isPointed={index === at}
                isChosen={false}
                onPick={() => take(material)}
              >
                <Icon name="box" size="m" />
                <MaterialWords material={material} />
                <small>
                  {text('consent.ask.unitPrice', {
                    price: `${format.money(material.unitPriceRial)} ${text(`common.${format.moneyUnit}`)}`,
                    unit: text(`domain.unit.${material.unit}`),
                  })}
                </small>
              </PickLine>
            ))}
            {known.length > 0 && (
              <PickGroup title={text('common.fromPlatform')}>
                {known.map((part, index) => (
                  <PickLine
                    key={part.code}
                    id={`${id}-${materials.length + index}`}
                    isPointed={at === materials.length + index}
                    isChosen={false}
                    onPick={() => take(withoutPrice(part))}
                  >
                    <Icon name="box" size="m" />
                    <span>{specText(part, text)}</span>
                  </PickLine>
                ))}
              </PickGroup>
            )}
            {hasHand && (
              <PickLine id={`${id}-${parts.length}`} isPointed={at === parts.length} isChosen={false} onPick={() => take(undefined)}>
                <Icon name="pencil" size="m" />
                <span>{text('consent.ask.searchByHand', { typed: wanted })}</span>
              </PickLine>
            )}
          </PickList>
          {count === 0 && <p className="none">{text(wanted === '' ? 'consent.ask.catalogueEmpty' : 'common.nothingFound')}</p>}
        </div>
      )}
    </div>
  )
}

function MaterialWords({ material }: { material: Material }) {
  return <span>{specText(material, useText())}</span>
}
