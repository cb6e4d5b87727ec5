import type { JobCard } from '../../../core/contract/views.ts'
import type { JobCommandType } from '../../../core/domain/job/commands.ts'
import type { StepKind } from '../../../core/domain/job/types.ts'
import type { Format } from '../../i18n/format.ts'
import type { Text } from '../../i18n/text.ts'
import { plateWords } from '../../ui/plate/plateText.ts'

/** What a sentence calls the car: its model, or its plate when nobody wrote one. */
export function carName({ vehicle }: Pick<JobCard, 'vehicle'>, text: Text, format: Format): string {
  const model = vehicle.model.trim()
  return model === '' ? plateWords(vehicle.plate, text, format) : model
}

/** The step that a command records, which taking it back names. What is no step of the job's life is left out. */
export const stepOf: Readonly<Partial<Record<JobCommandType, StepKind>>> = {
  openVisit: 'checkIn',
  checkIn: 'checkIn',
  checkInAgain: 'checkIn',
  startWork: 'start',
  pauseWork: 'pause',
  resumeWork: 'resume',
  finishWork: 'finish',
  handOver: 'handOver',
  cancelJob: 'cancel',
  markNoShow: 'noShow',
  moveSlot: 'moveSlot',
}
