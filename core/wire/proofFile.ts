import type { Sha256Hex } from '../basics/ids.ts'
import { canonicalJson } from './canonical.ts'
import type { ProofData } from './proof.ts'
import { isSha256Hex, isSignatureHex, type SignatureHex } from './signing.ts'

/**
 * How a proof lies in its file: the verifier's own page, the data in one line of it, and the seal as the last line, which
 * counts every byte before it. The page shows the data; what is true is checked on the data and the bytes alone.
 */

// Put together at run time: this text stands in the page's own script, which a whole tag or comment would end.
const tag = 'script'
const comment = ['!', '-', '-'].join('')
const dataOpens = `\n<${tag} type="application/json" id="proof">`
const dataCloses = `</${tag}>\n`

const sealOpens = `<${comment} pishkhan-seal-1 `
const sealCloses = ' -->\n'
/** The seal's length in bytes, all of them ASCII: 64 digits, a blank, 128 digits between its ends. */
const sealLength = sealOpens.length + 64 + 1 + 128 + sealCloses.length

/** The page with this data in it, without the seal. Null when it is not the verifier's page. */
export function withProof(page: string, data: ProofData): string | null {
  const empty = `${dataOpens}${dataCloses}`
  const [before, after, ...more] = page.split(empty)
  if (before === undefined || after === undefined || more.length > 0) return null
  return `${before}${dataOpens}${embedded(data)}${dataCloses}${after}`
}

/** Canonical, so that the same data gives the same bytes; without a character that could end the element it stands in. */
function embedded(data: ProofData): string {
  return canonicalJson(data).replaceAll('<', '\\u003c')
}

export function sealLine(sha256: Sha256Hex, signature: SignatureHex): string {
  return `${sealOpens}${sha256} ${signature}${sealCloses}`
}

export type Seal = {
  /** What the hash is taken over: every byte before the seal. */
  readonly sealed: Uint8Array
  readonly sha256: Sha256Hex
  readonly signature: SignatureHex
}

/** The seal at the end of these bytes, in its one exact form; null when there is none. */
export function readSeal(bytes: Uint8Array): Seal | null {
  if (bytes.length < sealLength) return null
  const line = asciiText(bytes.subarray(bytes.length - sealLength))
  if (!line.startsWith(sealOpens) || !line.endsWith(sealCloses)) return null
  const [sha256, signature, ...more] = line.slice(sealOpens.length, -sealCloses.length).split(' ')
  if (sha256 === undefined || signature === undefined || more.length > 0) return null
  if (!isSha256Hex(sha256) || !isSignatureHex(signature)) return null
  return { sealed: bytes.subarray(0, bytes.length - sealLength), sha256, signature }
}

function asciiText(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')
}

/** The data's text as it stands in the file; null when the file holds none, or holds it twice. */
export function dataTextOf(file: string): string | null {
  const [, rest, ...more] = file.split(dataOpens)
  if (rest === undefined || more.length > 0) return null
  const end = rest.indexOf(dataCloses)
  return end <= 0 ? null : rest.slice(0, end)
}
