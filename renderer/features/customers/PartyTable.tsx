import type { PartyLine } from '../../../core/contract/views.ts'
import { useFormat } from '../../i18n/format.ts'
import { useText } from '../../i18n/text.ts'
import { DataTable } from '../../ui/DataTable.tsx'
import { Day } from '../../ui/Moment.tsx'
import { PersonName } from '../../ui/PersonName.tsx'
import { Phone } from '../../ui/Phone.tsx'
import { Plate } from '../../ui/plate/Plate.tsx'
import { plateWords } from '../../ui/plate/plateText.ts'
import { PhaseChip } from '../job/JobHeader.tsx'
import { Punctuality } from './Punctuality.tsx'

export function PartyTable({ parties, onOpen }: { parties: readonly PartyLine[]; onOpen: (party: PartyLine) => void }) {
  const text = useText()
  const format = useFormat()
  return (
    <DataTable
      label={text('customers.title')}
      items={parties}
      itemId={({ partyId }) => partyId}
      itemText={({ vehicle, customer }) => `${plateWords(vehicle.plate, text, format)} ${customer.name}`}
      onOpen={onOpen}
      empty={text('common.nothingFound')}
      columns={[
        {
          id: 'plate',
          title: text('customers.plate'),
          widthPx: 150,
          renderCell: ({ vehicle }) => <Plate plate={vehicle.plate} heightPx={24} />,
        },
        {
          id: 'car',
          title: text('customers.car'),
          isRowHeader: true,
          renderCell: ({ vehicle }) => (
            <b>
              <bdi>{vehicle.model}</bdi>
            </b>
          ),
        },
        {
          id: 'name',
          title: text('customers.name'),
          renderCell: ({ customer }) =>
            customer.name === '' ? <span className="quiet">{text('customers.noName')}</span> : <PersonName name={customer.name} />,
        },
        {
          id: 'mobile',
          title: text('customers.mobile'),
          widthPx: 140,
          renderCell: ({ customer }) =>
            customer.mobile === null ? <span className="quiet">{text('customers.noMobile')}</span> : <Phone mobile={customer.mobile} />,
        },
        { id: 'visits', title: text('customers.visits'), widthPx: 76, renderCell: ({ visits }) => format.number(visits) },
        { id: 'punctuality', title: text('customers.punctuality'), widthPx: 240, renderCell: (party) => <Punctuality party={party} /> },
        {
          id: 'last',
          title: text('customers.lastVisit'),
          widthPx: 130,
          renderCell: ({ lastVisit }) => <Day date={format.day(lastVisit.atUtcMs)} />,
        },
        { id: 'state', title: text('customers.state'), widthPx: 120, renderCell: ({ lastVisit }) => <PhaseChip phase={lastVisit.phase} /> },
      ]}
    />
  )
}
