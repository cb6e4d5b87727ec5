import { useId, useRef } from 'react'
import { Group } from 'react-aria-components'
import { type Plate, type PlateClass } from '../../../core/persian/plate.ts'
import { classOfLetter } from '../../../core/persian/plateLetters.ts'
import { isProvinceCode, provincesOfCode } from '../../../core/persian/plateProvinces.ts'
import { useFormat } from '../../i18n/format.ts'
import { useText } from '../../i18n/text.ts'
import type { FieldWords } from '../FieldParts.tsx'
import { Icon } from '../Icon.tsx'
import { showToast } from '../toasts.ts'
import { draftOfPaste, partsOf, type PlateDraft, plateOfDraft, type Typed, type TypedPart } from './draft.ts'
import { KindMenu, LetterMenu, ZoneMenu } from './PlateMenus.tsx'
import { PlateSegment } from './PlateSegment.tsx'

export type PlateFieldProps = Omit<FieldWords, 'label'> & {
  readonly label?: string
  readonly value: PlateDraft
  readonly onChange: (draft: PlateDraft) => void
  /** The last sign of a whole plate was typed: the form may move on. */
  readonly onComplete?: (plate: Plate) => void
}

/** A plate is typed as it is read on the car; each field hands on to the next. Any script, any keyboard layout, or a whole plate pasted. */
export function PlateField(props: PlateFieldProps) {
  const { label, labelHidden = false, optional = false, hint, error = null, value, onChange, onComplete } = props
  const text = useText()
  const format = useFormat()
  const labelId = useId()
  const footId = useId()
  const fields = useRef(new Map<TypedPart, HTMLInputElement>())
  const parts = partsOf(value.kind)

  const take = ({ draft, focus }: Typed): void => {
    onChange(draft)
    const field = fields.current.get(focus)
    if (field !== undefined && field !== document.activeElement) {
      field.focus()
      field.select()
    }
    const plate = plateOfDraft(draft)
    if (plate !== null && plateOfDraft(value) === null) onComplete?.(plate)
  }
  const paste = (pasted: string): void => {
    const draft = draftOfPaste(pasted)
    if (draft === null) showToast({ look: 'news', say: text('plate.pasteFailed', { text: pasted.trim().slice(0, 40) }) })
    else take({ draft, focus: partsOf(draft.kind).at(-1) ?? 'serial' })
  }
  const segment = (part: TypedPart) => (
    <PlateSegment
      key={part}
      part={part}
      draft={value}
      onTyped={take}
      onPastePlate={paste}
      onStep={(to) => fields.current.get(to)?.focus()}
      isInvalid={error !== null}
      inputRef={(element) => void (element === null ? fields.current.delete(part) : fields.current.set(part, element))}
    />
  )
  const province = provinceWords(value)
  const wrong = error ?? (province === 'unknown' ? text('plate.noSuchProvince') : null)
  return (
    <div className="fld" {...(wrong === null ? {} : { 'data-invalid': true })}>
      <span id={labelId} className={labelHidden ? 'vh' : 'label'}>
        {label ?? text('plate.label')} {optional && <small>{text('common.optional')}</small>}
      </span>
      <Group aria-labelledby={labelId} aria-describedby={footId} className={`pin ${value.kind} ${paintOf(value)}`}>
        <i className="plate-band" />
        {value.kind === 'freeZone' && <ZoneMenu zone={value.zone} onChoose={(zone) => onChange({ ...value, zone })} />}
        {(value.kind === 'historic' || value.kind === 'protocol') && <small className="word">{text(`plate.kind.${value.kind}`)}</small>}
        {parts.map((part) => {
          if (part === 'letter') {
            return (
              <span key={part} className="f letter">
                {segment(part)}
                <LetterMenu onChoose={(letter) => take({ draft: { ...value, letter }, focus: 'threeDigits' })} />
              </span>
            )
          }
          if (part === 'provinceCode') {
            return (
              <span key={part} className="province">
                <small>{text('plate.iran')}</small>
                {segment(part)}
              </span>
            )
          }
          return segment(part)
        })}
        <KindMenu kind={value.kind} onChoose={(kind) => onChange({ ...value, kind })} />
      </Group>
      <p id={footId} className={wrong === null ? 'hint' : 'error'} aria-live="polite">
        {wrong === null ? (
          (hint ??
          (province === null || province === 'unknown'
            ? text('plate.hint')
            : format.list(
                province.map((key) => text(`plate.province.${key}`)),
                'or',
              )))
        ) : (
          <>
            <Icon name="warning" size="s" />
            {wrong}
          </>
        )}
      </p>
    </div>
  )
}

function provinceWords({ kind, provinceCode }: PlateDraft) {
  if (kind !== 'fourPart' || provinceCode.length < 2) return null
  return isProvinceCode(provinceCode) ? provincesOfCode(provinceCode).map(({ key }) => key) : 'unknown'
}

function paintOf({ kind, letter }: PlateDraft): PlateClass {
  if (kind !== 'fourPart') return kind
  return letter === '' ? 'private' : classOfLetter(letter)
}
