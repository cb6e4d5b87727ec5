import { assertNever } from '../../../../core/basics/assertNever.ts'
import type { SyncTask } from '../../../../core/contract/syncViews.ts'
import type { Vehicle } from '../../../../core/domain/job/visit.ts'
import type { ConflictKind } from '../../../../core/domain/job/conflict.ts'
import type { Text } from '../../../i18n/text.ts'

export type TaskWords = { readonly title: string; readonly rule: string }

/** What happened, and what holds until somebody has decided. */
export function taskWords(task: SyncTask, text: Text): TaskWords {
  switch (task.kind) {
    case 'job': {
      const { kind } = task.conflict
      return { title: text(`sync.conflict.${kind}.title`), rule: text(`sync.conflict.${kind}.rule`) }
    }
    case 'crossing':
      return {
        title: text('sync.conflict.crossing.title'),
        rule: text('sync.conflict.crossing.rule', { accepted: task.acceptedRevision, newest: task.newestRevision }),
      }
    case 'bookingTwice':
      return { title: text('sync.conflict.bookingTwice.title'), rule: text('sync.conflict.bookingTwice.rule') }
    case 'bayTwice':
      return { title: text('sync.conflict.bayTwice.title', { bay: task.bayName }), rule: text('sync.conflict.bayTwice.rule') }
    default:
      return assertNever(task)
  }
}

/** The car that a task is about; null for a booking without jobs. */
export function taskVehicle(task: SyncTask): Vehicle | null {
  switch (task.kind) {
    case 'job':
      return task.job.vehicle
    case 'crossing':
      return task.request.vehicle
    case 'bookingTwice':
    case 'bayTwice':
      return task.jobs[0]?.vehicle ?? null
    default:
      return assertNever(task)
  }
}

/** What became of a fact under the rule: the first one holds, or neither stands before the other. */
export type FactMark = 'stands' | 'aside' | 'both'

export function factMark(kind: ConflictKind, index: number): FactMark {
  switch (kind) {
    case 'doubleStart':
    case 'twoAnswers':
    case 'askedTwice':
      return 'both'
    case 'factNotApplied':
      return 'aside'
    case 'cancelAfterStart':
    case 'cancelAfterArrival':
    case 'moveAfterArrival':
    case 'movedTwice':
    case 'grantAndWithdrawal':
    case 'billedTwice':
      return index === 0 ? 'stands' : 'aside'
    default:
      return assertNever(kind)
  }
}
