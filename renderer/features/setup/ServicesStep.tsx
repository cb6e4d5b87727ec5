import { quotedBoundsMin, shortMostChars } from '../../../core/wire/bounds.ts'
import { useFormat } from '../../i18n/format.ts'
import { useText } from '../../i18n/text.ts'
import { Button } from '../../ui/Button.tsx'
import { Checkbox } from '../../ui/Checkbox.tsx'
import { MoneyField } from '../../ui/MoneyField.tsx'
import { NumberField } from '../../ui/NumberField.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { needsWords } from '../settings/needsWords.ts'
import { nextKey, type ServiceDraft } from './draft.ts'
import type { StepProps } from './step.ts'

export function ServicesStep({ draft, problems, wasAsked, onChange }: StepProps) {
  const text = useText()
  const format = useFormat()
  const { services } = draft
  const set = (index: number, part: Partial<ServiceDraft>): void =>
    onChange({ services: services.map((service, at) => (at === index ? { ...service, ...part } : service)) })
  const unit = text(`common.${format.moneyUnit}`)
  return (
    <>
      <table className="tbl setup-services">
        <thead>
          <tr>
            <th scope="col">{text('setup.services.service')}</th>
            <th scope="col">{text('setup.services.minutes')}</th>
            <th scope="col">{text('setup.services.price', { unit })}</th>
            <th scope="col">{text('setup.services.needs')}</th>
          </tr>
        </thead>
        <tbody>
          {services.map((service, index) => {
            const problem = wasAsked ? problems.services.get(service.key) : undefined
            return (
              <tr key={service.key} className={service.isOffered ? '' : 'off'}>
                <td>
                  <div className="offer">
                    <Checkbox isSelected={service.isOffered} onChange={(isOffered) => set(index, { isOffered })}>
                      <span className="vh">{text('setup.services.offered', { title: service.title })}</span>
                    </Checkbox>
                    <TextField
                      label={text('setup.services.service')}
                      labelHidden
                      placeholder={text('setup.services.newTitle')}
                      value={service.title}
                      onChange={(title) => set(index, { title })}
                      maxLength={shortMostChars}
                      isDisabled={!service.isOffered}
                      error={problem === 'nameMissing' || problem === 'nameTaken' ? text(`setup.${problem}`) : null}
                    />
                  </div>
                </td>
                <td>
                  <NumberField
                    label={`${text('setup.services.minutes')} ${service.title}`}
                    labelHidden
                    value={service.quotedMin}
                    onChange={(quotedMin) => set(index, { quotedMin })}
                    least={quotedBoundsMin.least}
                    most={quotedBoundsMin.most}
                    step={5}
                    isDisabled={!service.isOffered}
                    error={problem === 'minutesWrong' ? text('setup.services.minutesWrong') : null}
                  />
                </td>
                <td>
                  <MoneyField
                    label={`${text('setup.services.price', { unit })} ${service.title}`}
                    labelHidden
                    value={service.priceRial}
                    onChange={(priceRial) => set(index, { priceRial })}
                    isDisabled={!service.isOffered}
                  />
                </td>
                <td className="needs">{needsWords(service.needs, text, format)}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
      <Button
        look="quiet"
        icon="add"
        onPress={() =>
          onChange({
            services: [
              ...services,
              {
                key: nextKey(services),
                title: '',
                quotedMin: 30,
                priceRial: null,
                needs: { skills: [], bayKinds: [] },
                isOffered: true,
              },
            ],
          })
        }
      >
        {text('setup.services.add')}
      </Button>
    </>
  )
}
