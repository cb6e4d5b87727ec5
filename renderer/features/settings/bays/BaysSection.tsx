import { useState } from 'react'
import type { Bay } from '../../../../core/domain/garage/types.ts'
import { useText } from '../../../i18n/text.ts'
import { Button } from '../../../ui/Button.tsx'
import { DataTable } from '../../../ui/DataTable.tsx'
import { EmptyState } from '../../../ui/State.tsx'
import { ActiveChip } from '../ActiveChip.tsx'
import { SectionHead } from '../SectionHead.tsx'
import type { SectionProps } from '../section.ts'
import { BayDialog } from './BayDialog.tsx'

export function BaysSection({ garage, isReadOnly }: SectionProps) {
  const text = useText()
  const [edited, edit] = useState<Bay | 'new' | null>(null)
  return (
    <>
      <SectionHead title={text('settings.section.bays')} say={text('settings.bays.say')}>
        {!isReadOnly && (
          <Button look="primary" icon="add" onPress={() => edit('new')}>
            {text('settings.bays.add')}
          </Button>
        )}
      </SectionHead>
      <DataTable
        label={text('settings.section.bays')}
        items={garage.bays.toSorted((a, b) => Number(b.active) - Number(a.active))}
        itemId={({ bayId }) => bayId}
        itemText={({ name }) => name}
        {...(isReadOnly ? {} : { onOpen: edit })}
        empty={<EmptyState icon="bay" title={text('settings.bays.empty')} say={text('settings.bays.emptySay')} />}
        columns={[
          { id: 'name', title: text('settings.name'), isRowHeader: true, renderCell: ({ name }) => <b>{name}</b> },
          { id: 'kind', title: text('settings.bays.kind'), widthPx: 220, renderCell: ({ kind }) => text(`domain.bayKind.${kind}`) },
          { id: 'state', title: text('settings.state'), widthPx: 160, renderCell: ({ active }) => <ActiveChip active={active} /> },
        ]}
      />
      {edited !== null && <BayDialog bay={edited === 'new' ? null : edited} onClose={() => edit(null)} />}
    </>
  )
}
