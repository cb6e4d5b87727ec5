import { useState } from 'react'
import type { Person } from '../../../../core/domain/garage/types.ts'
import { roles } from '../../../../core/domain/people/role.ts'
import { useText } from '../../../i18n/text.ts'
import { Button } from '../../../ui/Button.tsx'
import { DataTable } from '../../../ui/DataTable.tsx'
import { Avatar, PersonName } from '../../../ui/PersonName.tsx'
import { EmptyState } from '../../../ui/State.tsx'
import { ActiveChip } from '../ActiveChip.tsx'
import { SectionHead } from '../SectionHead.tsx'
import type { SectionProps } from '../section.ts'
import { PersonDialog } from './PersonDialog.tsx'

export function PeopleSection({ garage, isReadOnly }: SectionProps) {
  const text = useText()
  const [edited, edit] = useState<Person | 'new' | null>(null)
  return (
    <>
      <SectionHead title={text('settings.section.people')} say={text('settings.people.say')}>
        {!isReadOnly && (
          <Button look="primary" icon="add" onPress={() => edit('new')}>
            {text('settings.people.add')}
          </Button>
        )}
      </SectionHead>
      <DataTable
        label={text('settings.section.people')}
        items={garage.people.toSorted((a, b) => Number(b.active) - Number(a.active) || roles.indexOf(a.role) - roles.indexOf(b.role))}
        itemId={({ personId }) => personId}
        itemText={({ name }) => name}
        {...(isReadOnly ? {} : { onOpen: edit })}
        empty={<EmptyState icon="person" title={text('settings.people.empty')} say={text('settings.people.emptySay')} />}
        columns={[
          {
            id: 'name',
            title: text('settings.name'),
            isRowHeader: true,
            widthPx: 240,
            renderCell: ({ name }) => (
              <b className="flex items-center gap-2">
                <Avatar name={name} small />
                <PersonName name={name} />
              </b>
            ),
          },
          { id: 'role', title: text('settings.people.role'), widthPx: 130, renderCell: ({ role }) => text(`domain.role.${role}`) },
          {
            id: 'skills',
            title: text('settings.people.skills'),
            renderCell: ({ skills }) => skills.map((skill) => text(`domain.skill.${skill}`)).join(text('common.listComma')),
          },
          { id: 'state', title: text('settings.state'), widthPx: 150, renderCell: ({ active }) => <ActiveChip active={active} /> },
        ]}
      />
      {edited !== null && <PersonDialog person={edited === 'new' ? null : edited} onClose={() => edit(null)} />}
    </>
  )
}
