import { mismatches } from '../../../../core/domain/materials/match.ts'
import { units } from '../../../../core/domain/materials/types.ts'
import { shortMostChars } from '../../../../core/wire/bounds.ts'
import { useMaterials } from '../../../client/queries.ts'
import { useFormat } from '../../../i18n/format.ts'
import { thousandthsOf } from '../../../i18n/interpolate.ts'
import { specText } from '../../../i18n/mismatchText.ts'
import { useText } from '../../../i18n/text.ts'
import { Button, IconButton } from '../../../ui/Button.tsx'
import { Select } from '../../../ui/Select.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import { amountText, readAmount } from '../../../ui/typedAmount.ts'
import { readTypedQuantity } from '../../../ui/typedQuantity.ts'
import { TypedField } from '../../consent/ask/TypedField.tsx'
import { useProblemText } from '../../consent/ask/problemText.ts'
import { cataloguePriceRial, type MaterialDraft, specOf } from './offerDraft.ts'
import type { MaterialProblems } from './readOffer.ts'
import { amountWritten } from './ServiceLines.tsx'

type MaterialLineProps = {
  readonly material: MaterialDraft
  readonly problems: MaterialProblems
  readonly isOpen: boolean
  readonly onChange: (material: MaterialDraft) => void
  readonly onOpen: () => void
  readonly onRemove: () => void
}

export function MaterialLine({ material, problems, isOpen, onChange, onOpen, onRemove }: MaterialLineProps) {
  const text = useText()
  const format = useFormat()
  const say = useProblemText(material)
  const money = format.moneyUnit
  const spec = specOf(material)
  const title = spec.kind === '' ? text('requests.offer.untitled') : specText(spec, text)
  const set = (change: Partial<MaterialDraft>): void => onChange({ ...material, ...change })
  const byCatalogue = cataloguePriceRial(material)
  const price = material.price ?? (byCatalogue === null ? '' : amountText(byCatalogue, money))
  // What cannot be read is said while it is typed; what is missing, when the offer is made.
  const quantity = readTypedQuantity(material.quantity, material.unit)
  const wrongQuantity = quantity.ok ? problems.quantity : quantity.error
  const amount = readAmount(price, money)
  const wrongPrice = !amount.ok && amount.error !== 'empty' ? amount.error : problems.price
  return (
    <li className="material">
      <span className="what">
        <b>
          <bdi>{title}</bdi>
        </b>
        {price === '' && <CatalogueOffer material={material} onTake={(unitPriceRial) => set({ unitPriceRial, price: null })} />}
      </span>
      <TypedField
        label={text('requests.offer.quantityOf', { title })}
        labelHidden
        className="quantity"
        inputMode="decimal"
        value={material.quantity}
        written={quantity.ok && quantity.value !== null ? thousandthsOf(format.language, quantity.value.milli) : null}
        onChange={(typed) => set({ quantity: typed })}
        error={wrongQuantity === undefined ? null : say.quantity(wrongQuantity)}
      />
      <Select
        label={text('requests.offer.unitOf', { title })}
        labelHidden
        className="unit"
        choices={units.map((id) => ({ id, label: text(`domain.unit.${id}`) }))}
        value={material.unit}
        onChange={(unit) => set({ unit })}
      />
      <TypedField
        label={text('requests.offer.priceOf', { title })}
        labelHidden
        className="price"
        inputMode="decimal"
        value={price}
        written={amountWritten(price, format)}
        onChange={(typed) => set({ price: typed })}
        suffix={<em>{text(`common.${money}`)}</em>}
        {...(byCatalogue === null ? {} : { hint: text('consent.ask.byCatalogue') })}
        error={wrongPrice === undefined ? null : say.amount(wrongPrice)}
      />
      <span className="ends">
        <IconButton icon="pencil" size="sm" label={text('requests.offer.describe', { title })} aria-expanded={isOpen} onPress={onOpen} />
        <IconButton icon="cross" size="sm" label={text('requests.offer.remove', { title })} onPress={onRemove} />
      </span>
      {isOpen && (
        <div className="spec">
          <TextField
            label={text('requests.offer.kind')}
            value={material.kind}
            onChange={(kind) => set({ kind })}
            maxLength={shortMostChars}
            error={problems.kind === undefined ? null : text('requests.offer.kindMissing')}
          />
          {(['brand', 'grade', 'partNo'] as const).map((field) => (
            <TextField
              key={field}
              label={text(`requests.offer.${field}`)}
              value={material[field]}
              onChange={(typed) => set({ [field]: typed })}
              maxLength={shortMostChars}
              optional
            />
          ))}
        </div>
      )}
    </li>
  )
}

/** So many are looked through for the one that is meant. */
const candidatesMost = 6

/** What the catalogue asks for it, where one line of it alone is what the customer named. */
function CatalogueOffer({
  material,
  onTake,
}: {
  material: MaterialDraft
  onTake: (unitPriceRial: MaterialDraft['unitPriceRial']) => void
}) {
  const text = useText()
  const format = useFormat()
  const spec = specOf(material)
  const found = useMaterials(spec.kind, candidatesMost, false, spec.kind !== '').data ?? []
  const [meant, other] = found.filter((candidate) => candidate.unit === material.unit && mismatches(spec, candidate).length === 0)
  if (meant === undefined || other !== undefined) return null
  const price = `${format.money(meant.unitPriceRial)} ${text(`common.${format.moneyUnit}`)}`
  return (
    <Button look="accent" size="sm" onPress={() => onTake(meant.unitPriceRial)}>
      {text('requests.offer.useCatalogue', {
        price: text('consent.ask.unitPrice', { price, unit: text(`domain.unit.${meant.unit}`) }),
      })}
    </Button>
  )
}
