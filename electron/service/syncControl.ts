import type { DeviceId } from '../../core/basics/ids.ts'
import type { Result } from '../../core/basics/result.ts'
import type { DeviceLine, NetworkSettings, NewCode, SyncRefusal, SyncStatus } from '../../core/contract/syncViews.ts'

/**
 * What the doors and the service need of sync, whatever does it (electron/sync). Rights are checked by the service before any
 * of this is asked. Nothing here throws for what a network or a server can do.
 */
export type SyncControl = {
  /** Without the tasks, which the service knows. */
  readonly status: () => Omit<SyncStatus, 'openTasks'>
  /** Facts were committed: they are sent as soon as the push in flight is answered. */
  readonly wake: () => void
  /** Tries now, whatever the back-off says. */
  readonly now: () => void
  readonly join: (input: {
    readonly url: string
    readonly code: string
    readonly deviceName: string
  }) => Promise<Result<{ readonly garageName: string; readonly isFirst: boolean }, SyncRefusal>>
  readonly signOut: () => Promise<Result<null, SyncRefusal>>
  readonly newCode: () => Promise<Result<NewCode, SyncRefusal>>
  readonly devices: () => Promise<Result<readonly DeviceLine[], SyncRefusal>>
  readonly revokeDevice: (device: DeviceId) => Promise<Result<null, SyncRefusal>>
  readonly saveNetwork: (network: NetworkSettings) => Promise<Result<null, SyncRefusal>>
  readonly stop: () => Promise<void>
}
