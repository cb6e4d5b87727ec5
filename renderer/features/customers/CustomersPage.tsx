import { useDeferredValue, useState } from 'react'
import { useLocation } from 'wouter'
import { shortMostChars } from '../../../core/wire/bounds.ts'
import { Screen } from '../../app/shell/Shell.tsx'
import { useParties } from '../../client/queries.ts'
import { useText } from '../../i18n/text.ts'
import { Button } from '../../ui/Button.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { EmptyState, ErrorState, Skeleton } from '../../ui/State.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { PartyTable } from './PartyTable.tsx'
import { Pager } from '../../ui/Pager.tsx'

const pageSize = 50
/** A search is narrowed by typing more, not by turning pages. */
const mostFound = 200

/** Latest visitors first; found by plate, mobile or name. */
export function CustomersPage() {
  const text = useText()
  const [, goTo] = useLocation()
  const [typed, setTyped] = useState('')
  const [page, setPage] = useState(0)
  const searched = useDeferredValue(typed.trim())
  const isSearch = searched !== ''
  const { data, isError, refetch } = useParties(searched, isSearch ? mostFound : pageSize, isSearch ? 0 : page * pageSize)
  return (
    <Screen title={text('customers.title')} scrolls>
      <div className="page">
        <header className="page-head">
          <h1>{text('customers.title')}</h1>
          {data !== undefined && <p>{countWords(data.total, isSearch, text)}</p>}
          <TextField
            label={text('customers.search')}
            labelHidden
            placeholder={text('customers.searchHint')}
            value={typed}
            onChange={(next) => {
              setTyped(next)
              setPage(0)
            }}
            maxLength={shortMostChars}
            suffix={<Icon name="search" size="m" />}
            className="page-search"
          />
        </header>
        {isError ? (
          <ErrorState title={text('customers.failedTitle')} say={text('customers.failedSay')}>
            <Button look="primary" onPress={() => void refetch()}>
              {text('common.retry')}
            </Button>
          </ErrorState>
        ) : data === undefined ? (
          <Skeleton widthsPx={[140, 180, 120]} />
        ) : data.lines.length === 0 ? (
          isSearch ? (
            <EmptyState icon="search" title={text('customers.nothingTitle', { text: searched })} say={text('customers.nothingSay')} />
          ) : (
            <EmptyState icon="people" title={text('customers.emptyTitle')} say={text('customers.emptySay')} />
          )
        ) : (
          <>
            <PartyTable parties={data.lines} onOpen={({ partyId }) => goTo(`/customers/${encodeURIComponent(partyId)}`)} />
            {!isSearch && data.total > pageSize && <Pager page={page} pageSize={pageSize} total={data.total} onPage={setPage} />}
          </>
        )}
      </div>
    </Screen>
  )
}

function countWords(total: number, isSearch: boolean, text: ReturnType<typeof useText>): string {
  if (!isSearch) return text('customers.count', { count: total })
  return total >= mostFound ? text('customers.foundMost', { count: mostFound }) : text('customers.found', { count: total })
}
