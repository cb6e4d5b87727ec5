import type { ReactNode } from 'react'
import { Link, useParams } from 'wouter'
import type { RequestId } from '../../../core/basics/ids.ts'
import type { RequestPage } from '../../../core/contract/syncViews.ts'
import { Screen } from '../../app/shell/Shell.tsx'
import { useRequest } from '../../client/queries.ts'
import { useText } from '../../i18n/text.ts'
import { Button } from '../../ui/Button.tsx'
import { EmptyState, ErrorState } from '../../ui/State.tsx'
import { inboxHref, isRequestId } from './requestHref.ts'

/** The request that the address names, once it is read; else why not. */
export function LoadedRequest({ renderPage }: { renderPage: (page: RequestPage) => ReactNode }) {
  const { requestId } = useParams<{ requestId: string }>()
  return isRequestId(requestId) ? <Read requestId={requestId} renderPage={renderPage} /> : <NotFound />
}

function Read({ requestId, renderPage }: { requestId: RequestId; renderPage: (page: RequestPage) => ReactNode }) {
  const text = useText()
  const { data: page, isError, refetch } = useRequest(requestId)
  if (isError) {
    return (
      <Screen title={text('requests.failedTitle')} scrolls>
        <div className="p-8">
          <ErrorState title={text('requests.failedTitle')} say={text('requests.failedSay')}>
            <Button look="primary" onPress={() => void refetch()}>
              {text('common.retry')}
            </Button>
          </ErrorState>
        </div>
      </Screen>
    )
  }
  if (page === undefined) return <main aria-busy="true" aria-label={text('common.loading')} />
  return page === null ? <NotFound /> : renderPage(page)
}

function NotFound() {
  const text = useText()
  return (
    <Screen title={text('requests.notFoundTitle')} scrolls>
      <div className="p-8">
        <EmptyState icon="search" title={text('requests.notFoundTitle')} say={text('requests.notFoundSay')}>
          <Link href={inboxHref} className="btn">
            {text('requests.toList')}
          </Link>
        </EmptyState>
      </div>
    </Screen>
  )
}
