import type { RequestStatus } from '../../../core/domain/request/types.ts'
import { useText } from '../../i18n/text.ts'
import { Chip, type ChipLook } from '../../ui/Chip.tsx'
import type { IconName } from '../../ui/Icon.tsx'

const looks: Readonly<Record<RequestStatus, { readonly look: ChipLook; readonly icon: IconName }>> = {
  new: { look: 'wait', icon: 'message' },
  missed: { look: 'late', icon: 'late' },
  offered: { look: 'onTime', icon: 'clock' },
  expired: { look: 'late', icon: 'late' },
  accepted: { look: 'ready', icon: 'done' },
  takenBack: { look: 'noShow', icon: 'undo' },
  declined: { look: 'noShow', icon: 'forbidden' },
}

export function StatusChip({ status }: { status: RequestStatus }) {
  const text = useText()
  return <Chip {...looks[status]}>{text(`requests.status.${status}`)}</Chip>
}
