import { Link, useParams } from 'wouter'
import { assertNever } from '../../../core/basics/assertNever.ts'
import type { CommandType } from '../../../core/domain/commands.ts'
import { Screen } from '../../app/shell/Shell.tsx'
import { useHello } from '../../client/queries.ts'
import { useText } from '../../i18n/text.ts'
import { Icon } from '../../ui/Icon.tsx'
import { ScrollArea } from '../../ui/ScrollArea.tsx'
import { useDeskCommand } from '../jobActions/useDeskCommand.ts'
import { NetworkSection } from '../sync/connect/NetworkSection.tsx'
import { PlatformSection } from '../sync/connect/PlatformSection.tsx'
import { AboutSection } from './about/AboutSection.tsx'
import { BaysSection } from './bays/BaysSection.tsx'
import { CatalogueSection } from './catalogue/CatalogueSection.tsx'
import { DisplaySection } from './DisplaySection.tsx'
import { GarageSection } from './GarageSection.tsx'
import { HoursSection } from './hours/HoursSection.tsx'
import { PeopleSection } from './people/PeopleSection.tsx'
import { QueueSection } from './queue/QueueSection.tsx'
import { ServicesSection } from './services/ServicesSection.tsx'
import type { SectionProps } from './section.ts'
import { VatSection } from './vat/VatSection.tsx'

const sections = [
  'garage',
  'bays',
  'people',
  'hours',
  'queue',
  'services',
  'materials',
  'vat',
  'platform',
  'network',
  'display',
  'about',
] as const
type SectionId = (typeof sections)[number]

/** What changing a section asks for; null where nothing of the garage is changed. */
const changedBy: Readonly<Record<SectionId, CommandType | null>> = {
  garage: 'saveProfile',
  bays: 'saveBay',
  people: 'savePerson',
  hours: 'saveHours',
  queue: 'saveQueueSettings',
  services: 'saveService',
  materials: 'saveMaterial',
  vat: 'saveVatRates',
  // No command of the log: the owner's, as what the whole garage is set to.
  platform: 'saveProfile',
  network: 'saveProfile',
  display: null,
  about: null,
}

/** `#/settings/:section`: what the owner sets; everybody may look. */
export function SettingsPage() {
  const { section } = useParams<{ section?: string }>()
  const text = useText()
  const { may } = useDeskCommand()
  const garage = useHello().data?.garage ?? null
  const here = sections.find((id) => id === section) ?? 'garage'
  const command = changedBy[here]
  const isReadOnly = command !== null && !may(command)
  return (
    <Screen title={text('settings.title')}>
      <div className="settings">
        <nav aria-label={text('settings.sections')}>
          <h1>{text('settings.title')}</h1>
          {sections.map((id) => (
            <Link key={id} href={`/settings/${id}`} aria-current={id === here ? 'page' : undefined}>
              {text(`settings.section.${id}`)}
            </Link>
          ))}
        </nav>
        <ScrollArea className="settings-main" label={text(`settings.section.${here}`)}>
          {isReadOnly && (
            <p className="read-only">
              <Icon name="lock" size="m" />
              {text('settings.readOnly')}
            </p>
          )}
          {garage !== null && <Section key={here} id={here} garage={garage} isReadOnly={isReadOnly} />}
        </ScrollArea>
      </div>
    </Screen>
  )
}

function Section({ id, ...props }: SectionProps & { readonly id: SectionId }) {
  switch (id) {
    case 'garage':
      return <GarageSection {...props} />
    case 'bays':
      return <BaysSection {...props} />
    case 'people':
      return <PeopleSection {...props} />
    case 'hours':
      return <HoursSection {...props} />
    case 'queue':
      return <QueueSection {...props} />
    case 'services':
      return <ServicesSection {...props} />
    case 'materials':
      return <CatalogueSection {...props} />
    case 'vat':
      return <VatSection {...props} />
    case 'platform':
      return <PlatformSection {...props} />
    case 'network':
      return <NetworkSection {...props} />
    case 'display':
      return <DisplaySection />
    case 'about':
      return <AboutSection {...props} />
    default:
      return assertNever(id)
  }
}
