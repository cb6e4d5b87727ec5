import type { SyncTask } from '../../../../core/contract/syncViews.ts'
import { assertNever } from '../../../../core/basics/assertNever.ts'

/** Names a task in the address. It stays the same for as long as the task is open. */
export function taskKey(task: SyncTask): string {
  switch (task.kind) {
    case 'job':
      return `${task.conflict.kind}.${task.conflict.about.join('.')}`
    case 'crossing':
      return `crossing.${task.request.requestId}`
    case 'bookingTwice':
      return `bookingTwice.${task.jobs.map(({ jobId }) => jobId).join('.')}`
    case 'bayTwice':
      return `bayTwice.${task.bayId}`
    default:
      return assertNever(task)
  }
}

export function taskHref(task: SyncTask): string {
  return `/tasks/${taskKey(task)}`
}
