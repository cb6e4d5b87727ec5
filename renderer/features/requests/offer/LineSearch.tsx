import { type KeyboardEvent, type ReactNode, useId, useRef, useState } from 'react'
import { searchKey } from '../../../../core/basics/textFold.ts'
import type { Service } from '../../../../core/domain/garage/types.ts'
import type { Material } from '../../../../core/domain/materials/types.ts'
import { shortMostChars } from '../../../../core/wire/bounds.ts'
import { client } from '../../../client/client.ts'
import { useMaterials } from '../../../client/queries.ts'
import { useFormat } from '../../../i18n/format.ts'
import { specText } from '../../../i18n/mismatchText.ts'
import { useText } from '../../../i18n/text.ts'
import { Icon } from '../../../ui/Icon.tsx'
import { Money } from '../../../ui/Money.tsx'
import { PickGroup, PickLine, PickList } from '../../../ui/PickList.tsx'
import { type CataloguePart, platformPartOf, type PlatformPart, usePlatformParts, withoutPrice } from '../../scan/cataloguePart.ts'
import { useScans } from '../../scan/scans.ts'

/** So many lines of each kind below the field: more are found by typing one letter more. */
const servicesShown = 6
const materialsShown = 5
const platformShown = 4

type Found =
  | { readonly kind: 'service'; readonly id: string; readonly service: Service }
  | { readonly kind: 'material'; readonly id: string; readonly material: Material }
  | { readonly kind: 'platform'; readonly id: string; readonly part: PlatformPart }
  | { readonly kind: 'hand'; readonly id: 'hand'; readonly typed: string }

type LineSearchProps = {
  /** Of the list, without those that the offer holds already. */
  readonly services: readonly Service[]
  readonly onService: (service: Service) => void
  readonly onMaterial: (part: CataloguePart) => void
  readonly onHand: (typed: string) => void
}

/** One field for everything that an offer can hold. Enter takes the line pointed at, and with nothing typed makes the offer. */
export function LineSearch({ services, onService, onMaterial, onHand }: LineSearchProps) {
  const text = useText()
  const [typed, type] = useState('')
  const [isOpen, setOpen] = useState(false)
  const [pointed, point] = useState(0)
  const field = useRef<HTMLInputElement>(null)
  const id = useId()
  const wanted = typed.trim()
  const materials = useMaterials(wanted, materialsShown, false)
  const own = materials.data ?? []
  const known = usePlatformParts(wanted, platformShown, own, isOpen && !materials.isPlaceholderData)
  const found = foundOf(services, wanted, own, known)
  const at = Math.min(pointed, found.length - 1)

  const close = (): void => {
    type('')
    point(0)
    setOpen(false)
    field.current?.focus()
  }
  const take = (one: Found | undefined): void => {
    if (one === undefined) return
    if (one.kind === 'service') onService(one.service)
    else if (one.kind === 'material') onMaterial(one.material)
    else if (one.kind === 'platform') onMaterial(withoutPrice(one.part))
    else onHand(one.typed)
    close()
  }
  /** Enter may come before the catalogue's answer to the last letter: a line of the price list is taken all the same. */
  const takeTyped = async (): Promise<void> => {
    const one = found[at]
    if (one?.kind === 'service' || !materials.isPlaceholderData) return take(one)
    take(foundOf(services, wanted, await client.materials({ text: wanted, limit: materialsShown, alsoInactive: false }), [])[0])
  }
  const scan = async (code: string): Promise<void> => {
    const [material] = await client.materials({ text: code, limit: 1, alsoInactive: false })
    if (material !== undefined) return take({ kind: 'material', id: material.materialId, material })
    const part = await platformPartOf(code)
    if (part !== null) return take({ kind: 'platform', id: part.code, part })
    type(code)
    setOpen(true)
  }
  useScans((code) => void scan(code), { alsoInFields: true })
  const keyDown = (event: KeyboardEvent): void => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      if (isOpen) point((at + (event.key === 'ArrowDown' ? 1 : -1) + found.length) % Math.max(1, found.length))
      else setOpen(true)
    } else if (event.key === 'Enter' && (wanted !== '' || isOpen)) void takeTyped()
    else if (event.key === 'Escape' && isOpen) setOpen(false)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  const linesOf = (origin: 'own' | 'platform' | 'hand'): readonly ReactNode[] =>
    found.map((one, index) =>
      (one.kind === 'platform' || one.kind === 'hand' ? one.kind : 'own') === origin ? (
        <PickLine key={one.id} id={`${id}-${index}`} isPointed={index === at} isChosen={false} onPick={() => take(one)}>
          <FoundLine one={one} />
        </PickLine>
      ) : null,
    )
  return (
    <div className="fld part-search">
      <label className="label" htmlFor={`${id}-field`}>
        {text('requests.offer.search')}
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
          aria-activedescendant={isOpen && found.length > 0 ? `${id}-${at}` : undefined}
          placeholder={text('requests.offer.searchHint')}
          autoComplete="off"
          spellCheck={false}
          maxLength={shortMostChars}
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- the page was opened to write an offer
          autoFocus
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
          <PickList id={`${id}-list`} label={text('requests.offer.search')}>
            {linesOf('own')}
            {known.length > 0 && <PickGroup title={text('common.fromPlatform')}>{linesOf('platform')}</PickGroup>}
            {linesOf('hand')}
          </PickList>
          {found.length === 0 && <p className="none">{text('common.nothingFound')}</p>}
        </div>
      )}
    </div>
  )
}

function FoundLine({ one }: { one: Found }) {
  const text = useText()
  const format = useFormat()
  if (one.kind === 'service') {
    return (
      <>
        <Icon name="wrench" size="m" />
        <span>{one.service.title}</span>
        <small>
          <Money rial={one.service.priceRial} unit />
        </small>
      </>
    )
  }
  if (one.kind === 'material') {
    const { unitPriceRial, unit } = one.material
    const price = `${format.money(unitPriceRial)} ${text(`common.${format.moneyUnit}`)}`
    return (
      <>
        <Icon name="box" size="m" />
        <span>{specText(one.material, text)}</span>
        <small>{text('consent.ask.unitPrice', { price, unit: text(`domain.unit.${unit}`) })}</small>
      </>
    )
  }
  if (one.kind === 'platform') {
    return (
      <>
        <Icon name="box" size="m" />
        <span>{specText(one.part, text)}</span>
      </>
    )
  }
  return (
    <>
      <Icon name="pencil" size="m" />
      <span>{text('requests.offer.byHand', { typed: one.typed })}</span>
    </>
  )
}

function foundOf(
  services: readonly Service[],
  wanted: string,
  materials: readonly Material[],
  known: readonly PlatformPart[],
): readonly Found[] {
  const key = searchKey(wanted)
  return [
    ...services
      .filter(({ title }) => searchKey(title).includes(key))
      .slice(0, servicesShown)
      .map((service): Found => ({ kind: 'service', id: service.serviceId, service })),
    ...materials.map((material): Found => ({ kind: 'material', id: material.materialId, material })),
    ...known.map((part): Found => ({ kind: 'platform', id: part.code, part })),
    ...(wanted === '' ? [] : [{ kind: 'hand', id: 'hand', typed: wanted } as const]),
  ]
}
