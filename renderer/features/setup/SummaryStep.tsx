import { useText } from '../../i18n/text.ts'
import { namedPeople } from './check.ts'
import type { StepProps } from './step.ts'
import { StepProblem } from './StepProblem.tsx'

export function SummaryStep({ draft }: StepProps) {
  const text = useText()
  const people = namedPeople(draft)
  const offered = draft.services.filter(({ isOffered }) => isOffered)
  const unpriced = offered.filter(({ priceRial }) => priceRial === null).length
  const openDays = draft.week.filter((day) => day.length > 0).length
  return (
    <>
      <dl className="setup-summary">
        <dt>{text('setup.summary.garage')}</dt>
        <dd>{[draft.name, draft.phone, draft.address].filter((part) => part.trim() !== '').join(text('common.listComma'))}</dd>
        <dt>{text('setup.summary.hours')}</dt>
        <dd>{text('setup.summary.openDays', { count: openDays })}</dd>
        <dt>{text('setup.summary.bays')}</dt>
        <dd>{draft.bays.map(({ name, kind }) => `${name} (${text(`domain.bayKind.${kind}`)})`).join(text('common.listComma'))}</dd>
        <dt>{text('setup.summary.people')}</dt>
        <dd>{people.map(({ name, role }) => `${name} (${text(`domain.role.${role}`)})`).join(text('common.listComma'))}</dd>
        <dt>{text('setup.summary.services')}</dt>
        <dd>
          {[
            text('setup.summary.serviceCount', { count: offered.length }),
            ...(unpriced === 0 ? [] : [text('setup.summary.unpriced', { count: unpriced })]),
          ].join(text('common.listComma'))}
        </dd>
      </dl>
      <StepProblem words={people.some(({ role }) => role === 'mechanic') ? null : text('setup.people.noMechanic')} />
    </>
  )
}
