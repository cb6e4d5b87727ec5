import { useState } from 'react'
import { searchKey } from '../../../../core/basics/textFold.ts'
import type { Service } from '../../../../core/domain/garage/types.ts'
import { useFormat } from '../../../i18n/format.ts'
import { useText } from '../../../i18n/text.ts'
import { Button } from '../../../ui/Button.tsx'
import { DataTable } from '../../../ui/DataTable.tsx'
import { Icon } from '../../../ui/Icon.tsx'
import { Money } from '../../../ui/Money.tsx'
import { EmptyState } from '../../../ui/State.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import { ActiveChip } from '../ActiveChip.tsx'
import { needsWords } from '../needsWords.ts'
import { SectionHead } from '../SectionHead.tsx'
import type { SectionProps } from '../section.ts'
import { ServiceDialog } from './ServiceDialog.tsx'

/** Below this many lines one reads rather than searches. */
const searchedFrom = 12

export function ServicesSection({ garage, isReadOnly }: SectionProps) {
  const text = useText()
  const format = useFormat()
  const [edited, edit] = useState<Service | 'new' | null>(null)
  const [typed, setTyped] = useState('')
  const shown = garage.services.filter(({ title }) => searchKey(title).includes(searchKey(typed)))
  return (
    <>
      <SectionHead title={text('settings.section.services')} say={text('settings.services.say')}>
        {garage.services.length >= searchedFrom && (
          <TextField
            label={text('settings.services.search')}
            labelHidden
            placeholder={text('settings.services.search')}
            value={typed}
            onChange={setTyped}
            suffix={<Icon name="search" size="m" />}
            className="w-56"
          />
        )}
        {!isReadOnly && (
          <Button look="primary" icon="add" onPress={() => edit('new')}>
            {text('settings.services.add')}
          </Button>
        )}
      </SectionHead>
      <DataTable
        label={text('settings.section.services')}
        items={shown.toSorted((a, b) => Number(b.active) - Number(a.active))}
        itemId={({ serviceId }) => serviceId}
        itemText={({ title }) => title}
        {...(isReadOnly ? {} : { onOpen: edit })}
        empty={
          typed === '' ? (
            <EmptyState icon="wrench" title={text('settings.services.empty')} say={text('settings.services.emptySay')} />
          ) : (
            text('common.nothingFound')
          )
        }
        columns={[
          { id: 'title', title: text('settings.services.titleField'), isRowHeader: true, renderCell: ({ title }) => <b>{title}</b> },
          {
            id: 'minutes',
            title: text('settings.services.minutes'),
            widthPx: 150,
            renderCell: ({ quotedMin }) => format.minutes(quotedMin),
          },
          {
            id: 'needs',
            title: text('settings.services.needs'),
            widthPx: 220,
            renderCell: ({ needs }) => <span className="quiet">{needsWords(needs, text, format)}</span>,
          },
          {
            id: 'price',
            title: text('settings.services.priceIn', { unit: text(`common.${format.moneyUnit}`) }),
            align: 'end',
            widthPx: 140,
            renderCell: ({ priceRial }) =>
              priceRial === 0 ? <span className="quiet">{text('settings.services.noPrice')}</span> : <Money rial={priceRial} />,
          },
          { id: 'state', title: text('settings.state'), widthPx: 130, renderCell: ({ active }) => <ActiveChip active={active} /> },
        ]}
      />
      {edited !== null && <ServiceDialog service={edited === 'new' ? null : edited} onClose={() => edit(null)} />}
    </>
  )
}
