import { useText } from '../../../i18n/text.ts'
import type { MaterialDraft } from './offerDraft.ts'
import { MaterialLine } from './MaterialLine.tsx'
import type { OfferProblems } from './readOffer.ts'

type MaterialLinesProps = {
  readonly value: readonly MaterialDraft[]
  readonly onChange: (materials: readonly MaterialDraft[]) => void
  readonly problems: OfferProblems['materials']
  readonly openKey: string | null
  readonly onOpen: (key: string | null) => void
}

/** Parts and materials with their quantity and the price of the whole line. */
export function MaterialLines({ value, onChange, problems, openKey, onOpen }: MaterialLinesProps) {
  const text = useText()
  return (
    <ul className="offer-lines" aria-label={text('requests.offer.materials')}>
      {value.map((material, index) => (
        <MaterialLine
          key={material.key}
          material={material}
          problems={problems[material.key] ?? {}}
          isOpen={material.key === openKey || problems[material.key]?.kind !== undefined}
          onChange={(next) => onChange(value.with(index, next))}
          onOpen={() => onOpen(material.key === openKey ? null : material.key)}
          onRemove={() => onChange(value.toSpliced(index, 1))}
        />
      ))}
    </ul>
  )
}
