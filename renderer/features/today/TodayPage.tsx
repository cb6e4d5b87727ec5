import { useHello, useToday } from '../../client/queries.ts'
import { Opening } from '../../app/Opening.tsx'
import { Screen } from '../../app/shell/Shell.tsx'
import { useText } from '../../i18n/text.ts'
import { Button } from '../../ui/Button.tsx'
import { ErrorState } from '../../ui/State.tsx'
import { Board } from './Board.tsx'

/** The screen that stays open. */
export function TodayPage() {
  const text = useText()
  const today = useToday()
  const garage = useHello().data?.garage
  if (today.data && garage) return <Board board={today.data} garage={garage} />
  if (!today.isError) return <Opening />
  return (
    <Screen title={text('shell.today')} scrolls>
      <div className="p-8">
        <ErrorState title={text('today.failed')} say={text('today.failedSay')}>
          <Button look="primary" onPress={() => void today.refetch()}>
            {text('common.retry')}
          </Button>
        </ErrorState>
      </div>
    </Screen>
  )
}
