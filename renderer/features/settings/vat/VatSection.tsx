import { type FormEvent, useState } from 'react'
import type { VatRate } from '../../../../core/domain/pricing/types.ts'
import { vatRateOn } from '../../../../core/domain/pricing/vat.ts'
import { useFormat } from '../../../i18n/format.ts'
import { useText } from '../../../i18n/text.ts'
import { useMinute } from '../../../stores/clock.ts'
import { IconButton } from '../../../ui/Button.tsx'
import { Chip } from '../../../ui/Chip.tsx'
import { Icon } from '../../../ui/Icon.tsx'
import { Day } from '../../../ui/Moment.tsx'
import { SaveBar } from '../SaveBar.tsx'
import { SectionHead } from '../SectionHead.tsx'
import type { SectionProps } from '../section.ts'
import { useSave } from '../useSave.ts'
import { NewRate } from './NewRate.tsx'

/** Rates by the day from which they hold; the newest first, the one that holds now marked. */
export function VatSection({ garage, isReadOnly }: SectionProps) {
  const text = useText()
  const format = useFormat()
  const [changed, setChanged] = useState<readonly VatRate[] | null>(null)
  const { save, isSaving, besides } = useSave()
  const rates = (changed ?? garage.vatRates).toSorted((a, b) => b.from.localeCompare(a.from))
  const current = vatRateOn(rates, format.day(useMinute()))
  const submit = async (): Promise<void> => {
    if (changed !== null && (await save({ type: 'saveVatRates', vatRates: changed }))) setChanged(null)
  }
  return (
    <form
      className="settings-form"
      noValidate
      onSubmit={(event: FormEvent) => {
        event.preventDefault()
        void submit()
      }}
    >
      <SectionHead title={text('settings.section.vat')} say={text('catalogue.vat.say')} />
      {rates.length === 0 ? (
        <p className="nothing">{text('catalogue.vat.none')}</p>
      ) : (
        <ul className="vat-rates">
          {rates.map(({ from, ratePermyriad }) => (
            <li key={from}>
              <b>
                <bdi>{format.percent(ratePermyriad)}</bdi>
              </b>
              <span>
                {text('catalogue.vat.from')} <Day date={from} />
              </span>
              {from === current?.from && <Chip look="onTime">{text('catalogue.vat.now')}</Chip>}
              {!isReadOnly && (
                <IconButton
                  icon="cross"
                  size="sm"
                  label={text('catalogue.vat.remove', { date: format.dayMonthYear(from) })}
                  onPress={() => setChanged(rates.filter((rate) => rate.from !== from))}
                />
              )}
            </li>
          ))}
        </ul>
      )}
      {!isReadOnly && <NewRate taken={rates} onAdd={(rate) => setChanged([...rates, rate])} />}
      <p className="no-claim">
        <Icon name="info" size="m" />
        {text('catalogue.vat.noClaim')}
      </p>
      {!isReadOnly && <SaveBar isChanged={changed !== null} isSaving={isSaving} problem={besides()} onDiscard={() => setChanged(null)} />}
    </form>
  )
}
