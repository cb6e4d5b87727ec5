import { Button as AriaButton } from 'react-aria-components'
import { roles } from '../../../core/domain/people/role.ts'
import { useHello } from '../../client/queries.ts'
import { useText } from '../../i18n/text.ts'
import { Icon } from '../../ui/Icon.tsx'
import { Menu } from '../../ui/Menu.tsx'
import { Avatar } from '../../ui/PersonName.tsx'
import { useDeskChoice, useDeskPerson } from './deskPerson.ts'

/** Who answers for what is recorded here; another name is one press and one choice away. */
export function DeskSwitch() {
  const text = useText()
  const person = useDeskPerson()
  const choose = useDeskChoice((choice) => choice.choose)
  const people = useHello().data?.garage?.people.filter(({ active }) => active) ?? []
  const groups = roles.map((role) =>
    people
      .filter((candidate) => candidate.role === role)
      .map((candidate) => ({
        id: candidate.personId,
        label: candidate.name,
        say: text(`domain.role.${role}`),
        icon: candidate.personId === person?.personId ? ('check' as const) : ('person' as const),
        onAction: () => choose(candidate),
      })),
  )
  return (
    <Menu
      label={text('frame.chooseDesk')}
      groups={groups}
      trigger={
        <AriaButton className="who">
          <span className="vh">{text('shell.atDesk')}</span>
          {person !== null && <Avatar name={person.name} />}
          {person?.name ?? text('frame.noDesk')}
          {person !== null && <small>{text(`domain.role.${person.role}`)}</small>}
          <Icon name="arrowDown" size="s" />
        </AriaButton>
      }
    />
  )
}
