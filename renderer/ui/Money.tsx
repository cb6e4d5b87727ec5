import type { Rial } from '../../core/basics/rial.ts'
import { useFormat } from '../i18n/format.ts'
import { useText } from '../i18n/text.ts'

/** An amount in the unit the garage shows, isolated from the sentence; with the unit's name when `unit` is set. */
export function Money({ rial, unit = false }: { rial: Rial; unit?: boolean }) {
  const format = useFormat()
  const text = useText()
  if (!unit) return <bdi>{format.money(rial)}</bdi>
  return (
    <>
      <bdi>{format.money(rial)}</bdi> <small>{text(`common.${format.moneyUnit}`)}</small>
    </>
  )
}
