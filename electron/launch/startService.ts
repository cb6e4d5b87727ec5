import { blockedService } from '../service/blockedService.ts'
import { openService, type Service, type ServiceOptions } from '../service/service.ts'

/** A service in any case: when the database cannot be opened, one that says so on the screen. */
export function startService(options: ServiceOptions): Service {
  const opened = openService(options)
  return opened.ok ? opened.value : blockedService(opened.error, options)
}
