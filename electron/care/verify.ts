import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { checkProof, type ProofReport } from '../../core/wire/proofCheck/check.ts'
import type { ProofFault } from '../../core/wire/proofCheck/fault.ts'
import { isPublicKeyHex } from '../../core/wire/signing.ts'
import { evidenceOf, reportEvidence, told, type EvidenceRow } from './evidence.ts'
import { nodeTools } from './proofTools.ts'

/** What a check of a proof found, row by row; the last row names the first thing that does not hold. */
export function proofRows({ fault, data, job, unsigned, photosMissing }: ProofReport): readonly EvidenceRow[] {
  const signed = [...(data?.keys ?? []), ...(data?.events ?? [])].filter(({ signature }) => signature !== null).length
  return [
    told('verify/events', data?.events.length ?? 0, 'events'),
    told('verify/signatures', signed, 'signatures'),
    told('verify/unsigned', unsigned, 'events'),
    told('verify/consents', job?.consents.length ?? 0, 'requests'),
    told('verify/photos', data?.photos.length ?? 0, 'photos'),
    told('verify/photosMissing', photosMissing, 'photos'),
    {
      ...told(fault === null ? 'verify/holds' : `verify/${nameOf(fault)}`, fault === null ? 0 : 1, 'faults'),
      against: fault === null ? null : placeOf(fault),
      wanted: '= 0',
      ok: fault === null,
    },
  ]
}

function nameOf(fault: ProofFault): string {
  if (fault.code === 'sums') return `sums/${fault.problem.code}`
  return fault.code === 'term' ? `term/${fault.alarm}` : fault.code
}

function placeOf(fault: ProofFault): string | null {
  if ('at' in fault) {
    const { list, n, event } = fault.at
    return `${list === 'events' ? 'event' : 'key'} ${n} (${event.type}, ${new Date(event.wallAtUtcMs).toISOString()})`
  }
  if (fault.code === 'photo') return fault.hash
  if (fault.code === 'dataUnreadable') return fault.where === '' ? null : fault.where
  return fault.code === 'keyNotExpected' ? `sealed with ${fault.found}` : null
}

const usage = `npm run verify -- FILE [--key HEX] [--json]
  FILE       a proof that Pishkhan has exported
  --key HEX  the garage's device key, if you know it from elsewhere: a proof sealed with another one does not hold
  --json     the evidence line as the last line`

async function run(): Promise<number> {
  const { values, positionals } = parseArgs({
    options: { key: { type: 'string' }, json: { type: 'boolean', default: false } },
    allowPositionals: true,
  })
  const [file, ...more] = positionals
  const key = values.key?.replaceAll(/\s/g, '').toLowerCase() ?? null
  if (file === undefined || more.length > 0 || (key !== null && !isPublicKeyHex(key))) {
    console.error(usage)
    return 2
  }
  const bytes = read(file)
  if (bytes === null) {
    console.error(`${file} cannot be read.`)
    return 2
  }
  const report = await checkProof(bytes, nodeTools, { expectedKey: key })
  if (report.data !== null)
    console.log(`Job ${report.job?.jobNo ?? report.data.jobId}, sealed with key ${report.data.sealedBy.publicKeyHex}`)
  reportEvidence(evidenceOf(0, proofRows(report)), process.argv)
  return report.fault === null ? 0 : 1
}

function read(file: string): Buffer | null {
  try {
    return readFileSync(file)
  } catch {
    return null
  }
}

if (import.meta.main) process.exitCode = await run()
