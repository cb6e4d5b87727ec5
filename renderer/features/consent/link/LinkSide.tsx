import { Link } from 'wouter'
import type { ConsentLinkView } from '../../../../core/contract/syncViews.ts'
import type { ConsentLink } from '../../../../core/domain/consent/types.ts'
import { useFormat } from '../../../i18n/format.ts'
import { useText } from '../../../i18n/text.ts'
import { Button } from '../../../ui/Button.tsx'
import { Icon, type IconName } from '../../../ui/Icon.tsx'
import { Spinner } from '../../../ui/Spinner.tsx'
import { StepProblem } from '../../setup/StepProblem.tsx'
import { Qr } from '../../sync/connect/Qr.tsx'
import { copyText } from '../../sync/copyText.ts'
import { GradeMark } from '../GradeMark.tsx'

type LinkSideProps = {
  readonly link: ConsentLinkView | null
  /** As the job's page has it: it is told there when the customer opens it. */
  readonly state: ConsentLink | null
  readonly problem: string | null
  readonly isMaking: boolean
  /** Nothing of this PC waits: the request and its link are on the platform. */
  readonly isSent: boolean
  /** The words beside it are not those that the link shows: another language was chosen since. */
  readonly hasOtherWords: boolean
  readonly onRenew: () => void
  readonly backHref: string
}

/** The code to be read by a camera, the address to be sent, and how far the customer is. */
export function LinkSide({ link, state, problem, isMaking, isSent, hasOtherWords, onRenew, backHref }: LinkSideProps) {
  const text = useText()
  const format = useFormat()
  return (
    <aside className="consent-side link-side">
      <p>
        <GradeMark grade="B" named />
      </p>
      <StepProblem words={problem} />
      {link === null && problem === null && (
        <p className="say">
          <Spinner /> {text('sync.link.making')}
        </p>
      )}
      {link !== null && (
        <>
          <h2>{text('sync.link.scan')}</h2>
          <Qr data={link.url} label={text('sync.link.scan')} sizePx={176} />
          <h2>{text('sync.link.address')}</h2>
          <p className="link-address">
            <bdi className="ltr">{link.url}</bdi>
          </p>
          <div className="ways">
            <Button
              look="primary"
              icon="file"
              onPress={() => copyText(link.url, { done: text('sync.link.copied'), failed: text('sync.platform.copyFailed') })}
            >
              {text('sync.link.copy')}
            </Button>
            <Button icon="undo" look={hasOtherWords ? 'tint' : 'plain'} isPending={isMaking} onPress={onRenew}>
              {text('sync.link.renew')}
            </Button>
          </div>
          <p className="say">{text(hasOtherWords ? 'sync.link.otherWords' : 'sync.link.renewSay')}</p>
          <p className="say">{text('sync.link.internet', { until: format.dateTime(link.validUntilUtcMs) })}</p>
          <LinkState state={state} isSent={isSent} />
        </>
      )}
      <Link href={backHref} className="btn quiet">
        <Icon name="back" size="m" />
        {text('sync.link.back')}
      </Link>
    </aside>
  )
}

/** Made, sent, opened, answered: what is done, and what is waited for. */
function LinkState({ state, isSent }: { state: ConsentLink | null; isSent: boolean }) {
  const text = useText()
  const format = useFormat()
  if (state === null) return null
  const { madeAtUtcMs, openedAtUtcMs } = state
  const isOpened = openedAtUtcMs !== null
  const steps: readonly { readonly key: string; readonly icon: IconName; readonly say: string; readonly isDone: boolean }[] = [
    { key: 'made', icon: 'check', say: text('sync.link.made', { at: format.time(madeAtUtcMs) }), isDone: true },
    isSent || isOpened
      ? { key: 'sent', icon: 'check', say: text('sync.link.ready'), isDone: true }
      : { key: 'sent', icon: 'cloudUp', say: text('sync.link.sending'), isDone: false },
    isOpened
      ? { key: 'opened', icon: 'check', say: text('sync.link.opened', { at: format.time(openedAtUtcMs) }), isDone: true }
      : { key: 'opened', icon: 'clock', say: text('sync.link.notOpened'), isDone: false },
    { key: 'answer', icon: 'clock', say: text('sync.link.waits'), isDone: false },
  ]
  return (
    <section aria-live="polite">
      <h2>{text('sync.link.state')}</h2>
      <ol className="link-steps">
        {steps.map(({ key, icon, say, isDone }) => (
          <li key={key} className={isDone ? 'done' : ''}>
            <Icon name={icon} size="m" />
            {say}
          </li>
        ))}
      </ol>
    </section>
  )
}
