import { assertNever } from '../../core/basics/assertNever.ts'
import type { StartProblem } from '../../core/contract/views.ts'
import { type Text, useText } from '../i18n/text.ts'
import { Button } from '../ui/Button.tsx'
import { ErrorState } from '../ui/State.tsx'

/** The garage's data was not opened and not touched: which data, why, and what to do. */
export function BlockedPage({ problem, programVersion }: { problem: StartProblem; programVersion: string }) {
  const text = useText()
  return (
    <main className="grid h-full place-items-center p-8">
      <ErrorState title={text(`frame.blocked.${problem.code}`)} say={say(problem, programVersion, text)}>
        <Button onPress={() => location.reload()}>{text('frame.blocked.reload')}</Button>
      </ErrorState>
    </main>
  )
}

function say(problem: StartProblem, program: string, text: Text): string {
  switch (problem.code) {
    case 'databaseNewer':
      return text('frame.blocked.databaseNewerSay', { found: problem.found, known: problem.known, program })
    case 'databaseOfOtherProgram':
      return text('frame.blocked.databaseOfOtherProgramSay')
    case 'databaseUnreadable':
      return text('frame.blocked.databaseUnreadableSay', { sqlite: problem.sqlite })
    default:
      return assertNever(problem)
  }
}
