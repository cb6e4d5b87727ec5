import { err, ok } from '../../core/basics/result.ts'
import type { StartProblem } from '../../core/contract/views.ts'
import type { Service, ServiceOptions } from './service.ts'

/** Stands in when the database cannot be opened: it tells the page why, and does nothing else. */
export function blockedService(problem: StartProblem, { programVersion, clock }: ServiceOptions): Service {
  return {
    hello: () => ({ programVersion, problem, garage: null, nowUtcMs: clock.wallUtcMs() }),
    today: () => null,
    job: () => null,
    search: () => [],
    parties: () => ({ total: 0, lines: [] }),
    party: () => null,
    freeSlot: () => null,
    mechanic: () => null,
    materials: () => [],
    platformMaterials: () => [],
    addPhoto: () => err({ code: 'photoKindUnknown' }),
    photo: () => null,
    saveConsentDraft: () => null,
    proof: () => null,
    garage: () => null,
    command: noGarage,
    requests: () => [],
    request: () => null,
    consentLink: noGarage,
    syncTasks: () => [],
    openTasks: () => 0,
    syncWaiting: () => [],
    ownerRefusal: () => ({ code: 'noGarage' }),
    garageForSync: () => null,
    onGarageChanged: () => () => {},
    previewBookings: () => ok({ good: 0, bad: 0, alreadyTaken: 0, rows: [] }),
    setUp: noGarage,
    startDemo: noGarage,
    leaveDemo: noGarage,
    onChange: () => () => {},
    passMinute: () => {},
    stop: () => {},
  }
}

function noGarage() {
  return err({ code: 'noGarage' })
}
