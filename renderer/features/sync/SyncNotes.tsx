import type { UtcMs } from '../../../core/basics/instant.ts'
import type { SyncStatus, SyncTrouble } from '../../../core/contract/syncViews.ts'
import { useFormat } from '../../i18n/format.ts'
import { useText } from '../../i18n/text.ts'
import { Icon } from '../../ui/Icon.tsx'

/** Why sync stands: what happened, what is safe, what to do. */
export function TroubleNote({ trouble: { code } }: { trouble: SyncTrouble }) {
  const text = useText()
  return (
    <section className="sync-note danger" role="alert">
      <h2>
        <Icon name="warning" size="m" />
        {text(`sync.trouble.${code}.title`)}
      </h2>
      <dl>
        {(['what', 'safe', 'do'] as const).map((part) => (
          <div key={part}>
            <dt>{text(`sync.trouble.${part}Title`)}</dt>
            <dd>{text(`sync.trouble.${code}.${part}`)}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

/** Events that are kept and cannot be read: those of a newer program, and those that are damaged. */
export function UnreadNote({ unread: { newer, invalid } }: Pick<SyncStatus, 'unread'>) {
  const text = useText()
  return (
    <>
      {newer > 0 && (
        <section className="sync-note wait">
          <h2>
            <Icon name="download" size="m" />
            {text('sync.unread.newerTitle')}
          </h2>
          <p>
            {text('sync.unread.newer', { count: newer })} {text('sync.unread.newerSay')}
          </p>
        </section>
      )}
      {invalid > 0 && (
        <section className="sync-note wait">
          <h2>
            <Icon name="warning" size="m" />
            {text('sync.unread.invalid', { count: invalid })}
          </h2>
          <p>{text('sync.unread.invalidSay')}</p>
        </section>
      )}
    </>
  )
}

export function ForkNote({ atUtcMs }: { atUtcMs: UtcMs }) {
  const text = useText()
  const format = useFormat()
  return (
    <section className="sync-note">
      <h2>
        <Icon name="info" size="m" />
        {text('sync.fork.title')}
      </h2>
      <p>{text('sync.fork.say', { at: format.dateTime(atUtcMs) })}</p>
    </section>
  )
}
