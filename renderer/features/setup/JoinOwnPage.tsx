import type { FormEvent } from 'react'
import { useText } from '../../i18n/text.ts'
import { Button } from '../../ui/Button.tsx'
import { showToast } from '../../ui/toasts.ts'
import { JoinFields } from '../sync/connect/JoinFields.tsx'
import { useJoin } from '../sync/connect/useJoin.ts'

/** The first start of another PC of a garage: everything comes from the platform, nothing is typed again. */
export function JoinOwnPage({ onBack }: { onBack: () => void }) {
  const text = useText()
  const join = useJoin(null, (isFirst) => {
    if (!isFirst) return
    showToast({ look: 'news', say: text('sync.join.newGarage') })
    onBack()
  })
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (!join.isJoining) void join.submit()
  }
  return (
    <div className="setup">
      <nav className="setup-steps" aria-label={text('setup.steps')}>
        <p className="brand">{text('common.brand')}</p>
      </nav>
      <main className="setup-main" aria-label={text('setup.joinOwn.title')}>
        <form onSubmit={submit} noValidate>
          <div className="setup-body">
            <h1 tabIndex={-1}>{text('setup.joinOwn.title')}</h1>
            <p className="setup-say">{text('setup.joinOwn.say')}</p>
            <div className="setup-fields">
              <JoinFields join={join} takesData />
            </div>
          </div>
          <footer className="setup-foot">
            <Button look="quiet" onPress={onBack} isDisabled={join.isJoining}>
              {text('common.back')}
            </Button>
            <Button type="submit" look="primary" size="lg" isPending={join.isJoining} kbd="↵">
              {text('setup.joinOwn.do')}
            </Button>
          </footer>
        </form>
      </main>
    </div>
  )
}
