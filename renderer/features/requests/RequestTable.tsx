import { Fragment, type PointerEvent, useRef, useState } from 'react'
import type { RequestId } from '../../../core/basics/ids.ts'
import type { UtcMs } from '../../../core/basics/instant.ts'
import { rial } from '../../../core/basics/rial.ts'
import type { RequestLine } from '../../../core/contract/syncViews.ts'
import { useFormat } from '../../i18n/format.ts'
import { useText } from '../../i18n/text.ts'
import { type DataColumn, DataTable } from '../../ui/DataTable.tsx'
import { Money } from '../../ui/Money.tsx'
import { PersonName } from '../../ui/PersonName.tsx'
import { Plate } from '../../ui/plate/Plate.tsx'
import { plateWords } from '../../ui/plate/plateText.ts'
import { whenWords } from '../job/when.ts'
import { Countdown } from './Countdown.tsx'
import { heldOrder, statusNow } from './inbox.ts'
import { StatusChip } from './StatusChip.tsx'
import { useFirstRow } from './useFirstRow.ts'

type RequestTableProps = {
  readonly label: string
  /** In the order in which they stand while nobody points at one. */
  readonly lines: readonly RequestLine[]
  readonly nowUtcMs: UtcMs
  /** Whether they wait for something: then what is left of the time stands first, else when they were asked. */
  readonly isOpen: boolean
  readonly onOpen: (requestId: RequestId) => void
}

/** Rows by the arrows, a request by Enter. While a mouse is over the rows they keep their places. */
export function RequestTable({ label, lines, nowUtcMs, isOpen, onOpen }: RequestTableProps) {
  const text = useText()
  const format = useFormat()
  const [heldIds, hold] = useState<readonly RequestId[]>([])
  const box = useRef<HTMLDivElement>(null)
  useFirstRow(box)
  const shown = heldOrder(lines, heldIds)
  const enter = ({ pointerType }: PointerEvent): void => {
    if (pointerType === 'mouse') hold(lines.map(({ requestId }) => requestId))
  }
  const first: DataColumn<RequestLine> = isOpen
    ? { id: 'left', title: text('requests.column.left'), widthPx: 172, renderCell: (line) => <Left line={line} nowUtcMs={nowUtcMs} /> }
    : {
        id: 'asked',
        title: text('requests.column.asked'),
        widthPx: 128,
        renderCell: ({ askedAtUtcMs }) => whenWords(askedAtUtcMs, nowUtcMs, format),
      }
  return (
    <div ref={box} className="requests" onPointerEnter={enter} onPointerLeave={() => hold([])}>
      <DataTable
        label={label}
        items={shown}
        itemId={({ requestId }) => requestId}
        itemText={({ vehicle, customer }) => `${plateWords(vehicle.plate, text, format)} ${customer.name}`}
        onOpen={({ requestId }) => onOpen(requestId)}
        empty={text('common.nothingFound')}
        columns={[
          first,
          {
            id: 'status',
            title: text('requests.column.status'),
            widthPx: 132,
            renderCell: (line) => <StatusChip status={statusNow(line, nowUtcMs)} />,
          },
          {
            id: 'plate',
            title: text('requests.column.plate'),
            widthPx: 150,
            renderCell: ({ vehicle }) => <Plate plate={vehicle.plate} heightPx={24} />,
          },
          {
            id: 'car',
            title: text('requests.column.car'),
            widthPx: 130,
            renderCell: ({ vehicle }) => (
              <b>
                <bdi>{vehicle.model}</bdi>
              </b>
            ),
          },
          {
            id: 'customer',
            title: text('requests.column.customer'),
            widthPx: 150,
            isRowHeader: true,
            renderCell: ({ customer }) =>
              customer.name === '' ? <span className="quiet">{text('customers.noName')}</span> : <PersonName name={customer.name} />,
          },
          {
            id: 'wanted',
            title: text('requests.column.wanted'),
            renderCell: ({ titles }) => <OneLine parts={titles} />,
          },
          {
            id: 'visits',
            title: text('requests.column.visits'),
            widthPx: 112,
            renderCell: ({ visitCount }) =>
              visitCount === 0 ? (
                <span className="quiet">{text('requests.noVisits')}</span>
              ) : (
                text('requests.visits', { count: visitCount })
              ),
          },
          {
            id: 'offered',
            title: text('requests.column.offered', { unit: text(`common.${format.moneyUnit}`) }),
            align: 'end',
            widthPx: 128,
            renderCell: ({ offeredRial }) => (offeredRial === null ? null : <Money rial={rial(offeredRial)} />),
          },
        ]}
      />
    </div>
  )
}

function Left({ line, nowUtcMs }: { line: RequestLine; nowUtcMs: UtcMs }) {
  const text = useText()
  const { untilUtcMs, status } = line
  if (untilUtcMs === null) return null
  const isAnswer = status === 'new' || status === 'missed'
  return <Countdown untilUtcMs={untilUtcMs} nowUtcMs={nowUtcMs} say={text(isAnswer ? 'requests.left.answer' : 'requests.left.validity')} />
}

/** Each in its own direction, the whole cut at its end. */
function OneLine({ parts }: { parts: readonly string[] }) {
  const text = useText()
  return (
    <span className="one-line">
      {parts.map((part, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- the list never changes its order
        <Fragment key={index}>
          {index > 0 && text('common.listComma')}
          <bdi>{part}</bdi>
        </Fragment>
      ))}
    </span>
  )
}
