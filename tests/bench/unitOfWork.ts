import { createHash } from 'node:crypto'
import { summarise, timeMs } from './repeat.ts'

const bytes = Buffer.alloc(16 * 1024 * 1024, 'pishkhan')

/** What figures without a peer stand beside, so that machines compare: SHA-256 over 16 MiB, in ms, the median of 15 runs. */
export function unitOfWorkMs(): number {
  const hash = () => timeMs(() => void createHash('sha256').update(bytes).digest())
  for (let run = 0; run < 3; run += 1) hash()
  return summarise(Array.from({ length: 15 }, hash)).median
}
