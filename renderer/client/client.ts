import { createORPCClient } from '@orpc/client'
import type { ContractRouterClient } from '@orpc/contract'
import type { contract } from '../../core/contract/contract.ts'
import { keepConnected } from './connection.ts'
import { connectPorts, connectSocket } from './doors.ts'
import { pageKey, takePageKey } from './pageKey.ts'

export type Client = ContractRouterClient<typeof contract>

takePageKey(window)

/** Under Electron's own scheme the door is a port, in a browser a socket of the same host. */
export const connector = keepConnected(
  location.protocol === 'app:' ? connectPorts(window) : connectSocket(`ws://${location.host}/ws`, () => pageKey(window)),
)

/** Every call of the contract, over whichever door this page came through. */
export const client: Client = createORPCClient(connector.link)
