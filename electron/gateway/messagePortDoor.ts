import { RPCHandler } from '@orpc/server/message-port'
import type { SupportedMessagePort } from '@orpc/client/message-port'
import type { Service } from '../service/service.ts'
import type { SyncControl } from '../service/syncControl.ts'
import { serviceRouter } from './router.ts'

/** The door of Electron's window: each page load brings a port of its own. */
export function messagePortDoor(service: Service, sync?: SyncControl): (port: SupportedMessagePort) => void {
  const handler = new RPCHandler(serviceRouter(service, sync))
  return (port) => handler.upgrade(port)
}
