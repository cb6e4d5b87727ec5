import { roles } from '../../../core/domain/people/role.ts'
import { skills } from '../../../core/domain/queue/types.ts'
import { shortMostChars } from '../../../core/wire/bounds.ts'
import { useText } from '../../i18n/text.ts'
import { Button, IconButton } from '../../ui/Button.tsx'
import { CheckboxGroup } from '../../ui/Checkbox.tsx'
import { Select } from '../../ui/Select.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { nextKey, type PersonDraft, skillsFor } from './draft.ts'
import type { StepProps } from './step.ts'
import { StepProblem } from './StepProblem.tsx'

export function PeopleStep({ draft, problems, wasAsked, onChange }: StepProps) {
  const text = useText()
  const { people } = draft
  const set = (index: number, part: Partial<PersonDraft>): void =>
    onChange({ people: people.map((person, at) => (at === index ? { ...person, ...part } : person)) })
  return (
    <div className="setup-rows">
      {people.map((person, index) => {
        const isTaken = wasAsked && problems.people.get(person.key) === 'nameTaken'
        const isOwnerMissing = wasAsked && problems.hasNoOwner && person.role === 'owner'
        return (
          <div key={person.key} className="setup-person">
            <div className="setup-row">
              <TextField
                label={text('setup.people.name')}
                labelHidden={index > 0}
                value={person.name}
                onChange={(name) => set(index, { name })}
                maxLength={shortMostChars}
                error={isTaken ? text('setup.nameTaken') : isOwnerMissing ? text('setup.people.owner') : null}
                className="wide"
              />
              <Select
                label={text('setup.people.role')}
                labelHidden={index > 0}
                value={person.role}
                onChange={(role) => set(index, { role, skills: skillsFor(role) })}
                choices={roles.map((id) => ({ id, label: text(`domain.role.${id}`) }))}
              />
              <IconButton
                icon="cross"
                label={text('setup.removeRow', { name: person.name })}
                onPress={() => onChange({ people: people.toSpliced(index, 1) })}
              />
            </div>
            {person.role === 'mechanic' && (
              <CheckboxGroup
                label={text('setup.people.skillsOf', { name: person.name })}
                labelHidden
                choices={skills.map((id) => ({ id, label: text(`domain.skill.${id}`) }))}
                value={person.skills}
                onChange={(chosen) => set(index, { skills: chosen })}
                hint={person.skills.length === 0 ? text('setup.people.skillsMissing') : undefined}
              />
            )}
          </div>
        )
      })}
      <StepProblem
        words={wasAsked && problems.hasNoOwner && !people.some(({ role }) => role === 'owner') ? text('setup.people.owner') : null}
      />
      <Button
        look="quiet"
        icon="add"
        onPress={() =>
          onChange({ people: [...people, { key: nextKey(people), name: '', role: 'mechanic', skills: skillsFor('mechanic') }] })
        }
      >
        {text('setup.people.add')}
      </Button>
    </div>
  )
}
