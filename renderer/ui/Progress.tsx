import { ProgressBar as AriaProgressBar } from 'react-aria-components'
import { useText } from '../i18n/text.ts'
import { Button } from './Button.tsx'

export type BarLook = 'run' | 'held' | 'over'

/** A thin bar of work done: solid while it runs, striped while it stands, red stripes past the estimate. The words beside it carry the numbers. */
export function Bar({ share, look = 'run' }: { share: number; look?: BarLook }) {
  return (
    <span className={`bar ${look}`} aria-hidden="true">
      <i style={{ inlineSize: `${Math.min(1, Math.max(0, share)) * 100}%` }} />
    </span>
  )
}

/** Anything over 400 ms: what is under way, how far (null when it cannot be known), and a way to stop it. */
export function Progress({ label, share, onCancel }: { label: string; share: number | null; onCancel?: () => void }) {
  const text = useText()
  return (
    <div className={`progress ${share === null ? 'unsure' : ''}`}>
      <span aria-hidden="true">{label}</span>
      {onCancel !== undefined && (
        <Button look="quiet" size="sm" onPress={onCancel}>
          {text('common.enough')}
        </Button>
      )}
      <AriaProgressBar aria-label={label} {...(share === null ? { isIndeterminate: true } : { value: share * 100 })} className="bar">
        <i {...(share === null ? {} : { style: { inlineSize: `${share * 100}%` } })} />
      </AriaProgressBar>
    </div>
  )
}
