import type { Job } from '../../domain/job/types.ts'
import type { ProofData } from '../proof.ts'
import { dataTextOf, readSeal, type Seal } from '../proofFile.ts'
import { sealMessage } from '../signing.ts'
import { consentFault } from './consents.ts'
import { announcedKeys, hashFault, linkFault, signatureFault } from './events.ts'
import { foldFacts, readFacts, sumFault } from './facts.ts'
import type { KeyFault, ProofFault, SealFault } from './fault.ts'
import { photosNamed } from '../proofPhotos.ts'
import { readProofData } from './readData.ts'
import type { ProofTools } from './tools.ts'

/** What a check found. `data` and `job` are what the file claims, as far as it can be read, whether it holds or not. */
export type ProofReport = {
  /** The first thing that does not hold, the most exact first; null when everything does. */
  readonly fault: ProofFault | null
  /** Whether the bytes of the whole file were checked, or only the data that a page holds of itself. */
  readonly whole: boolean
  readonly data: ProofData | null
  readonly job: Job | null
  /** Events from before the device had a key: they rest on the seal alone. */
  readonly unsigned: number
  /** Photos that the job names and the file does not hold. */
  readonly photosMissing: number
}

type Options = {
  /** The device key that the reader knows the garage by; null when he knows none. */
  readonly expectedKey?: string | null
}

/** Checks a proof's file, byte for byte. */
export async function checkProof(bytes: Uint8Array, tools: ProofTools, options: Options = {}): Promise<ProofReport> {
  const file = tools.textOf(bytes)
  const dataText = file === null ? null : dataTextOf(file)
  const seal = readSeal(bytes)
  if (dataText === null) return nothing(seal === null ? { code: 'notAProof' } : { code: 'dataUnreadable', where: '' }, true)
  const report = await checkProofData(dataText, tools, options)
  const fault = report.fault ?? (report.data === null ? null : await sealFault(report.data, seal, tools))
  return { ...report, whole: true, fault }
}

/** Checks what a page holds of itself: everything but the seal, which counts the bytes of the file. */
export async function checkProofData(dataText: string, tools: ProofTools, { expectedKey = null }: Options = {}): Promise<ProofReport> {
  const read = readProofData(dataText)
  if (!read.ok) return nothing(read.error, false)
  const data = read.value
  const facts = readFacts(data)
  const fault =
    (await hashFault(data, tools)) ??
    linkFault(data) ??
    (await signatureFault(data, tools)) ??
    expectationFault(data, expectedKey) ??
    (facts.ok ? await consentFault(facts.value, tools) : facts.error) ??
    (await photoFault(data, tools)) ??
    (facts.ok ? sumFault(facts.value) : null)
  const unsigned = data.events.filter(({ signature }) => signature === null).length
  const job = facts.ok ? foldFacts(facts.value) : null
  return { fault, whole: false, data, job, unsigned, photosMissing: missingPhotos(data, job) }
}

function nothing(fault: ProofFault, whole: boolean): ProofReport {
  return { fault, whole, data: null, job: null, unsigned: 0, photosMissing: 0 }
}

function expectationFault({ sealedBy }: ProofData, expected: string | null): KeyFault | null {
  return expected === null || sealedBy.publicKeyHex === expected ? null : { code: 'keyNotExpected', found: sealedBy.publicKeyHex, expected }
}

async function photoFault({ photos }: ProofData, { bytesOf, sha256Hex }: ProofTools): Promise<ProofFault | null> {
  for (const { hash, base64 } of photos) {
    const bytes = bytesOf(base64)
    if (bytes === null || (await sha256Hex(bytes)) !== hash) return { code: 'photo', hash }
  }
  return null
}

function missingPhotos({ photos }: ProofData, job: Job | null): number {
  const held = new Set(photos.map(({ hash }) => hash))
  return job === null ? 0 : photosNamed(job).filter((hash) => !held.has(hash)).length
}

async function sealFault(data: ProofData, seal: Seal | null, tools: ProofTools): Promise<SealFault | null> {
  if (seal === null) return { code: 'sealMissing' }
  const { sha256, signature, sealed } = seal
  if ((await tools.sha256Hex(sealed)) !== sha256) return { code: 'sealHash' }
  const { device, publicKeyHex } = data.sealedBy
  if (announcedKeys(data).get(device)?.at(-1)?.key !== publicKeyHex) return { code: 'sealKey' }
  return (await tools.isSigned(publicKeyHex, sealMessage(sha256), signature)) ? null : { code: 'sealSignature' }
}
