import { conditions, safetyGrades } from '../../../../core/domain/consent/types.ts'
import { noteMostChars, shortMostChars } from '../../../../core/wire/bounds.ts'
import { useText } from '../../../i18n/text.ts'
import { Switch } from '../../../ui/Checkbox.tsx'
import { Segmented } from '../../../ui/RadioGroup.tsx'
import { Select } from '../../../ui/Select.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import { PhotoField } from '../PhotoField.tsx'
import type { AskItemProps } from './askItemProps.ts'
import { AskItemPrice } from './AskItemPrice.tsx'
import { defaultWords } from './defaultWords.ts'
import { asPart, withMaterial } from './itemDraft.ts'
import { PartSearch } from './PartSearch.tsx'

export function AskItemFields(props: AskItemProps) {
  const { item, problems, onChange } = props
  const text = useText()
  const words = defaultWords(item, text)
  const set = (change: Partial<typeof item>): void => onChange({ ...item, ...change })
  return (
    <div className="ask-fields">
      <div className="ask-row">
        <TextField
          className="wide"
          label={text('consent.ask.field.title')}
          value={item.title}
          onChange={(title) => set({ title })}
          maxLength={shortMostChars}
          error={problems.title === undefined ? null : text('consent.ask.problem.title')}
        />
        <div className="fld">
          <span className="label" aria-hidden="true">
            {text('consent.ask.field.safety')}
          </span>
          <Segmented
            label={text('consent.ask.field.safety')}
            choices={safetyGrades.map((id) => ({ id, label: text(`domain.safety.${id}`) }))}
            value={item.safety}
            onChange={(safety) => set({ safety })}
          />
        </div>
      </div>
      <div className="ask-row part">
        <Switch isSelected={item.hasPart} onChange={(hasPart) => set(hasPart ? asPart(item) : { hasPart })}>
          {text('consent.ask.field.hasPart')}
        </Switch>
        {item.hasPart && item.unitPriceRial === null && (
          <PartSearch
            label={text('consent.ask.fromCatalogue')}
            placeholder={text('consent.ask.fromCatalogueHint')}
            onMaterial={(material) => onChange(withMaterial(item, material))}
            onHand={null}
          />
        )}
      </div>
      {item.hasPart && <PartFields {...props} />}
      <AskItemPrice {...props} />
      <div className="ask-row halves">
        <TextField
          label={text('consent.ask.field.reason')}
          multiline
          value={item.reason ?? words.reason}
          onChange={(reason) => set({ reason })}
          maxLength={noteMostChars}
          error={problems.reason === undefined ? null : text('consent.ask.problem.reason')}
        />
        <TextField
          label={text('consent.ask.field.ifRefused')}
          multiline
          value={item.ifRefused ?? words.ifRefused}
          onChange={(ifRefused) => set({ ifRefused })}
          maxLength={noteMostChars}
          error={problems.ifRefused === undefined ? null : text('consent.ask.problem.ifRefused')}
        />
      </div>
      <div className="ask-row halves">
        <TextField
          label={text('consent.ask.field.alternatives')}
          optional
          value={item.alternatives}
          onChange={(alternatives) => set({ alternatives })}
          maxLength={noteMostChars}
        />
        {item.hasPart && <OldPart {...props} />}
      </div>
      <PhotoField value={item.photos} onChange={(photos) => set({ photos })} of={item.title} />
    </div>
  )
}

function PartFields({ item, problems, onChange }: AskItemProps) {
  const text = useText()
  const set = (change: Partial<typeof item>): void => onChange({ ...item, ...change })
  const any = text('consent.ask.field.any')
  return (
    <div className="ask-row spec">
      <TextField
        label={text('consent.ask.field.kind')}
        value={item.kind}
        onChange={(kind) => set({ kind })}
        maxLength={shortMostChars}
        error={problems.kind === undefined ? null : text('consent.ask.problem.kind')}
      />
      <TextField
        label={text('consent.ask.field.brand')}
        placeholder={any}
        value={item.brand}
        onChange={(brand) => set({ brand })}
        maxLength={shortMostChars}
      />
      <TextField
        label={text('consent.ask.field.specGrade')}
        placeholder={any}
        value={item.specGrade}
        onChange={(specGrade) => set({ specGrade })}
        maxLength={shortMostChars}
      />
      <TextField
        label={text('consent.ask.field.partNo')}
        placeholder={any}
        value={item.partNo}
        onChange={(partNo) => set({ partNo })}
        maxLength={shortMostChars}
      />
      <Select
        label={text('consent.ask.field.condition')}
        choices={conditions.map((id) => ({ id, label: text(`domain.condition.${id}`) }))}
        value={item.condition}
        onChange={(condition) => set({ condition })}
      />
    </div>
  )
}

const oldParts = ['back', 'kept', 'unsaid'] as const

function OldPart({ item, onChange }: AskItemProps) {
  const text = useText()
  const value = item.oldPartBack === null ? 'unsaid' : item.oldPartBack ? 'back' : 'kept'
  return (
    <div className="fld">
      <span className="label" aria-hidden="true">
        {text('consent.ask.field.oldPart')}
      </span>
      <Segmented
        label={text('consent.ask.field.oldPart')}
        choices={oldParts.map((id) => ({ id, label: text(`consent.ask.oldPart.${id}`) }))}
        value={value}
        onChange={(chosen) => onChange({ ...item, oldPartBack: chosen === 'unsaid' ? null : chosen === 'back' })}
      />
    </div>
  )
}
