import { type FormEvent, useMemo, useRef, useState } from 'react'
import { useLocation } from 'wouter'
import type { JobId } from '../../../core/basics/ids.ts'
import type { Refusal } from '../../../core/contract/refusals.ts'
import { carModels } from '../../../core/persian/carModels.ts'
import { parseMobile } from '../../../core/persian/mobile.ts'
import { noteMostChars, shortMostChars } from '../../../core/wire/bounds.ts'
import { useHello, useToday } from '../../client/queries.ts'
import { useFormat } from '../../i18n/format.ts'
import { useRefusalText } from '../../i18n/refusalText.ts'
import { useText } from '../../i18n/text.ts'
import { Button } from '../../ui/Button.tsx'
import { ComboBox } from '../../ui/ComboBox.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { MobileField } from '../../ui/MobileField.tsx'
import { plateOfDraft } from '../../ui/plate/draft.ts'
import { PlateField } from '../../ui/plate/PlateField.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { useJobActions } from '../jobActions/useJobActions.ts'
import { Emphasis } from '../../ui/Emphasis.tsx'
import { useFilledFrom, useKnownPlate } from './knownPlate.ts'
import { changeNewVisit, clearNewVisit, closeNewVisit, useNewVisit } from './newVisitDraft.ts'
import { MaterialPicker } from './MaterialPicker.tsx'
import { offeredServices } from './offeredServices.ts'
import { ServicePicker } from './ServicePicker.tsx'
import { twinOf } from './twin.ts'
import { TwinNotice } from './TwinNotice.tsx'
import { materialsToSend, totalRial } from './wantedMaterials.ts'

const models = carModels.map(({ name }) => ({ id: name, label: name }))

export function NewVisitForm() {
  const text = useText()
  const format = useFormat()
  const refusalText = useRefusalText()
  const [, navigate] = useLocation()
  const { act, run, isSending } = useJobActions()
  const draft = useNewVisit((visit) => visit.draft)
  const isKept = useNewVisit((visit) => visit.isKept)
  const board = useToday().data ?? null
  const services = useHello().data?.garage?.services
  const offered = useMemo(() => offeredServices(services ?? [], board), [services, board])
  const plate = plateOfDraft(draft.plate)
  const known = useKnownPlate(plate)
  const [modelId, setModelId] = useState<string | null>(null)
  const [wasAsked, setAsked] = useState(false)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const [hasMaterials, showMaterials] = useState(false)
  const serviceField = useRef<HTMLInputElement>(null)

  const latest = known[0]
  const forgetFilled = useFilledFrom(latest)
  const twin = twinOf(known, board, refusal)
  const mobile = parseMobile(draft.mobile)
  const isMobileWrong = !mobile.ok && mobile.error !== 'empty'
  const materials = materialsToSend(draft.materials)
  const chosen = offered.filter(({ serviceId }) => draft.serviceIds.includes(serviceId))

  const send = async (plateSeenTwice: boolean): Promise<void> => {
    setAsked(true)
    if (plate === null || draft.serviceIds.length === 0 || materials === null || isMobileWrong || isSending) return
    const vehicle = { plate, model: draft.model.trim() }
    const customer = { name: draft.name.trim(), mobile: mobile.ok ? mobile.value : null }
    const { serviceIds, note } = draft
    const outcome = await act({ type: 'openVisit', customer, vehicle, serviceIds, materials, note, plateSeenTwice }, { vehicle })
    if (outcome.ok) {
      clearNewVisit()
      closeNewVisit()
    } else if (outcome.error.code !== 'failed') setRefusal(outcome.error)
  }
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    void send(false)
  }
  const checkInBooking = async (jobId: JobId): Promise<void> => {
    if (plate === null) return
    const outcome = await run({ type: 'checkIn', jobId }, { vehicle: { plate, model: draft.model } })
    if (!outcome.ok) return
    clearNewVisit()
    closeNewVisit()
  }
  return (
    <form className="act-form new-visit" onSubmit={submit} noValidate>
      {isKept && (
        <p className="say">
          {text('newVisit.keptDraft')}{' '}
          <button type="button" className="link" onClick={clearNewVisit}>
            {text('newVisit.clear')}
          </button>
        </p>
      )}
      <div className="grid grid-cols-2 items-start gap-4">
        <PlateField
          value={draft.plate}
          onChange={(next) => {
            forgetFilled()
            changeNewVisit({ plate: next })
            setRefusal(null)
          }}
          onComplete={() => serviceField.current?.focus()}
          error={wasAsked && plate === null ? text('fields.plate.missing') : null}
        />
        <ComboBox
          label={text('newVisit.model')}
          placeholder={text('newVisit.modelHint')}
          optional
          choices={models}
          typed={draft.model}
          onType={(typed) => changeNewVisit({ model: typed.slice(0, shortMostChars) })}
          value={modelId}
          onChange={setModelId}
          allowsOther
        />
      </div>
      {twin !== null ? (
        <TwinNotice
          twin={twin}
          isSending={isSending}
          onCheckIn={(jobId) => void checkInBooking(jobId)}
          onOpen={(jobId) => {
            closeNewVisit()
            navigate(`/jobs/${jobId}`)
          }}
          onAnyway={() => void send(true)}
        />
      ) : (
        latest !== undefined && (
          <p className="known">
            <Icon name="person" size="m" />
            {latest.job.customer.name === '' ? text('newVisit.knownNameless') : text('newVisit.known', { who: latest.job.customer.name })}
          </p>
        )
      )}
      <ServicePicker
        fieldRef={serviceField}
        services={offered}
        value={draft.serviceIds}
        onChange={(serviceIds) => changeNewVisit({ serviceIds })}
        error={wasAsked && draft.serviceIds.length === 0 ? text('refusals.serviceMissing') : null}
      />
      {hasMaterials || draft.materials.length > 0 ? (
        <MaterialPicker value={draft.materials} onChange={(next) => changeNewVisit({ materials: next })} wasAsked={wasAsked} />
      ) : (
        <Button look="quiet" icon="box" className="add-materials self-start" onPress={() => showMaterials(true)}>
          {text('newVisit.addMaterials')}
        </Button>
      )}
      <div className="grid grid-cols-3 items-start gap-4">
        <TextField
          label={text('newVisit.name')}
          optional
          value={draft.name}
          onChange={(name) => changeNewVisit({ name })}
          maxLength={shortMostChars}
        />
        <MobileField
          optional
          value={draft.mobile}
          onChange={(typed) => changeNewVisit({ mobile: typed })}
          error={wasAsked && isMobileWrong ? text(`fields.mobile.${mobile.error}`) : null}
        />
        <TextField
          label={text('newVisit.note')}
          optional
          value={draft.note}
          onChange={(note) => changeNewVisit({ note })}
          maxLength={noteMostChars}
        />
      </div>
      {refusal !== null && twin === null && (
        <p className="act-problem" role="alert">
          <Icon name="warning" size="m" />
          {refusalText(refusal)}
        </p>
      )}
      <footer>
        <Button type="submit" look={twin === null ? 'primary' : 'plain'} kbd="↵" isPending={isSending} isDisabled={twin !== null}>
          {text('newVisit.do')}
        </Button>
        <Button look="quiet" onPress={closeNewVisit}>
          {text('common.cancel')}
        </Button>
        {(chosen.length > 0 || draft.materials.length > 0) && (
          <p className="sum">
            <Emphasis
              text={text('newVisit.total', {
                minutes: format.minutes(chosen.reduce((sum, { quotedMin }) => sum + quotedMin, 0)),
                money: `${format.money(chosen.reduce((sum, { priceRial }) => sum + priceRial, totalRial(draft.materials)))} ${text(`common.${format.moneyUnit}`)}`,
              })}
            />
          </p>
        )}
      </footer>
    </form>
  )
}
