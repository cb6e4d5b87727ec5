import { relations, type Decider, type Relation } from '../../../core/domain/consent/types.ts'
import { parseMobile } from '../../../core/persian/mobile.ts'
import { shortMostChars } from '../../../core/wire/bounds.ts'
import { useText } from '../../i18n/text.ts'
import { MobileField } from '../../ui/MobileField.tsx'
import { RadioGroup } from '../../ui/RadioGroup.tsx'
import { TextField } from '../../ui/TextField.tsx'

/** Who decides, as it is being typed. */
export type TypedDecider = { readonly name: string; readonly relation: Relation; readonly basis: string; readonly mobile: string }

export function typedDecider({ name, relation, delegateBasis, mobile }: Decider): TypedDecider {
  return { name, relation, basis: delegateBasis ?? '', mobile: mobile ?? '' }
}

/** Null while something is missing or the number is none. */
export function readDecider({ name, relation, basis, mobile }: TypedDecider): Decider | null {
  const number = parseMobile(mobile)
  if (name.trim() === '' || (relation === 'delegate' && basis.trim() === '') || (!number.ok && number.error !== 'empty')) return null
  return {
    name: name.trim(),
    relation,
    mobile: number.ok ? number.value : null,
    delegateBasis: relation === 'delegate' ? basis.trim() : null,
  }
}

type DeciderFieldsProps = {
  readonly value: TypedDecider
  readonly onChange: (value: TypedDecider) => void
  /** The form was sent: what is missing is said. */
  readonly wasAsked: boolean
  readonly withMobile?: boolean
}

export function DeciderFields({ value, onChange, wasAsked, withMobile = true }: DeciderFieldsProps) {
  const text = useText()
  const missing = (typed: string, words: string): string | null => (wasAsked && typed.trim() === '' ? words : null)
  return (
    <>
      <TextField
        label={text('consent.decider.name')}
        value={value.name}
        onChange={(name) => onChange({ ...value, name })}
        maxLength={shortMostChars}
        error={missing(value.name, text('consent.decider.nameMissing'))}
      />
      <RadioGroup
        label={text('consent.decider.relation')}
        choices={relations.map((id) => ({ id, label: text(`domain.relation.${id}`) }))}
        value={value.relation}
        onChange={(relation) => onChange({ ...value, relation })}
      />
      {value.relation === 'delegate' && (
        <TextField
          label={text('consent.decider.basis')}
          hint={text('consent.decider.basisHint')}
          value={value.basis}
          onChange={(basis) => onChange({ ...value, basis })}
          maxLength={shortMostChars}
          error={missing(value.basis, text('consent.decider.basisMissing'))}
        />
      )}
      {withMobile && <MobileField optional value={value.mobile} onChange={(mobile) => onChange({ ...value, mobile })} />}
    </>
  )
}
