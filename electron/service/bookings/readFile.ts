import { err, type Result } from '../../../core/basics/result.ts'
import { bookingFileMostChars } from '../../../core/wire/bounds.ts'
import type { BookingFileProblem, RawBooking } from '../../../core/domain/booking/types.ts'
import { bookingFileMostRows } from '../../../core/wire/bookingFile.ts'
import { readCsv } from './readCsv.ts'
import { readJson } from './readJson.ts'

/** What the file is shows in its text; its name may say anything. */
export function readBookingFile(text: string): Result<readonly RawBooking[], BookingFileProblem> {
  if (text.length > bookingFileMostChars) return err({ code: 'fileTooLarge', mostBytes: bookingFileMostChars })
  const content = text.replace(/^\ufeff/, '')
  if (content.trim() === '') return err({ code: 'fileEmpty' })
  if (isOfOtherKind(content)) return err({ code: 'fileKindUnknown' })
  const read = /^\s*[{[]/.test(content) ? readJson(content) : readCsv(content)
  if (!read.ok) return read
  if (read.value.length === 0) return err({ code: 'fileEmpty' })
  if (read.value.length > bookingFileMostRows) return err({ code: 'tooManyRows', most: bookingFileMostRows })
  return read
}

/** How far a text is looked into: whatever is no text at all shows its nature at once. */
const headChars = 4096

/** What other programs' files begin with: markup, PDF, rich text. Spreadsheets and other archives show by their control characters. */
const otherKinds = /^\s*(?:<|%PDF-|\{\\rtf)/

/** More replacement characters than a damaged word leaves mean that the text was written in another encoding than UTF-8. */
const mostReplaced = 16

function isOfOtherKind(text: string): boolean {
  const head = text.slice(0, headChars)
  return otherKinds.test(head) || /[\p{Cc}--\s]/v.test(head) || head.split('\ufffd').length - 1 > mostReplaced
}
