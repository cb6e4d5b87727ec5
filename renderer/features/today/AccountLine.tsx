import type { CardAccount } from '../../../core/contract/views.ts'
import { isWaiting } from '../../../core/domain/consent/state.ts'
import { type Text, useText } from '../../i18n/text.ts'
import { Icon, type IconName } from '../../ui/Icon.tsx'

type Mark = { readonly key: string; readonly icon: IconName; readonly words: string; readonly look: 'plain' | 'wait' | 'danger' }

/** What of consent and of the account is to be known at a glance; nothing is drawn where nothing is. */
export function AccountLine({ account }: { account: CardAccount }) {
  const marks = accountMarks(account, useText())
  if (marks.length === 0) return null
  return (
    <p className="acc">
      {marks.map(({ key, icon, words, look }) => (
        <span key={key} className={look}>
          <Icon name={icon} size="s" />
          {words}
        </span>
      ))}
    </p>
  )
}

/** The same for a screen reader that names the row. */
export function accountWords(account: CardAccount, text: Text): readonly string[] {
  return accountMarks(account, text).map(({ words }) => words)
}

function accountMarks({ consent, openFindings, differences, alarms }: CardAccount, text: Text): readonly Mark[] {
  const marks: Mark[] = []
  if (consent !== null) {
    const { state, items, accepted } = consent
    if (state === 'accepted' || state === 'partly') {
      marks.push({ key: 'consent', icon: 'check', words: text('today.account.accepted', { accepted, items }), look: 'plain' })
    } else if (state === 'refused' || state === 'later') {
      marks.push({ key: 'consent', icon: state === 'refused' ? 'cross' : 'phone', words: text(`today.account.${state}`), look: 'plain' })
    }
  }
  if (openFindings > 0) {
    marks.push({ key: 'findings', icon: 'flag', words: text('today.account.findings', { count: openFindings }), look: 'wait' })
  }
  // The request that waits is a difference too, and has its own line.
  const count = differences - (consent !== null && isWaiting(consent.state) ? 1 : 0)
  if (count > 0) marks.push({ key: 'differences', icon: 'warning', words: text('today.account.differences', { count }), look: 'danger' })
  if (alarms > 0) marks.push({ key: 'alarms', icon: 'warning', words: text('today.account.alarms', { count: alarms }), look: 'danger' })
  return marks
}
