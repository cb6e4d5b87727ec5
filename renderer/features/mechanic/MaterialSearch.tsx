import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react'
import type { Material } from '../../../core/domain/materials/types.ts'
import { shortMostChars } from '../../../core/wire/bounds.ts'
import { useMaterials } from '../../client/queries.ts'
import { useText } from '../../i18n/text.ts'
import { Icon } from '../../ui/Icon.tsx'
import { PickGroup, PickLine, PickList } from '../../ui/PickList.tsx'
import { useLatest } from '../../ui/useLatest.ts'
import { type PlatformPart, usePlatformParts } from '../scan/cataloguePart.ts'
import { SpecWords } from './LineDetail.tsx'

type MaterialSearchProps = {
  readonly label: string
  readonly labelHidden?: boolean
  readonly placeholder: string
  readonly onPick: (material: Material) => void
  /** Set where a part without a price will do: the platform's catalogue is then looked through as well. */
  readonly onPlatformPart?: (part: PlatformPart) => void
  /** What stands at the end of a line: its price, or that it fits. */
  readonly renderEnd: (material: Material) => ReactNode
  /** These come before the others. */
  readonly isFirst?: (material: Material) => boolean
  /** Shown while nothing is typed, in the place of the list. */
  readonly children?: ReactNode
  /** Shown when the catalogue has nothing of the kind. */
  readonly renderNothing?: (typed: string) => ReactNode
}

/** More than these nobody reads: one types another letter. */
const shownMost = 30
const platformMost = 10

/** The catalogue by typing a part of kind, brand, number or barcode: Enter takes the first line, or the one the arrows point at. */
export function MaterialSearch({
  label,
  labelHidden = false,
  placeholder,
  onPick,
  onPlatformPart,
  renderEnd,
  isFirst,
  children,
  renderNothing,
}: MaterialSearchProps) {
  const text = useText()
  const [typed, setTyped] = useState('')
  const [pointed, point] = useState<number | null>(null)
  const enterWaits = useRef(false)
  const id = useId()
  const isBlank = typed.trim() === ''
  const { data = [], isPlaceholderData, isPending } = useMaterials(typed.trim(), shownMost, false, !isBlank)
  const isFresh = !isPending && !isPlaceholderData
  const found = isBlank ? [] : isFirst === undefined ? data : data.toSorted((a, b) => Number(isFirst(b)) - Number(isFirst(a)))
  const known = usePlatformParts(typed.trim(), platformMost, found, onPlatformPart !== undefined && isFresh)
  const count = found.length + known.length
  const at = pointed ?? (count === 0 ? null : 0)

  const pick = (index: number): void => {
    const [material, part] = [found[index], known[index - found.length]]
    if (material === undefined && part === undefined) return
    setTyped('')
    point(null)
    if (material !== undefined) onPick(material)
    else if (part !== undefined) onPlatformPart?.(part)
  }
  // Enter pressed before the answer came means the first line of that answer.
  const latestPick = useLatest(() => pick(0))
  useEffect(() => {
    if (!isFresh || !enterWaits.current) return
    enterWaits.current = false
    latestPick.current()
  }, [isFresh, latestPick])

  const keyDown = (event: KeyboardEvent): void => {
    if (event.key === 'ArrowDown') point(count === 0 ? null : ((at ?? -1) + 1) % count)
    else if (event.key === 'ArrowUp') point(count === 0 ? null : ((at ?? count) - 1 + count) % count)
    else if (event.key === 'Enter' && !isBlank) {
      if (isFresh) pick(at ?? 0)
      else enterWaits.current = true
    } else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <div className="fld material-search">
      <label className={labelHidden ? 'vh' : 'label'} htmlFor={`${id}-field`}>
        {label}
      </label>
      <div className="inp">
        <Icon name="search" size="m" />
        <input
          id={`${id}-field`}
          role="combobox"
          aria-expanded={count > 0}
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-activedescendant={at === null ? undefined : `${id}-${at}`}
          placeholder={placeholder}
          autoComplete="off"
          spellCheck={false}
          maxLength={shortMostChars}
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value)
            point(null)
            enterWaits.current = false
          }}
          onKeyDown={keyDown}
        />
      </div>
      <PickList id={`${id}-list`} label={label} className={count === 0 ? 'vh' : 'material-list'}>
        {found.map((material, index) => (
          <PickLine
            key={material.materialId}
            id={`${id}-${index}`}
            isPointed={index === at}
            isChosen={index === at}
            onPick={() => pick(index)}
          >
            <span className="what">
              <b>{material.kind}</b>{' '}
              <small>
                <SpecWords spec={material} />
              </small>
            </span>
            <small>{renderEnd(material)}</small>
          </PickLine>
        ))}
        {known.length > 0 && (
          <PickGroup title={text('common.fromPlatform')}>
            {known.map((part, index) => (
              <PickLine
                key={part.code}
                id={`${id}-${found.length + index}`}
                isPointed={found.length + index === at}
                isChosen={found.length + index === at}
                onPick={() => pick(found.length + index)}
              >
                <span className="what">
                  <b>{part.kind}</b>{' '}
                  <small>
                    <SpecWords spec={part} />
                  </small>
                </span>
              </PickLine>
            ))}
          </PickGroup>
        )}
      </PickList>
      <output>{!isBlank && isFresh && count === 0 && (renderNothing?.(typed.trim()) ?? text('common.nothingFound'))}</output>
      {isBlank && children}
    </div>
  )
}
