import { type FormEvent, useRef } from 'react'
import type { UtcMs } from '../../../../core/basics/instant.ts'
import type { RequestPage } from '../../../../core/contract/syncViews.ts'
import type { Garage } from '../../../../core/domain/garage/types.ts'
import { Screen } from '../../../app/shell/Shell.tsx'
import { useFormat } from '../../../i18n/format.ts'
import { useText } from '../../../i18n/text.ts'
import { ScrollArea } from '../../../ui/ScrollArea.tsx'
import { EmptyState } from '../../../ui/State.tsx'
import { RequestHead } from '../RequestHead.tsx'
import { requestHref } from '../requestHref.ts'
import { LineSearch } from './LineSearch.tsx'
import { MaterialLines } from './MaterialLines.tsx'
import { materialByHand, materialOfCatalogue, type MaterialDraft, serviceOfList, wantedElsewhere } from './offerDraft.ts'
import { OfferSide } from './OfferSide.tsx'
import { RevisedNotice } from './RevisedNotice.tsx'
import { ServiceLines } from './ServiceLines.tsx'
import { useOfferForm } from './useOfferForm.ts'

type OfferFormProps = { readonly page: RequestPage; readonly garage: Garage; readonly nowUtcMs: UtcMs }

/** What is offered in the middle, what it comes to and how long it holds at the end. */
export function OfferForm({ page, garage, nowUtcMs }: OfferFormProps) {
  const text = useText()
  const format = useFormat()
  const form = useRef<HTMLFormElement>(null)
  const offer = useOfferForm(page, garage)
  const { draft, change, problems } = offer
  const { request } = page
  const newest = request.offers.at(-1) ?? null
  const elsewhere = wantedElsewhere(request.wanted.services, garage.services)
  const title = newest === null ? text('requests.offer.newTitle') : text('requests.offer.reviseTitle', { no: newest.revision + 1 })
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (!offer.submit()) {
      requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[data-invalid] :is(input, textarea, button)')?.focus())
    }
  }
  const add = (material: MaterialDraft): void =>
    change({ materials: [...draft.materials, material], openKey: material.unitPriceRial === null ? material.key : draft.openKey })
  return (
    <Screen title={title}>
      <form className="consent-desk offer-form" ref={form} onSubmit={submit} noValidate>
        <RequestHead
          title={title}
          back={{ href: requestHref(request.requestId), label: text('requests.toRequest') }}
          customer={request.wanted.customer}
          vehicle={request.wanted.vehicle}
        />
        <ScrollArea className="consent-main" label={title}>
          {newest !== null && draft.afterRevision !== newest.revision && (
            <RevisedNotice
              page={page}
              newest={newest}
              onGoOn={() => change({ afterRevision: newest.revision })}
              onTakeTheirs={offer.clear}
            />
          )}
          <LineSearch
            services={garage.services.filter(
              ({ active, serviceId }) => active && draft.services.every((chosen) => chosen.serviceId !== serviceId),
            )}
            onService={(service) => change({ services: [...draft.services, serviceOfList(service, format.moneyUnit)] })}
            onMaterial={(material) => add(materialOfCatalogue(material))}
            onHand={(typed) => add(materialByHand(typed))}
          />
          {elsewhere.length > 0 && (
            <div className="consent-notice">
              {text('requests.offer.elsewhere')} <b>{elsewhere.join(text('common.listComma'))}</b>. {text('requests.offer.elsewhereSay')}
            </div>
          )}
          {request.wanted.note !== '' && (
            <p className="own-words">
              <bdi>{request.wanted.note}</bdi>
            </p>
          )}
          {draft.services.length === 0 ? (
            <EmptyState icon="wrench" title={text('requests.offer.emptyTitle')} say={text('requests.offer.emptySay')} />
          ) : (
            <section>
              <h2 className="page-sub">{text('requests.offer.services')}</h2>
              <ServiceLines
                value={draft.services}
                onChange={(services) => change({ services })}
                listed={garage.services}
                problems={problems?.services ?? {}}
              />
            </section>
          )}
          {draft.materials.length > 0 && (
            <section>
              <h2 className="page-sub">{text('requests.offer.materials')}</h2>
              <MaterialLines
                value={draft.materials}
                onChange={(materials) => change({ materials })}
                problems={problems?.materials ?? {}}
                openKey={draft.openKey}
                onOpen={(openKey) => change({ openKey })}
              />
            </section>
          )}
        </ScrollArea>
        <OfferSide offer={offer} garage={garage} newest={newest} nowUtcMs={nowUtcMs} />
      </form>
    </Screen>
  )
}
