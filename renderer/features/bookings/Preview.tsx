import { useState } from 'react'
import type { BookingPreview, BookingRow } from '../../../core/contract/views.ts'
import { useText } from '../../i18n/text.ts'
import { Button } from '../../ui/Button.tsx'
import { Chip } from '../../ui/Chip.tsx'
import { Pager } from '../../ui/Pager.tsx'
import { Segmented } from '../../ui/RadioGroup.tsx'
import { useDeskCommand } from '../jobActions/useDeskCommand.ts'
import { PreviewTable } from './PreviewTable.tsx'

type Shown = 'all' | BookingRow['state']
const pageSize = 100

/** What taking the file would do, row by row; the good rows are one press away. */
export function Preview({ preview, isTaking, onTake }: { preview: BookingPreview; isTaking: boolean; onTake: () => void }) {
  const text = useText()
  const { may } = useDeskCommand()
  const { good, bad, alreadyTaken, rows } = preview
  const [shown, setShown] = useState<Shown>(bad > 0 ? 'bad' : 'all')
  const [page, setPage] = useState(0)
  const chosen = shown === 'all' ? rows : rows.filter(({ state }) => state === shown)
  const warned = rows.filter(({ warnings }) => warnings.length > 0).length
  const show = (next: Shown): void => {
    setShown(next)
    setPage(0)
  }
  return (
    <>
      <div className="take-bar">
        <div>
          <p className="counts">
            <Chip look="ready" icon="check">
              {text('bookings.count.good', { count: good })}
            </Chip>
            {bad > 0 && (
              <Chip look="danger" icon="warning">
                {text('bookings.count.bad', { count: bad })}
              </Chip>
            )}
            {alreadyTaken > 0 && (
              <Chip look="plain" icon="done">
                {text('bookings.count.alreadyTaken', { count: alreadyTaken })}
              </Chip>
            )}
            {warned > 0 && (
              <Chip look="wait" icon="info">
                {text('bookings.count.warned', { count: warned })}
              </Chip>
            )}
          </p>
          {bad > 0 && <p className="say">{text('bookings.badStay', { count: bad })}</p>}
        </div>
        {!may('takeBookings') ? (
          <p className="say">{text('bookings.notAllowed')}</p>
        ) : good === 0 ? (
          <p className="say">{text('bookings.nothingGood')}</p>
        ) : (
          <Button look="primary" size="lg" icon="check" isPending={isTaking} onPress={onTake}>
            {text('bookings.take', { count: good })}
          </Button>
        )}
      </div>
      <div>
        <Segmented<Shown>
          label={text('bookings.show')}
          value={shown}
          onChange={show}
          choices={[
            { id: 'all', label: text('bookings.all') },
            { id: 'good', label: text('bookings.good'), isDisabled: good === 0 },
            { id: 'bad', label: text('bookings.bad'), isDisabled: bad === 0 },
            { id: 'alreadyTaken', label: text('bookings.alreadyTaken'), isDisabled: alreadyTaken === 0 },
          ]}
        />
      </div>
      <PreviewTable rows={chosen.slice(page * pageSize, (page + 1) * pageSize)} />
      {chosen.length > pageSize && <Pager page={page} pageSize={pageSize} total={chosen.length} onPage={setPage} />}
    </>
  )
}
