import type { JobCard } from '../../../core/contract/views.ts'
import { useText } from '../../i18n/text.ts'
import { PersonName } from '../../ui/PersonName.tsx'

/** `پژو ۲۰۶ · مریم ا.` */
export function CarLine({ card }: { card: JobCard }) {
  const { model } = card.vehicle
  const { name } = card.customer
  return (
    <p className="car names">
      {model !== '' && <bdi>{model}</bdi>}
      {name !== '' && (
        <span className={model === '' ? '' : 'dotsep'}>
          <PersonName name={name} short />
        </span>
      )}
    </p>
  )
}

export function ServicesLine({ card }: { card: JobCard }) {
  const titles = useServiceTitles(card)
  return (
    <p className="svc" title={titles}>
      <span dir="auto">{titles}</span>
    </p>
  )
}

export function useServiceTitles(card: JobCard): string {
  const text = useText()
  return card.services.map(({ title }) => title).join(text('common.comma'))
}
