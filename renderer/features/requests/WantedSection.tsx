import type { Wanted } from '../../../core/domain/request/types.ts'
import { useHello } from '../../client/queries.ts'
import { useFormat } from '../../i18n/format.ts'
import { specText } from '../../i18n/mismatchText.ts'
import { useText } from '../../i18n/text.ts'

/** What the customer wrote, as he wrote it. */
export function WantedSection({ wanted: { services, materials, note } }: { wanted: Wanted }) {
  const text = useText()
  const format = useFormat()
  const listed = useHello().data?.garage?.services.filter(({ active }) => active) ?? []
  return (
    <section className="job-sec wanted-req">
      <h2>{text('requests.wantedTitle')}</h2>
      <dl>
        <dt>{text('requests.wantedServices')}</dt>
        <dd>
          <ul>
            {services.map(({ serviceId, title }, index) => (
              // oxlint-disable-next-line react/no-array-index-key -- what was asked never changes
              <li key={index}>
                <b>{title}</b>
                {listed.every((service) => service.serviceId !== serviceId) && <small> {text('requests.notInList')}</small>}
              </li>
            ))}
          </ul>
        </dd>
        {materials.length > 0 && (
          <>
            <dt>{text('requests.wantedMaterials')}</dt>
            <dd>
              <ul>
                {materials.map(({ spec, quantity }, index) => (
                  // oxlint-disable-next-line react/no-array-index-key -- what was asked never changes
                  <li key={index}>
                    <bdi>{specText(spec, text)}</bdi> <small>{format.quantity(quantity)}</small>
                  </li>
                ))}
              </ul>
            </dd>
          </>
        )}
        {note !== '' && (
          <>
            <dt>{text('requests.wantedNote')}</dt>
            <dd className="own-words">
              <bdi>{note}</bdi>
            </dd>
          </>
        )}
      </dl>
    </section>
  )
}
