import { err, ok, type Result } from '../../../core/basics/result.ts'
import type { BookingFileProblem } from '../../../core/contract/views.ts'
import { bookingFileMostChars, fileNameMostChars } from '../../../core/wire/bounds.ts'

/** UTF-8 never has fewer bytes than the text has characters. */
export const bookingFileMostBytes = bookingFileMostChars

export type ChosenFile = { readonly fileName: string; readonly text: string }
export type FileReadProblem = Extract<BookingFileProblem, { code: 'fileTooLarge' }> | { readonly code: 'notText' | 'readFailed' }

/** Nothing of a file that is too large is read. */
export async function readBookingFile(file: File): Promise<Result<ChosenFile, FileReadProblem>> {
  if (file.size > bookingFileMostBytes) return err({ code: 'fileTooLarge', mostBytes: bookingFileMostBytes })
  const bytes = await file.arrayBuffer().catch(() => null)
  if (bytes === null) return err({ code: 'readFailed' })
  try {
    return ok({ fileName: file.name.slice(0, fileNameMostChars), text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) })
  } catch {
    return err({ code: 'notText' })
  }
}
