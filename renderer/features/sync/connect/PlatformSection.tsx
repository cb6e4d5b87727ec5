import { type FormEvent, useState } from 'react'
import type { SyncStatus } from '../../../../core/contract/syncViews.ts'
import { useText } from '../../../i18n/text.ts'
import { Button } from '../../../ui/Button.tsx'
import { EmptyState } from '../../../ui/State.tsx'
import { useDeskPerson } from '../../desk/deskPerson.ts'
import { SectionHead } from '../../settings/SectionHead.tsx'
import type { SectionProps } from '../../settings/section.ts'
import { ForkNote, TroubleNote, UnreadNote } from '../SyncNotes.tsx'
import { useSyncStatus } from '../syncQueries.ts'
import { DeviceList } from './DeviceList.tsx'
import { JoinFields } from './JoinFields.tsx'
import { NewCodePart } from './NewCodePart.tsx'
import { SignOutDialog } from './SignOutDialog.tsx'
import { useJoin } from './useJoin.ts'

/** Settings > Karmax: connecting this PC, and once it is, the PCs of the garage. */
export function PlatformSection({ garage, isReadOnly }: SectionProps) {
  const text = useText()
  const status = useSyncStatus()
  if (status === undefined) return <SectionHead title={text('settings.section.platform')} />
  if (status.platform !== null) return <Connected status={status} platform={status.platform} isReadOnly={isReadOnly} />
  return (
    <>
      <SectionHead title={text('settings.section.platform')} say={text('sync.platform.say')} />
      {garage.profile.demo ? (
        <EmptyState icon="cloudOff" title={text('sync.platform.demo')} say={text('sync.platform.demoSay')} />
      ) : (
        !isReadOnly && <JoinForm />
      )}
    </>
  )
}

function JoinForm() {
  const text = useText()
  const join = useJoin(useDeskPerson()?.personId ?? null, () => {})
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (!join.isJoining) void join.submit()
  }
  return (
    <form className="settings-form" onSubmit={submit} noValidate>
      <JoinFields join={join} />
      <div>
        <Button type="submit" look="primary" isPending={join.isJoining}>
          {text('sync.join.do')}
        </Button>
      </div>
    </form>
  )
}

type ConnectedProps = {
  readonly status: SyncStatus
  readonly platform: NonNullable<SyncStatus['platform']>
  readonly isReadOnly: boolean
}

function Connected({ status, platform, isReadOnly }: ConnectedProps) {
  const text = useText()
  const [isLeaving, setLeaving] = useState(false)
  const { trouble, unread, forkedAtUtcMs } = status
  return (
    <div className="settings-form wide">
      <SectionHead title={text('settings.section.platform')} say={text('sync.platform.say')} />
      {trouble !== null && <TroubleNote trouble={trouble} />}
      <UnreadNote unread={unread} />
      {forkedAtUtcMs !== null && <ForkNote atUtcMs={forkedAtUtcMs} />}
      <dl className="about">
        <dt>{text('sync.platform.garage')}</dt>
        <dd>{platform.garageName}</dd>
        <dt>{text('sync.platform.thisPc')}</dt>
        <dd>{text('sync.platform.pcSay', { name: platform.deviceName, no: platform.deviceNo })}</dd>
        <dt>{text('sync.platform.address')}</dt>
        <dd>
          <bdi className="ltr">{platform.url}</bdi>
        </dd>
      </dl>
      <section className="settings-part">
        <SectionHead title={text('sync.platform.devices')} />
        <DeviceList isReadOnly={isReadOnly} />
        {!isReadOnly && <NewCodePart url={platform.url} />}
      </section>
      {!isReadOnly && (
        <div className="settings-part">
          <div>
            <Button look="danger" onPress={() => setLeaving(true)}>
              {text('sync.platform.signOut')}
            </Button>
          </div>
        </div>
      )}
      {isLeaving && <SignOutDialog waiting={status.waiting} onClose={() => setLeaving(false)} />}
    </div>
  )
}
