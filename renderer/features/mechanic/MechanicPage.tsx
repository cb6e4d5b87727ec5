import { Screen } from '../../app/shell/Shell.tsx'
import { useMechanic } from '../../client/queries.ts'
import { useText } from '../../i18n/text.ts'
import { ActingPersonContext } from '../desk/deskPerson.ts'
import { useBayChoice, useBayPerson } from './bayPerson.ts'
import { ChooseMechanic } from './ChooseMechanic.tsx'
import { MechanicHome } from './MechanicHome.tsx'

/** `#/mechanic`: what one mechanic does now and next, for a phone in the bay. Everything is recorded under his name. */
export function MechanicPage() {
  const text = useText()
  const person = useBayPerson()
  const choose = useBayChoice((choice) => choice.choose)
  return (
    <Screen title={text('mechanic.title')}>
      {person === null ? (
        <ChooseMechanic onChoose={choose} />
      ) : (
        <ActingPersonContext value={person}>
          <Loaded key={person.personId} person={person} />
        </ActingPersonContext>
      )}
    </Screen>
  )
}

function Loaded({ person }: { person: NonNullable<ReturnType<typeof useBayPerson>> }) {
  const view = useMechanic(person.personId).data
  return view ? <MechanicHome person={person} view={view} /> : <div aria-busy="true" />
}
