import { materialsMost } from '../../../core/wire/bounds.ts'
import { useText } from '../../i18n/text.ts'
import { IconButton } from '../../ui/Button.tsx'
import { Money } from '../../ui/Money.tsx'
import { QuantityField } from '../../ui/QuantityField.tsx'
import { SpecWords } from '../mechanic/LineDetail.tsx'
import { MaterialSearch } from '../mechanic/MaterialSearch.tsx'
import { priceOf, type WantedMaterial, withOneMore } from './wantedMaterials.ts'

type MaterialPickerProps = {
  readonly value: readonly WantedMaterial[]
  readonly onChange: (wanted: readonly WantedMaterial[]) => void
  /** Set once the form was sent: an empty quantity is then asked for. */
  readonly wasAsked: boolean
}

/** The parts and materials that a visit asks for, from the catalogue, each with its quantity and what it comes to. */
export function MaterialPicker({ value, onChange, wasAsked }: MaterialPickerProps) {
  const text = useText()
  return (
    <div className="wanted">
      {value.length > 0 && (
        <ul>
          {value.map((wanted, index) => {
            const priceRial = priceOf(wanted)
            return (
              <li key={wanted.key}>
                <span className="what">
                  <b>{wanted.spec.kind}</b>{' '}
                  <small>
                    <SpecWords spec={wanted.spec} />
                  </small>
                </span>
                <QuantityField
                  label={text('newVisit.quantityOf', { part: wanted.spec.kind })}
                  labelHidden
                  unit={wanted.unit}
                  value={wanted.quantity}
                  onChange={(quantity) => onChange(value.with(index, { ...wanted, quantity }))}
                  error={wasAsked && wanted.quantity === null ? text('mechanic.entry.quantityMissing') : null}
                />
                <span className="price">{priceRial !== null && <Money rial={priceRial} unit />}</span>
                <IconButton
                  icon="cross"
                  size="sm"
                  label={text('newVisit.removeService', { title: wanted.spec.kind })}
                  onPress={() => onChange(value.toSpliced(index, 1))}
                />
              </li>
            )
          })}
        </ul>
      )}
      {value.length < materialsMost && (
        <MaterialSearch
          label={text('newVisit.materials')}
          labelHidden={value.length > 0}
          placeholder={text('newVisit.materialsHint')}
          onPick={(material) => onChange(withOneMore(value, material))}
          renderEnd={({ unitPriceRial }) => <Money rial={unitPriceRial} />}
        />
      )}
    </div>
  )
}
