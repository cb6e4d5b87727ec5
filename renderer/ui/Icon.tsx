import { type IconName, icons } from './icons.ts'

export type { IconName }
/** s 14, m 16, base 18, l 22, xl 28 px. */
export type IconSize = 's' | 'm' | 'base' | 'l' | 'xl'

const onward: readonly IconName[] = ['onward', 'back', 'undo', 'move']

/** Always decoration: the word beside it, or its button's label, says what it means. */
export function Icon({ name, size = 'base', className = '' }: { name: IconName; size?: IconSize; className?: string }) {
  return (
    <svg className={`ic ${size} ${onward.includes(name) ? 'flips' : ''} ${className}`} viewBox="0 0 20 20" aria-hidden="true">
      <path d={icons[name]} />
    </svg>
  )
}
