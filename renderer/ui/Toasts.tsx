import {
  Button as AriaButton,
  Text as AriaText,
  UNSTABLE_Toast as Toast,
  UNSTABLE_ToastContent as ToastContent,
  UNSTABLE_ToastList as ToastList,
  UNSTABLE_ToastRegion as ToastRegion,
} from 'react-aria-components'
import { useText } from '../i18n/text.ts'
import { Button } from './Button.tsx'
import { Icon, type IconName } from './Icon.tsx'
import { type ToastLook, toastQueue, type ToastWords } from './toasts.ts'

const marks: Readonly<Record<ToastLook, IconName>> = { done: 'done', news: 'info', danger: 'warning' }

/** Stands once in the page; see toasts.ts for saying something. */
export function Toasts() {
  const text = useText()
  return (
    <ToastRegion queue={toastQueue} className="toasts">
      <ToastList<ToastWords>>
        {({ toast }) => {
          const { say, look, action } = toast.content
          return (
            <Toast toast={toast} className={`toast ${look}`}>
              <ToastContent className="words">
                <Icon name={marks[look]} className="mark" />
                <AriaText slot="title">{say}</AriaText>
              </ToastContent>
              {action !== undefined && (
                <Button
                  look="quiet"
                  size="sm"
                  {...(action.kbd === undefined ? {} : { kbd: action.kbd })}
                  onPress={() => {
                    action.onAction()
                    toastQueue.close(toast.key)
                  }}
                >
                  {action.label}
                </Button>
              )}
              <AriaButton slot="close" aria-label={text('common.close')} className="btn quiet icon sm">
                <Icon name="cross" size="s" />
              </AriaButton>
            </Toast>
          )
        }}
      </ToastList>
    </ToastRegion>
  )
}
