import { type KeyboardEvent, type RefObject, useId, useState } from 'react'
import type { ServiceId } from '../../../core/basics/ids.ts'
import { searchKey } from '../../../core/basics/textFold.ts'
import type { Service } from '../../../core/domain/garage/types.ts'
import { useText } from '../../i18n/text.ts'
import { Icon } from '../../ui/Icon.tsx'
import { Money } from '../../ui/Money.tsx'
import { PickLine, PickList } from '../../ui/PickList.tsx'

type ServicePickerProps = {
  /** In the order in which they are offered. */
  readonly services: readonly Service[]
  readonly value: readonly ServiceId[]
  readonly onChange: (ids: readonly ServiceId[]) => void
  readonly error: string | null
  readonly fieldRef: RefObject<HTMLInputElement | null>
}

/** Typing narrows the list, Enter takes the first line, and once more with nothing typed sends the form. */
export function ServicePicker({ services, value, onChange, error, fieldRef }: ServicePickerProps) {
  const text = useText()
  const [typed, setTyped] = useState('')
  const [pointed, point] = useState<number | null>(null)
  const id = useId()
  const wanted = searchKey(typed)
  const matching = services.filter(({ title }) => searchKey(title).includes(wanted))
  const at = pointed ?? (wanted === '' || matching.length === 0 ? null : 0)

  const toggle = (serviceId: ServiceId): void => {
    onChange(value.includes(serviceId) ? value.filter((other) => other !== serviceId) : [...value, serviceId])
    setTyped('')
    point(null)
  }
  const keyDown = (event: KeyboardEvent): void => {
    const count = matching.length
    const service = at === null ? undefined : matching[at]
    if (event.key === 'ArrowDown') point(count === 0 ? null : ((at ?? -1) + 1) % count)
    else if (event.key === 'ArrowUp') point(count === 0 ? null : ((at ?? count) - 1 + count) % count)
    else if (event.key === 'Enter' && service !== undefined) toggle(service.serviceId)
    else if (event.key === 'Enter' && wanted !== '') event.stopPropagation()
    else if (event.key === 'Backspace' && typed === '' && value.length > 0) onChange(value.slice(0, -1))
    else return
    event.preventDefault()
  }
  return (
    <div className="fld services" {...(error === null ? {} : { 'data-invalid': true })}>
      <label className="label" htmlFor={`${id}-field`}>
        {text('newVisit.services')}
      </label>
      <div className="inp chips">
        {value.map((serviceId) => {
          const title = services.find((service) => service.serviceId === serviceId)?.title ?? ''
          return (
            <span key={serviceId} className="tag">
              {title}
              <button type="button" tabIndex={-1} aria-label={text('newVisit.removeService', { title })} onClick={() => toggle(serviceId)}>
                <Icon name="cross" size="s" />
              </button>
            </span>
          )
        })}
        <input
          ref={fieldRef}
          id={`${id}-field`}
          role="combobox"
          aria-expanded="true"
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-activedescendant={at === null ? undefined : `${id}-${at}`}
          aria-invalid={error !== null}
          aria-describedby={`${id}-foot`}
          placeholder={text(value.length === 0 ? 'newVisit.addService' : 'newVisit.addAnother')}
          autoComplete="off"
          spellCheck={false}
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value)
            point(null)
          }}
          onKeyDown={keyDown}
        />
      </div>
      <output id={`${id}-foot`} className="error">
        {error !== null && (
          <>
            <Icon name="warning" size="s" />
            {error}
          </>
        )}
        {error === null && matching.length === 0 && text(services.length === 0 ? 'newVisit.noServices' : 'common.nothingFound')}
      </output>
      <PickList id={`${id}-list`} label={text('newVisit.services')} className="service-list" isMultiple>
        {matching.map((service, index) => (
          <PickLine
            key={service.serviceId}
            id={`${id}-${index}`}
            isPointed={index === at}
            isChosen={value.includes(service.serviceId)}
            onPick={() => {
              toggle(service.serviceId)
              fieldRef.current?.focus()
            }}
          >
            <Icon name={value.includes(service.serviceId) ? 'check' : 'add'} size="s" />
            <span>{service.title}</span>
            <small>
              {text('newVisit.serviceMin', { count: service.quotedMin })}
              <span className="dotsep">
                <Money rial={service.priceRial} />
              </span>
            </small>
          </PickLine>
        ))}
      </PickList>
    </div>
  )
}
