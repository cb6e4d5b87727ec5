import type { ReactNode } from 'react'
import type { ArrivalClass } from '../../core/domain/queue/types.ts'
import { useText } from '../i18n/text.ts'
import { Icon, type IconName } from './Icon.tsx'

export type ChipLook = 'plain' | 'onTime' | 'late' | 'noSlot' | 'noShow' | 'off' | 'wait' | 'ready' | 'danger'

/** A state in one or two words: the shape says it before the colour does. */
export function Chip({ look = 'plain', icon, children }: { look?: ChipLook; icon?: IconName; children: ReactNode }) {
  return (
    <span className={`chip ${look}`}>
      {icon !== undefined && <Icon name={icon} />}
      {children}
    </span>
  )
}

const classIcons: Readonly<Record<ArrivalClass, IconName>> = { onTime: 'done', late: 'late', noSlot: 'noSlot' }

/** On time: a circle with a tick; late: a clock; no slot: a diamond. Late is dark, not red: it is no error. */
export function ClassChip({ arrivalClass }: { arrivalClass: ArrivalClass }) {
  const text = useText()
  return (
    <Chip look={arrivalClass} icon={classIcons[arrivalClass]}>
      {text(`domain.arrivalClass.${arrivalClass}`)}
    </Chip>
  )
}

export function OffPlatformChip() {
  return <Chip look="off">{useText()('domain.offPlatform')}</Chip>
}

export function NoShowChip() {
  return (
    <Chip look="noShow" icon="cross">
      {useText()('domain.noShow')}
    </Chip>
  )
}
