import type { Person } from '../../../core/domain/garage/types.ts'
import { useText } from '../../i18n/text.ts'
import { Button } from '../../ui/Button.tsx'
import { Avatar, PersonName } from '../../ui/PersonName.tsx'
import { EmptyState } from '../../ui/State.tsx'
import { useMechanics } from './bayPerson.ts'

/** The first thing a phone in the bay asks, once. */
export function ChooseMechanic({ onChoose }: { onChoose: (person: Person) => void }) {
  const text = useText()
  const mechanics = useMechanics()
  if (mechanics.length === 0) {
    return (
      <div className="bay-who">
        <EmptyState icon="person" title={text('mechanic.nobody')} say={text('mechanic.nobodySay')} />
      </div>
    )
  }
  return (
    <section className="bay-who">
      <h1>{text('mechanic.who')}</h1>
      <p>{text('mechanic.whoSay')}</p>
      <ul>
        {mechanics.map((person) => (
          <li key={person.personId}>
            <Button size="touch" onPress={() => onChoose(person)}>
              <Avatar name={person.name} />
              <PersonName name={person.name} />
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}
