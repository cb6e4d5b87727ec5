import type { Session, WebContents } from 'electron'
import { isOwnUrl } from './ownPage.ts'

/** The page asks the service for everything; of the browser's own powers it needs none. */
export function denyPermissions(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)
}

/**
 * For every web contents that comes into being, whoever made it. The page may reload itself; nothing may lead it, or a frame
 * in it, elsewhere, and nothing may open beside it.
 */
export function guardContents(contents: WebContents): void {
  contents.on('will-frame-navigate', (event) => {
    if (!event.isMainFrame || !isOwnUrl(event.url)) event.preventDefault()
  })
  contents.on('will-redirect', (event) => event.preventDefault())
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
}
