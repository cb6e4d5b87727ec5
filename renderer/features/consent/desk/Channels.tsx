import { useLocation } from 'wouter'
import type { ConsentId, JobId } from '../../../../core/basics/ids.ts'
import { useText } from '../../../i18n/text.ts'
import { Button } from '../../../ui/Button.tsx'
import { useSyncStatus } from '../../sync/syncQueries.ts'
import { GradeMark } from '../GradeMark.tsx'
import { linkProblem } from '../link/linkProblem.ts'
import { callHref, counterHref, linkHref } from '../openConsent.ts'

/** The ways to get the answer: the customer stands here, has a phone of his own, or can only be called. */
export function Channels({ jobId, consentId }: { jobId: JobId; consentId: ConsentId }) {
  const text = useText()
  const [, navigate] = useLocation()
  const problem = linkProblem(useSyncStatus())
  return (
    <section className="channels">
      <h2>{text('consent.channel.title')}</h2>
      <Button
        look="primary"
        size="lg"
        icon="eye"
        kbd="↵"
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- the next step: Enter turns the screen to the customer
        autoFocus
        onPress={() => navigate(counterHref(jobId, consentId))}
      >
        {text('consent.channel.counter')}
      </Button>
      <p>
        <GradeMark grade="C" /> {text('consent.channel.counterSay')}
      </p>
      <Button size="lg" icon="link" isDisabled={problem !== null} onPress={() => navigate(linkHref(jobId, consentId))}>
        {text('sync.link.do')}
      </Button>
      <p>
        <GradeMark grade="B" /> {text(problem === null ? 'sync.link.say' : `sync.link.${problem}`)}
      </p>
      <Button size="lg" icon="phone" onPress={() => navigate(callHref(jobId, consentId))}>
        {text('consent.channel.call')}
      </Button>
      <p>
        <GradeMark grade="D" /> {text('consent.channel.callSay')}
      </p>
    </section>
  )
}
