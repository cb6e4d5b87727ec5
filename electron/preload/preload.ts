import { ipcRenderer } from 'electron'
import { exportProofItem, menuChannel, portChannel } from './channel.ts'

// The only file that touches ipcRenderer. A port comes once per load, and once more whenever the service has started again.
ipcRenderer.on(portChannel, (event) => {
  const [port] = event.ports
  if (port) window.postMessage(portChannel, window.location.origin, [port])
})

// The page decides what to do about it: the shell does not know which job is shown.
ipcRenderer.on(menuChannel, (_event, item: unknown) => {
  if (item === exportProofItem) window.postMessage({ kind: exportProofItem }, window.location.origin)
})
