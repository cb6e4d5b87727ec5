import type { JobPage } from '../../../../core/contract/views.ts'
import type { ItemDraft } from './itemDraft.ts'
import type { ItemProblems } from './readItem.ts'

/** One item of the request that is being written, and what can be done to it. */
export type AskItemProps = {
  readonly item: ItemDraft
  readonly itemNo: number
  readonly foundByName: string | null
  readonly vatPermyriad: JobPage['account']['vatPermyriad']
  readonly isOpen: boolean
  readonly problems: ItemProblems
  readonly onChange: (item: ItemDraft) => void
  readonly onOpen: () => void
  readonly onRemove: () => void
}
