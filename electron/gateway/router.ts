import { implement } from '@orpc/server'
import type { PersonId } from '../../core/basics/ids.ts'
import { err, type Result } from '../../core/basics/result.ts'
import { contract } from '../../core/contract/contract.ts'
import type { Change } from '../../core/contract/views.ts'
import type { Refusal } from '../../core/contract/refusals.ts'
import type { Service } from '../service/service.ts'
import type { SyncControl } from '../service/syncControl.ts'
import { withoutSync } from '../service/withoutSync.ts'

/** The contract, answered by the service. The same router stands behind every door. */
export function serviceRouter(service: Service, sync: SyncControl = withoutSync) {
  const on = implement(contract)
  return on.router({
    hello: on.hello.handler(() => service.hello()),
    changes: on.changes.handler(({ signal }) => changesOf(service, signal)),
    today: on.today.handler(() => service.today()),
    job: on.job.handler(({ input }) => service.job(input.jobId)),
    search: on.search.handler(({ input }) => service.search(input.text)),
    parties: on.parties.handler(({ input }) => service.parties(input.text, input.limit, input.offset)),
    party: on.party.handler(({ input }) => service.party(input.partyId)),
    freeSlot: on.freeSlot.handler(({ input }) => service.freeSlot(input.jobId)),
    mechanic: on.mechanic.handler(({ input }) => service.mechanic(input.personId)),
    materials: on.materials.handler(({ input }) => service.materials(input)),
    platformMaterials: on.platformMaterials.handler(({ input }) => service.platformMaterials(input.text, input.limit)),
    addPhoto: on.addPhoto.handler(({ input }) => service.addPhoto(input.base64)),
    photo: on.photo.handler(({ input }) => service.photo(input.hash)),
    saveConsentDraft: on.saveConsentDraft.handler(({ input }) => service.saveConsentDraft(input)),
    proof: on.proof.handler(({ input }) => service.proof(input.jobId)),
    garage: on.garage.handler(() => service.garage()),
    command: on.command.handler(({ input }) => service.command(input)),
    requests: on.requests.handler(({ input }) => service.requests(input.over, input.limit)),
    request: on.request.handler(({ input }) => service.request(input.requestId)),
    consentLink: on.consentLink.handler(({ input }) => service.consentLink(input)),
    sync: on.sync.handler(() => ({ ...sync.status(), openTasks: service.openTasks() })),
    syncWaiting: on.syncWaiting.handler(() => service.syncWaiting()),
    syncNow: on.syncNow.handler(() => {
      sync.now()
      return null
    }),
    syncTasks: on.syncTasks.handler(() => service.syncTasks()),
    join: on.join.handler(({ input: { actorId, ...at } }) => {
      if (service.garage() === null) return sync.join(at)
      return actorId === null ? err({ code: 'unknownActor' }) : asOwner(service, actorId, () => sync.join(at))
    }),
    signOut: on.signOut.handler(({ input }) => asOwner(service, input.actorId, () => sync.signOut())),
    newCode: on.newCode.handler(({ input }) => asOwner(service, input.actorId, () => sync.newCode())),
    devices: on.devices.handler(() => sync.devices()),
    revokeDevice: on.revokeDevice.handler(({ input }) => asOwner(service, input.actorId, () => sync.revokeDevice(input.device))),
    saveNetwork: on.saveNetwork.handler(({ input }) => asOwner(service, input.actorId, () => sync.saveNetwork(input.network))),
    previewBookings: on.previewBookings.handler(({ input }) => service.previewBookings(input.fileName, input.text)),
    setUp: on.setUp.handler(({ input }) => service.setUp(input)),
    startDemo: on.startDemo.handler(() => service.startDemo()),
    leaveDemo: on.leaveDemo.handler(() => service.leaveDemo()),
  })
}

/** Only the owner says how the garage is connected. */
async function asOwner<Value, Problem>(
  service: Service,
  actorId: PersonId,
  act: () => Promise<Result<Value, Problem>>,
): Promise<Result<Value, Problem | Refusal>> {
  const denied = service.ownerRefusal(actorId)
  return denied === null ? await act() : err(denied)
}

/**
 * Changes as a stream until the page goes away. It begins with one that asks for everything: from the moment a page
 * reads it, nothing can happen unseen between its first questions and its first news.
 */
async function* changesOf(service: Service, signal: AbortSignal | undefined): AsyncGenerator<Change, void> {
  const waiting: Change[] = [{ topics: ['everything'], jobIds: [] }]
  let next = Promise.withResolvers<'change' | 'end'>()
  const stopListening = service.onChange((change) => {
    waiting.push(change)
    next.resolve('change')
  })
  signal?.addEventListener('abort', () => next.resolve('end'), { once: true })
  try {
    while (true) {
      while (waiting.length > 0) yield* waiting.splice(0)
      if (signal?.aborted === true || (await next.promise) === 'end') return
      next = Promise.withResolvers()
    }
  } finally {
    stopListening()
  }
}
