import { useText } from '../i18n/text.ts'
import { Button } from './Button.tsx'

type PagerProps = { readonly page: number; readonly pageSize: number; readonly total: number; readonly onPage: (page: number) => void }

/** Turns the pages of a list too long to be drawn at once; `page` counts from 0. */
export function Pager({ page, pageSize, total, onPage }: PagerProps) {
  const text = useText()
  const last = Math.ceil(total / pageSize) - 1
  return (
    <nav className="pager" aria-label={text('common.pages')}>
      <Button look="plain" size="sm" icon="back" isDisabled={page === 0} onPress={() => onPage(page - 1)}>
        {text('common.previousPage')}
      </Button>
      <span aria-live="polite">
        {text('common.range', { from: page * pageSize + 1, to: Math.min(total, (page + 1) * pageSize), total })}
      </span>
      <Button look="plain" size="sm" icon="onward" isDisabled={page >= last} onPress={() => onPage(page + 1)}>
        {text('common.nextPage')}
      </Button>
    </nav>
  )
}
