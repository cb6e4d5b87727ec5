import { useState } from 'react'
import { client } from '../../../client/client.ts'
import { queryClient, useHello } from '../../../client/queries.ts'
import { useRefusalText } from '../../../i18n/refusalText.ts'
import { useText } from '../../../i18n/text.ts'
import { Button } from '../../../ui/Button.tsx'
import { showToast } from '../../../ui/toasts.ts'
import { SectionHead } from '../SectionHead.tsx'
import type { SectionProps } from '../section.ts'

const terms = ['T1', 'T2', 'T3', 'T4', 'T5', 'T6', 'T7', 'T8'] as const
const support = ['S1', 'S2', 'S3'] as const

export function AboutSection({ garage }: SectionProps) {
  const text = useText()
  const version = useHello().data?.programVersion ?? ''
  return (
    <div className="settings-form wide">
      {garage.profile.demo && <LeaveDemo />}
      <SectionHead title={text('settings.about.program')} />
      <dl className="about">
        <dt>{text('settings.about.version')}</dt>
        <dd>
          <bdi>{version}</bdi>
        </dd>
        <dt>{text('settings.about.licence')}</dt>
        <dd>{text('settings.about.licenceSay')}</dd>
      </dl>
      <section className="settings-part">
        <SectionHead title={text('settings.about.terms')} say={text('settings.about.termsSay')} />
        <ol className="terms">
          {terms.map((term) => (
            <li key={term}>
              <b>{term}</b>
              <p>{text(`terms.${term}`)}</p>
            </li>
          ))}
        </ol>
      </section>
      <section className="settings-part">
        <SectionHead title={text('settings.about.support')} />
        <ol className="terms">
          {support.map((term) => (
            <li key={term}>
              <b>{term}</b>
              <p>
                <strong>{text(`terms.${term}.title`)}</strong> {text(`terms.${term}.text`)}
              </p>
            </li>
          ))}
        </ol>
      </section>
    </div>
  )
}

function LeaveDemo() {
  const text = useText()
  const refusalText = useRefusalText()
  const [isLeaving, setLeaving] = useState(false)
  const leave = async (): Promise<void> => {
    setLeaving(true)
    const left = await client.leaveDemo().catch(() => null)
    setLeaving(false)
    if (left?.ok === true) void queryClient.invalidateQueries()
    else showToast({ look: 'danger', say: left === null ? text('settings.about.leaveFailed') : refusalText(left.error) })
  }
  return (
    <section className="leave-demo">
      <div>
        <h2>{text('settings.about.demo')}</h2>
        <p>{text('settings.about.demoSay')}</p>
      </div>
      <Button look="danger" isPending={isLeaving} onPress={() => void leave()}>
        {text('settings.about.leave')}
      </Button>
    </section>
  )
}
