import type { IconName } from '../../ui/Icon.tsx'

/** An entry of the time line in words. */
export type EntryWords = {
  readonly icon: IconName
  readonly title: string
  /** What else is to be known, beside who did it. */
  readonly facts: readonly string[]
  readonly look?: 'done' | 'danger'
}
