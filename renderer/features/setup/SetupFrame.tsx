import type { FormEvent, ReactNode } from 'react'
import { useFormat } from '../../i18n/format.ts'
import { useText } from '../../i18n/text.ts'
import { Button } from '../../ui/Button.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { type StepId, steps } from './draft.ts'

type SetupFrameProps = {
  readonly step: StepId
  readonly isSending: boolean
  readonly failure: string | null
  readonly onNext: () => void
  readonly onBack: () => void
  readonly onStep: (step: StepId) => void
  readonly children: ReactNode
}

/** The steps at the side, one in the middle, the way on and back at its foot. Enter goes on. */
export function SetupFrame({ step, isSending, failure, onNext, onBack, onStep, children }: SetupFrameProps) {
  const text = useText()
  const format = useFormat()
  const at = steps.indexOf(step)
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (!isSending && step !== 'welcome') onNext()
  }
  return (
    <div className="setup">
      <nav className="setup-steps" aria-label={text('setup.steps')}>
        <p className="brand">{text('common.brand')}</p>
        <ol>
          {steps.map((id, index) => (
            <li key={id}>
              <Button
                look="quiet"
                className={index === at ? 'here' : index < at ? 'past' : ''}
                aria-current={index === at ? 'step' : false}
                // The garage stands by then: what it is called is changed in the settings.
                isDisabled={index > at || step === 'connect'}
                onPress={() => onStep(id)}
              >
                <span className="no" aria-hidden="true">
                  {index < at ? <Icon name="check" size="s" /> : format.number(index + 1)}
                </span>
                {text(`setup.step.${id}`)}
              </Button>
            </li>
          ))}
        </ol>
      </nav>
      <main className="setup-main" aria-label={text('setup.title')}>
        <form onSubmit={submit} noValidate>
          <div className="setup-body">
            {step !== 'welcome' && <p className="setup-count">{text('setup.stepOf', { step: at, steps: steps.length - 1 })}</p>}
            <h1 key={step} ref={focusOnMount} tabIndex={-1}>
              {text(`setup.${step}.title`)}
            </h1>
            <p className="setup-say">{text(`setup.${step}.say`)}</p>
            {children}
          </div>
          {step !== 'welcome' && (
            <footer className="setup-foot">
              {failure !== null && (
                <p className="act-problem" role="alert">
                  <Icon name="warning" size="m" />
                  {failure}
                </p>
              )}
              <Button look="quiet" onPress={onBack} isDisabled={isSending}>
                {step === 'connect' ? text('setup.connect.without') : text('common.back')}
              </Button>
              <Button type="submit" look="primary" size="lg" isPending={isSending} kbd="↵">
                {step === 'summary' ? text('setup.summary.make') : step === 'connect' ? text('sync.join.do') : text('common.next')}
              </Button>
            </footer>
          )}
        </form>
      </main>
    </div>
  )
}

/** Each step begins at its heading, for the eye and for screen readers. */
function focusOnMount(heading: HTMLElement | null): void {
  heading?.focus()
}
