import { Link, useLocation, useParams } from 'wouter'
import type { PartyPage as Party } from '../../../core/contract/views.ts'
import { Screen } from '../../app/shell/Shell.tsx'
import { useParty } from '../../client/queries.ts'
import { useFormat } from '../../i18n/format.ts'
import { useText } from '../../i18n/text.ts'
import { Button } from '../../ui/Button.tsx'
import { ClassChip } from '../../ui/Chip.tsx'
import { DataTable } from '../../ui/DataTable.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { Money } from '../../ui/Money.tsx'
import { PersonName } from '../../ui/PersonName.tsx'
import { Phone } from '../../ui/Phone.tsx'
import { Plate } from '../../ui/plate/Plate.tsx'
import { EmptyState, ErrorState } from '../../ui/State.tsx'
import { PhaseChip } from '../job/JobHeader.tsx'
import { Punctuality } from './Punctuality.tsx'

/** `#/customers/:partyId`: one customer with one car, and every visit. */
export function PartyPage() {
  const { partyId } = useParams<{ partyId: string }>()
  const text = useText()
  const { data, isError, refetch } = useParty(partyId)
  if (data === undefined && !isError) return <main aria-busy="true" aria-label={text('common.loading')} />
  return (
    <Screen title={data?.party.customer.name ?? text('customers.title')} scrolls>
      <div className="page">
        <Link href="/customers" className="page-back link">
          <Icon name="back" size="m" />
          {text('customers.toList')}
        </Link>
        {isError ? (
          <ErrorState title={text('customers.failedTitle')} say={text('customers.failedSay')}>
            <Button look="primary" onPress={() => void refetch()}>
              {text('common.retry')}
            </Button>
          </ErrorState>
        ) : data ? (
          <History page={data} />
        ) : (
          <EmptyState icon="search" title={text('customers.notFoundTitle')} say={text('customers.notFoundSay')} />
        )}
      </div>
    </Screen>
  )
}

function History({ page: { party, visits } }: { page: Party }) {
  const text = useText()
  const format = useFormat()
  const [, goTo] = useLocation()
  const { customer, vehicle } = party
  const first = visits.reduce((earliest, { atUtcMs }) => (atUtcMs < earliest ? atUtcMs : earliest), party.lastVisit.atUtcMs)
  return (
    <>
      <header className="party-head">
        <Plate plate={vehicle.plate} heightPx={46} />
        <div>
          <h1>{customer.name === '' ? text('customers.noName') : <PersonName name={customer.name} />}</h1>
          <p>
            <bdi>{vehicle.model}</bdi>
            <span className="dotsep" />
            {customer.mobile === null ? text('customers.noMobile') : <Phone mobile={customer.mobile} />}
          </p>
        </div>
        <div className="end">
          <p>
            {text('job.visitCount', { count: party.visits })}
            <span className="dotsep" />
            {text('customers.since', { date: format.dayMonthYear(format.day(first)) })}
          </p>
          <Punctuality party={party} />
        </div>
      </header>
      <h2 className="page-sub">{text('customers.history')}</h2>
      <DataTable
        label={text('customers.history')}
        items={visits}
        itemId={({ jobId }) => jobId}
        itemText={({ jobNo }) => text('common.jobNo', { no: jobNo })}
        onOpen={({ jobId }) => goTo(`/jobs/${jobId}`)}
        empty={text('common.nothingFound')}
        columns={[
          {
            id: 'date',
            title: text('customers.date'),
            widthPx: 210,
            renderCell: ({ atUtcMs }) => `${format.dayMonthYear(format.day(atUtcMs))}${text('common.listComma')}${format.time(atUtcMs)}`,
          },
          {
            id: 'job',
            title: text('customers.job'),
            widthPx: 90,
            isRowHeader: true,
            renderCell: ({ jobNo }) => <b>{format.digits(jobNo)}</b>,
          },
          {
            id: 'services',
            title: text('customers.services'),
            renderCell: ({ serviceTitles }) => serviceTitles.join(text('common.listComma')),
          },
          {
            id: 'class',
            title: text('customers.class'),
            widthPx: 110,
            renderCell: ({ arrivalClass }) => (arrivalClass === null ? null : <ClassChip arrivalClass={arrivalClass} />),
          },
          { id: 'state', title: text('customers.state'), widthPx: 130, renderCell: ({ phase }) => <PhaseChip phase={phase} /> },
          {
            id: 'cap',
            title: text('customers.cap', { unit: text(`common.${format.moneyUnit}`) }),
            align: 'end',
            widthPx: 130,
            renderCell: ({ capRial }) => <Money rial={capRial} />,
          },
        ]}
      />
    </>
  )
}
