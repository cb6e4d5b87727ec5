import { useLocation } from 'wouter'
import type { ConsentId, JobId } from '../../../../core/basics/ids.ts'
import { useText } from '../../../i18n/text.ts'
import { Button } from '../../../ui/Button.tsx'
import { GradeMark } from '../GradeMark.tsx'
import { callHref, counterHref } from '../openConsent.ts'

/** The ways to get the answer that work now, the one that proves most first. */
export function Channels({ jobId, consentId }: { jobId: JobId; consentId: ConsentId }) {
  const text = useText()
  const [, navigate] = useLocation()
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
      <Button size="lg" icon="phone" onPress={() => navigate(callHref(jobId, consentId))}>
        {text('consent.channel.call')}
      </Button>
      <p>
        <GradeMark grade="D" /> {text('consent.channel.callSay')}
      </p>
      <p className="say">{text('consent.channel.notYet')}</p>
    </section>
  )
}
