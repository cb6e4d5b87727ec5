import { assertNever } from '../../../core/basics/assertNever.ts'
import { WeekEditor } from '../settings/hours/WeekEditor.tsx'
import { JoinFields } from '../sync/connect/JoinFields.tsx'
import type { Join } from '../sync/connect/useJoin.ts'
import { BaysStep } from './BaysStep.tsx'
import { GarageStep } from './GarageStep.tsx'
import { PeopleStep } from './PeopleStep.tsx'
import { ServicesStep } from './ServicesStep.tsx'
import { SummaryStep } from './SummaryStep.tsx'
import { WelcomeStep } from './WelcomeStep.tsx'
import type { StepProps } from './step.ts'

type StepContentProps = StepProps & { readonly join: Join; readonly onBegin: () => void; readonly onJoin: () => void }

export function StepContent({ onBegin, onJoin, join, ...props }: StepContentProps) {
  const { draft, problems, wasAsked, onChange } = props
  switch (draft.step) {
    case 'welcome':
      return <WelcomeStep onBegin={onBegin} onJoin={onJoin} />
    case 'garage':
      return <GarageStep {...props} />
    case 'hours':
      return <WeekEditor value={draft.week} onChange={(week) => onChange({ week })} problems={wasAsked ? problems.hours : new Map()} />
    case 'bays':
      return <BaysStep {...props} />
    case 'people':
      return <PeopleStep {...props} />
    case 'services':
      return <ServicesStep {...props} />
    case 'summary':
      return <SummaryStep {...props} />
    case 'connect':
      return (
        <div className="setup-fields">
          <JoinFields join={join} />
        </div>
      )
    default:
      return assertNever(draft.step)
  }
}
