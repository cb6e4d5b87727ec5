import type { NetworkStatus } from '../../../../core/contract/syncViews.ts'
import { useFormat } from '../../../i18n/format.ts'
import { useText } from '../../../i18n/text.ts'
import { useMinute } from '../../../stores/clock.ts'
import { Button, IconButton } from '../../../ui/Button.tsx'
import { Chip } from '../../../ui/Chip.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import { whenWords } from '../../job/when.ts'
import { StepProblem } from '../../setup/StepProblem.tsx'
import { peerMostChars, peersMost } from './networkDraft.ts'

type PeerFieldsProps = {
  readonly peers: readonly string[]
  readonly states: NetworkStatus['peers']
  readonly onChange: (peers: readonly string[]) => void
  readonly error: string | null
  readonly isReadOnly: boolean
}

/** The addresses of the other PCs, each with how it stands. */
export function PeerFields({ peers, states, onChange, error, isReadOnly }: PeerFieldsProps) {
  const text = useText()
  return (
    <section className="peer-fields">
      <h3 className="network-title">{text('sync.network.peers')}</h3>
      <p className="say">{text('sync.network.peersSay')}</p>
      {peers.map((peer, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- a row is its place in the list
        <div key={index} className="peer">
          <TextField
            label={text('sync.network.peer', { no: index + 1 })}
            labelHidden
            ltr
            placeholder="192.168.1.10:7443"
            value={peer}
            onChange={(typed) => onChange(peers.map((each, at) => (at === index ? typed : each)))}
            maxLength={peerMostChars}
            isDisabled={isReadOnly}
          />
          <PeerState state={states.find(({ address }) => address === peer)} />
          {!isReadOnly && (
            <IconButton
              icon="cross"
              label={text('sync.network.removePeer', { address: peer })}
              onPress={() => onChange(peers.filter((_, at) => at !== index))}
            />
          )}
        </div>
      ))}
      <StepProblem words={error} />
      {!isReadOnly && peers.length < peersMost && (
        <div>
          <Button icon="add" onPress={() => onChange([...peers, ''])}>
            {text('sync.network.addPeer')}
          </Button>
        </div>
      )}
    </section>
  )
}

function PeerState({ state }: { state: NetworkStatus['peers'][number] | undefined }) {
  const text = useText()
  const format = useFormat()
  const minute = useMinute()
  if (state === undefined) return null
  return (
    <>
      <Chip look={state.state === 'connected' ? 'ready' : 'plain'} icon={state.state === 'connected' ? 'check' : 'cross'}>
        {text(`sync.panel.peerState.${state.state}`)}
      </Chip>
      {state.lastContactUtcMs !== null && (
        <small>{text('sync.network.lastContact', { time: whenWords(state.lastContactUtcMs, minute, format) })}</small>
      )}
    </>
  )
}
