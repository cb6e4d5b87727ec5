import { bayKinds } from '../../../core/domain/queue/types.ts'
import { shortMostChars } from '../../../core/wire/bounds.ts'
import { useText } from '../../i18n/text.ts'
import { Button, IconButton } from '../../ui/Button.tsx'
import { Select } from '../../ui/Select.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { type BayDraft, nextKey } from './draft.ts'
import type { StepProps } from './step.ts'
import { StepProblem } from './StepProblem.tsx'

export function BaysStep({ draft, problems, wasAsked, onChange }: StepProps) {
  const text = useText()
  const { bays } = draft
  const set = (index: number, part: Partial<BayDraft>): void =>
    onChange({ bays: bays.map((bay, at) => (at === index ? { ...bay, ...part } : bay)) })
  return (
    <div className="setup-rows">
      {bays.map((bay, index) => {
        const problem = wasAsked ? problems.bays.get(bay.key) : undefined
        return (
          <div key={bay.key} className="setup-row">
            <TextField
              label={text('setup.bays.name')}
              labelHidden={index > 0}
              value={bay.name}
              onChange={(name) => set(index, { name })}
              maxLength={shortMostChars}
              error={problem === undefined ? null : text(`setup.${problem === 'nameTaken' ? 'nameTaken' : 'nameMissing'}`)}
              className="wide"
            />
            <Select
              label={text('setup.bays.kind')}
              labelHidden={index > 0}
              value={bay.kind}
              onChange={(kind) => set(index, { kind })}
              choices={bayKinds.map((id) => ({ id, label: text(`domain.bayKind.${id}`) }))}
            />
            <IconButton
              icon="cross"
              label={text('setup.removeRow', { name: bay.name })}
              onPress={() => onChange({ bays: bays.toSpliced(index, 1) })}
            />
          </div>
        )
      })}
      <StepProblem words={wasAsked && problems.hasNoBay ? text('setup.bays.none') : null} />
      <Button
        look="quiet"
        icon="add"
        onPress={() =>
          onChange({ bays: [...bays, { key: nextKey(bays), name: text('setup.bays.default', { no: bays.length + 1 }), kind: 'lift' }] })
        }
      >
        {text('setup.bays.add')}
      </Button>
    </div>
  )
}
