import { createSync } from '../sync/control.ts'
import { defaultMarksFolder } from '../sync/installation.ts'
import { blockedService } from '../service/blockedService.ts'
import { openService, type Service, type ServiceOptions } from '../service/service.ts'
import type { SyncControl } from '../service/syncControl.ts'

/** A service in any case: when the database cannot be opened, one that says so on the screen. */
export function startService(options: ServiceOptions): Service {
  const opened = openService(options)
  return opened.ok ? opened.value : blockedService(opened.error, options)
}

/** Sync beside the service, from the first moment: a copied data folder gets its new device id before anything is written. */
export function startSync(service: Service, { dataFolder, programVersion }: ServiceOptions): SyncControl {
  return createSync({ source: service, dataFolder, marksFolder: defaultMarksFolder(), programVersion })
}
