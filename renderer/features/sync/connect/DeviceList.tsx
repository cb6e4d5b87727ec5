import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { DeviceLine } from '../../../../core/contract/syncViews.ts'
import { client } from '../../../client/client.ts'
import { queryClient } from '../../../client/queries.ts'
import { useFormat } from '../../../i18n/format.ts'
import { useText } from '../../../i18n/text.ts'
import { Button } from '../../../ui/Button.tsx'
import { Chip } from '../../../ui/Chip.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { ErrorState } from '../../../ui/State.tsx'
import { showToast } from '../../../ui/toasts.ts'
import { useDeskPerson } from '../../desk/deskPerson.ts'
import { StepProblem } from '../../setup/StepProblem.tsx'
import { useConnectWords } from './refusalWords.ts'

/** Asked of the platform each time: other PCs come and go without this one being told. */
const key = ['devices'] as const

export function DeviceList({ isReadOnly }: { isReadOnly: boolean }) {
  const text = useText()
  const format = useFormat()
  const words = useConnectWords()
  const [revoking, setRevoking] = useState<DeviceLine | null>(null)
  const { data, isError, refetch } = useQuery({ queryKey: key, queryFn: () => client.devices(), refetchOnMount: 'always' })
  if (isError || data?.ok === false) {
    return (
      <ErrorState title={text('sync.platform.devicesFailed')} say={words(data?.ok === false ? data.error : { code: 'failed' })}>
        <Button onPress={() => void refetch()}>{text('common.retry')}</Button>
      </ErrorState>
    )
  }
  if (data === undefined) return <p aria-busy="true">{text('sync.platform.loading')}</p>
  return (
    <>
      <table className="tbl" aria-label={text('sync.platform.devices')}>
        <thead>
          <tr>
            <th scope="col">{text('sync.platform.device')}</th>
            <th scope="col">{text('sync.platform.no')}</th>
            <th scope="col">{text('sync.platform.since')}</th>
            <th scope="col">{text('sync.platform.lastSeen')}</th>
            <th scope="col">{text('sync.platform.state')}</th>
            <th scope="col">
              <span className="vh">{text('common.more')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {data.value.map((device) => (
            <tr key={device.device}>
              <th scope="row">
                <bdi>{device.name}</bdi>
              </th>
              <td>{format.digits(device.deviceNo)}</td>
              <td>{format.dateTime(device.enrolledAtUtcMs)}</td>
              <td>{device.lastSeenUtcMs === null ? text('sync.platform.never') : format.dateTime(device.lastSeenUtcMs)}</td>
              <td>
                <DeviceState device={device} />
              </td>
              <td className="e">
                {!isReadOnly && !device.isThisOne && device.revokedAtUtcMs === null && (
                  <Button size="sm" look="quiet" onPress={() => setRevoking(device)}>
                    {text('sync.platform.revoke')}
                  </Button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {revoking !== null && <RevokeDialog device={revoking} onClose={() => setRevoking(null)} />}
    </>
  )
}

function DeviceState({ device: { isThisOne, revokedAtUtcMs } }: { device: DeviceLine }) {
  const text = useText()
  const format = useFormat()
  if (revokedAtUtcMs !== null) {
    return (
      <Chip look="danger" icon="forbidden">
        {text('sync.platform.revoked', { at: format.dateTime(revokedAtUtcMs) })}
      </Chip>
    )
  }
  return (
    <Chip look="ready" icon="check">
      {text(isThisOne ? 'sync.platform.here' : 'sync.platform.active')}
    </Chip>
  )
}

function RevokeDialog({ device, onClose }: { device: DeviceLine; onClose: () => void }) {
  const text = useText()
  const words = useConnectWords()
  const person = useDeskPerson()
  const [isSending, setSending] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const { name } = device
  const revoke = async (): Promise<void> => {
    if (person === null) return
    setSending(true)
    const revoked = await client.revokeDevice({ actorId: person.personId, device: device.device }).catch(() => null)
    setSending(false)
    if (revoked?.ok !== true) {
      setProblem(words(revoked === null ? { code: 'failed' } : revoked.error))
      return
    }
    showToast({ look: 'done', say: text('sync.platform.revokeDone', { name }) })
    void queryClient.invalidateQueries({ queryKey: key })
    onClose()
  }
  return (
    <Dialog
      title={text('sync.platform.revokeTitle', { name })}
      isOpen
      alert
      onClose={onClose}
      footer={
        <>
          <Button look="destroy" isPending={isSending} onPress={() => void revoke()}>
            {text('sync.platform.revokeDo')}
          </Button>
          <Button look="quiet" onPress={onClose}>
            {text('jobActions.keep')}
          </Button>
        </>
      }
    >
      <p className="say">{text('sync.platform.revokeSay')}</p>
      <StepProblem words={problem} />
    </Dialog>
  )
}
