import { useState } from 'react'
import type { Material, Quantity } from '../../../core/domain/materials/types.ts'
import { client } from '../../client/client.ts'
import { useRefusalText } from '../../i18n/refusalText.ts'
import { showToast } from '../../ui/toasts.ts'
import { platformPartOf } from '../scan/cataloguePart.ts'
import { type EntryStep, type HandDraft, handOfPlatform } from './entryStep.ts'
import { fittingLine, partOf, partTyped, scannedQuantity, scannedMaterial } from './fitting.ts'
import type { PartLine } from './partLines.ts'
import type { PartToLog, PartWork } from './usePartWork.ts'

/** Barcodes are exact: the service answers with the one line, or with lines that hold the digits elsewhere. */
const scanAnswers = 5

export type PartEntry = {
  /** Null while nothing is being entered. */
  readonly step: EntryStep | null
  readonly go: (step: EntryStep | null) => void
  readonly isSending: boolean
  /** Words of a refusal that is no mismatch. */
  readonly problem: string | null
  readonly scan: (code: string) => void
  readonly logMaterial: (material: Material, quantity: Quantity, source: 'catalogue' | 'barcode') => void
  readonly logTyped: (draft: HandDraft) => void
}

/** Logging by barcode, from the catalogue and by hand, each judged by the service against what the customer agreed to. */
export function usePartEntry(lines: readonly PartLine[], work: PartWork, first: EntryStep | null = null): PartEntry {
  const refusalText = useRefusalText()
  const [step, setStep] = useState<EntryStep | null>(first)
  const [isSending, setSending] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)

  const go = (next: EntryStep | null): void => {
    setProblem(null)
    setStep(next)
  }
  const send = async (toLog: PartToLog, back: EntryStep): Promise<void> => {
    // A form is sent once; scans follow each other as fast as packets are held before the scanner.
    if (isSending && step !== null) return
    setSending(true)
    const outcome = await work.log(toLog)
    setSending(false)
    if (outcome.ok) go(null)
    else if (outcome.error.code === 'partMismatch') go({ kind: 'mismatch', part: outcome.error.part, nearest: outcome.error.nearest, back })
    else if (outcome.error.code !== 'failed') {
      // Without an open window there is no place for it beside the fields.
      if (step === null) showToast({ look: 'danger', say: refusalText(outcome.error) })
      else setProblem(refusalText(outcome.error))
    }
  }
  const logMaterial = (material: Material, quantity: Quantity, source: 'catalogue' | 'barcode'): void => {
    const part = partOf(material)
    void send({ basis: fittingLine(lines, part)?.basis ?? null, part, quantity, source }, { kind: 'find' })
  }
  const scan = async (code: string): Promise<void> => {
    const material = scannedMaterial(await client.materials({ text: code, limit: scanAnswers, alsoInactive: false }), code)
    if (material === null) {
      const part = await platformPartOf(code)
      return go(part === null ? { kind: 'unknown', code } : { kind: 'hand', draft: handOfPlatform(part) })
    }
    logMaterial(material, scannedQuantity(fittingLine(lines, material), material), 'barcode')
  }
  const logTyped = (draft: HandDraft): void => {
    const part = partTyped(draft, draft.barcode)
    void send({ basis: fittingLine(lines, part)?.basis ?? null, part, quantity: draft.quantity, source: 'hand' }, { kind: 'hand', draft })
  }
  return { step, go, isSending, problem, scan: (code) => void scan(code), logMaterial, logTyped }
}
