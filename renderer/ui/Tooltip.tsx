import type { ReactElement } from 'react'
import { Tooltip as AriaTooltip, TooltipTrigger } from 'react-aria-components'
import { Kbd } from './Kbd.tsx'

/** Words for what can be focused; `children` is one React Aria button or link. */
export function Tooltip({ text, kbd, children }: { text: string; kbd?: string; children: ReactElement }) {
  return (
    <TooltipTrigger delay={500} closeDelay={80}>
      {children}
      <AriaTooltip className="tip" offset={6}>
        {text}
        {kbd !== undefined && (
          <>
            {' '}
            <Kbd keys={kbd} />
          </>
        )}
      </AriaTooltip>
    </TooltipTrigger>
  )
}
