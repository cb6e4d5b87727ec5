import type { CommandId } from '../../core/basics/ids.ts'
import type { UtcMs } from '../../core/basics/instant.ts'
import { statement, type ReadableDb, type WritableDb } from '../connection.ts'

/** The answer that a command was given, as text; null when it was never carried out. */
export function answerGiven(db: ReadableDb, commandId: CommandId): string | null {
  const sql = 'SELECT outcome FROM command_done WHERE command_id = ?'
  return statement<[string], { outcome: string }>(db, sql).get(commandId)?.outcome ?? null
}

export function rememberAnswer(db: WritableDb, commandId: CommandId, doneAtUtcMs: UtcMs, outcome: string): void {
  const sql = 'INSERT INTO command_done (command_id, done_at_utc_ms, outcome) VALUES (?, ?, ?)'
  statement<[string, number, string], never>(db, sql).run(commandId, doneAtUtcMs, outcome)
}

/** A page repeats a command within seconds, a phone within days: older answers are of no use. */
export function forgetAnswersBefore(db: WritableDb, utcMs: UtcMs): void {
  statement<[number], never>(db, 'DELETE FROM command_done WHERE done_at_utc_ms < ?').run(utcMs)
}
