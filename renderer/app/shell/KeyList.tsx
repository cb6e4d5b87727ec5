import { Button as AriaButton } from 'react-aria-components'
import { useText } from '../../i18n/text.ts'
import { Kbd } from '../../ui/Kbd.tsx'

export type KeyHint = { readonly keys: readonly string[]; readonly label: string }

/** The keys of a screen at its foot: first what Enter does now, then the rest; `?` shows them all. */
export function KeyList({ next, hints, onShowAll }: { next?: string | undefined; hints: readonly KeyHint[]; onShowAll?: () => void }) {
  const text = useText()
  return (
    <footer className="keys" aria-label={text('shell.keys')}>
      {next !== undefined && (
        <span className="next">
          <Kbd keys="↵" />
          {next}
        </span>
      )}
      {hints.map(({ keys, label }) => (
        <span key={label}>
          {keys.map((key) => (
            <Kbd key={key} keys={key} spoken />
          ))}
          {label}
        </span>
      ))}
      {onShowAll !== undefined && (
        <AriaButton className="end" onPress={onShowAll} aria-keyshortcuts="?">
          <Kbd keys="?" />
          {text('shell.allKeys')}
        </AriaButton>
      )}
    </footer>
  )
}
