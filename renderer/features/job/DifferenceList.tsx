import { Button } from '../../ui/Button.tsx'
import type { DifferenceWords } from './useResolve.ts'

type DifferenceListProps = {
  readonly words: readonly DifferenceWords[]
  readonly isSending: boolean
  /** Whether Enter does the first way out of the first difference: then it is the screen's filled button. */
  readonly isFirstPrimary: boolean
}

/** What differs, and under each the presses that put it right. */
export function DifferenceList({ words, isSending, isFirstPrimary }: DifferenceListProps) {
  return (
    <ul className="fix-list">
      {words.map(({ key, say, ways }, index) => {
        const leads = isFirstPrimary && index === 0
        return (
          <li key={key}>
            <p>{say}</p>
            <div className="ways">
              {ways.map((way, nth) => {
                const isPrimary = leads && nth === 0
                return (
                  <Button
                    key={way.key}
                    look={isPrimary ? 'primary' : nth === 0 ? 'tint' : 'plain'}
                    size={isPrimary ? 'lg' : 'md'}
                    isPending={isSending}
                    onPress={way.onPress}
                    {...(isPrimary ? { kbd: '↵' } : {})}
                  >
                    {way.label}
                  </Button>
                )
              })}
            </div>
          </li>
        )
      })}
    </ul>
  )
}
