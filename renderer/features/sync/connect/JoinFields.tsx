import { shortMostChars } from '../../../../core/wire/bounds.ts'
import { useFormat } from '../../../i18n/format.ts'
import { useText } from '../../../i18n/text.ts'
import { Progress } from '../../../ui/Progress.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import { useSlow } from '../../../ui/useSlow.ts'
import { StepProblem } from '../../setup/StepProblem.tsx'
import { useSyncStatus } from '../syncQueries.ts'
import type { Join } from './useJoin.ts'

/** As the contract takes them (core/contract/contract.ts). */
const urlMostChars = 200
const codeMostChars = 60

/** Address, one-time code, the name of this PC. `takesData`: the garage comes from the platform, which may take a while. */
export function JoinFields({ join, takesData = false }: { join: Join; takesData?: boolean }) {
  const text = useText()
  const { values, set, at, problem, isJoining } = join
  const isSlow = useSlow(isJoining)
  return (
    <>
      <TextField
        label={text('sync.join.url')}
        hint={text('sync.join.urlHint')}
        ltr
        type="url"
        inputMode="url"
        placeholder="https://"
        value={values.url}
        onChange={(typed) => set('url', typed)}
        maxLength={urlMostChars}
        error={at('url')}
        isDisabled={isJoining}
      />
      <TextField
        label={text('sync.join.code')}
        hint={text('sync.join.codeHint')}
        ltr
        value={values.code}
        onChange={(typed) => set('code', typed)}
        maxLength={codeMostChars}
        error={at('code')}
        isDisabled={isJoining}
      />
      <TextField
        label={text('sync.join.name')}
        hint={text('sync.join.nameHint')}
        value={values.name}
        onChange={(typed) => set('name', typed)}
        maxLength={shortMostChars}
        error={at('name')}
        isDisabled={isJoining}
      />
      {isSlow && <JoinProgress takesData={takesData} />}
      <StepProblem words={problem} />
    </>
  )
}

/** How much of the garage's history is here, as soon as the platform has said how much there is. */
function JoinProgress({ takesData }: { takesData: boolean }) {
  const text = useText()
  const format = useFormat()
  const receiving = useSyncStatus()?.receiving ?? null
  if (receiving === null || receiving.total === 0) {
    return <Progress label={text(takesData ? 'sync.join.taking' : 'sync.join.connecting')} share={null} />
  }
  const { done, total } = receiving
  const label = text('sync.join.taken', { done: format.number(done), total: format.number(total) })
  return <Progress label={label} share={Math.min(1, done / total)} />
}
