import { ipcRenderer } from 'electron'
import { portChannel } from './channel.ts'

// The only file that touches ipcRenderer. A port comes once per load, and once more whenever the service has started again.
ipcRenderer.on(portChannel, (event) => {
  const [port] = event.ports
  if (port) window.postMessage(portChannel, window.location.origin, [port])
})
