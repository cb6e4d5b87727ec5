import { MessageChannelMain, type WebContents } from 'electron'
import { exportProofItem, menuChannel, portChannel } from '../preload/channel.ts'
import { appOrigin } from './ownPage.ts'
import type { ServiceHost } from './serviceHost.ts'

/**
 * A fresh channel: one end to the service, the other to the page's top frame, if that frame is the program's own.
 * It goes to the frame itself, not to whatever document the window shows by the time the message arrives.
 */
export function handPort(contents: WebContents, service: ServiceHost): void {
  // A crashed page has no frame to post to; it is loaded again and asks anew.
  if (contents.isCrashed() || !service.isUp()) return
  const frame = contents.mainFrame
  if (frame.origin !== appOrigin) return
  const { port1, port2 } = new MessageChannelMain()
  service.admit(port1)
  frame.postMessage(portChannel, null, [port2])
}

/** Tells the page that a proof of the job it shows was asked for in the menu. */
export function askForProof(contents: WebContents): void {
  if (contents.isCrashed() || contents.mainFrame.origin !== appOrigin) return
  contents.mainFrame.postMessage(menuChannel, exportProofItem)
}
