import { err, ok, type Result } from '../../basics/result.ts'
import { formatOf, proofData, proofFormat, type ProofData } from '../proof.ts'
import type { ProofFault } from './fault.ts'

/** Reads a proof's data by its schema: of an older or this format, whole or not at all. */
export function readProofData(text: string): Result<ProofData, ProofFault> {
  const json = parsed(text)
  if (json === undefined) return err({ code: 'dataUnreadable', where: '' })
  const format = formatOf(json)
  if (format !== null && format > proofFormat) return err({ code: 'formatNewer', found: format, known: proofFormat })
  const read = proofData.safeParse(json)
  if (read.success) return ok(read.data)
  return err({ code: 'dataUnreadable', where: read.error.issues[0]?.path.join('.') ?? '' })
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
