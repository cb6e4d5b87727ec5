import { type FormEvent, useState } from 'react'
import type { NetworkStatus } from '../../../../core/contract/syncViews.ts'
import { client } from '../../../client/client.ts'
import { queryClient } from '../../../client/queries.ts'
import { useText } from '../../../i18n/text.ts'
import { IconButton } from '../../../ui/Button.tsx'
import { Switch } from '../../../ui/Checkbox.tsx'
import { showToast } from '../../../ui/toasts.ts'
import { useDeskPerson } from '../../desk/deskPerson.ts'
import { SaveBar } from '../../settings/SaveBar.tsx'
import { SectionHead } from '../../settings/SectionHead.tsx'
import type { SectionProps } from '../../settings/section.ts'
import { copyText } from '../copyText.ts'
import { useSyncStatus } from '../syncQueries.ts'
import { isSameNetwork, type NetworkDraft, networkOf } from './networkDraft.ts'
import { PeerFields } from './PeerFields.tsx'
import { PortField } from './PortField.tsx'
import { type ConnectRefusal, useConnectWords } from './refusalWords.ts'

/** Settings > Garage network: how the PCs of this garage find each other while there is no internet. */
export function NetworkSection({ isReadOnly }: SectionProps) {
  const text = useText()
  const status = useSyncStatus()
  if (status === undefined) return <SectionHead title={text('settings.section.network')} />
  return <NetworkForm network={status.network} isJoined={status.platform !== null} isReadOnly={isReadOnly} />
}

type NetworkFormProps = { readonly network: NetworkStatus; readonly isJoined: boolean; readonly isReadOnly: boolean }

function NetworkForm({ network, isJoined, isReadOnly }: NetworkFormProps) {
  const text = useText()
  const words = useConnectWords()
  const person = useDeskPerson()
  const { settings, addresses, listenProblem } = network
  const [changed, setChanged] = useState<Partial<NetworkDraft>>({})
  const [isSaving, setSaving] = useState(false)
  const [refusal, setRefusal] = useState<ConnectRefusal | null>(null)
  const draft: NetworkDraft = { ...settings, ...changed }
  const set = (part: Partial<NetworkDraft>): void => {
    setChanged({ ...changed, ...part })
    setRefusal(null)
  }
  const save = async (): Promise<void> => {
    const sent = networkOf(draft)
    if (sent === null || person === null) return
    setSaving(true)
    const saved = await client.saveNetwork({ actorId: person.personId, network: sent }).catch(() => null)
    setSaving(false)
    if (saved?.ok !== true) {
      setRefusal(saved === null ? { code: 'failed' } : saved.error)
      return
    }
    await queryClient.invalidateQueries({ queryKey: ['sync'] })
    setChanged({})
    showToast({ look: 'done', say: text('sync.network.saved') })
  }
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (!isSaving) void save()
  }
  const portProblem = refusal?.code === 'portWrong' ? words(refusal) : listenProblem === 'portTaken' ? text('sync.network.portTaken') : null
  return (
    <form className="settings-form" onSubmit={submit} noValidate>
      <SectionHead title={text('settings.section.network')} say={text('sync.network.say')} />
      {!isJoined && <p className="consent-notice">{text('sync.network.notJoined')}</p>}
      <Switch isSelected={draft.listen} onChange={(listen) => set({ listen })} isDisabled={isReadOnly}>
        {text('sync.network.listen')}
      </Switch>
      {draft.listen && (
        <>
          <PortField value={draft.port} onChange={(port) => set({ port })} error={portProblem} isDisabled={isReadOnly} />
          <section>
            <h3 className="network-title">{text('sync.network.addresses')}</h3>
            {addresses.length === 0 && <p className="nothing">{text('sync.network.addressNone')}</p>}
            <ul className="addresses">
              {addresses.map((address) => (
                <li key={address}>
                  <bdi className="ltr">{address}</bdi>
                  <IconButton
                    icon="file"
                    size="sm"
                    label={text('sync.network.copy', { address })}
                    onPress={() => copyText(address, { done: text('sync.network.copied'), failed: text('sync.platform.copyFailed') })}
                  />
                </li>
              ))}
            </ul>
          </section>
        </>
      )}
      <PeerFields
        peers={draft.peers}
        states={network.peers}
        onChange={(peers) => set({ peers })}
        error={refusal?.code === 'addressWrong' ? words(refusal) : null}
        isReadOnly={isReadOnly}
      />
      {!isReadOnly && (
        <SaveBar
          isChanged={!isSameNetwork(draft, settings)}
          isSaving={isSaving}
          problem={refusal === null || refusal.code === 'portWrong' || refusal.code === 'addressWrong' ? null : words(refusal)}
          onDiscard={() => setChanged({})}
        />
      )}
    </form>
  )
}
