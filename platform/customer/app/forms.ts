import { err, ok, type Result } from '../../../core/basics/result.ts'
import { utcMs, isUtcMs, type UtcMs } from '../../../core/basics/instant.ts'
import { units, wholeUnits } from '../../../core/domain/materials/types.ts'
import type { Wanted } from '../../../core/domain/request/types.ts'
import type { Vehicle } from '../../../core/domain/job/visit.ts'
import { parseThousandths } from '../../../core/persian/digits.ts'
import { parseMobile } from '../../../core/persian/mobile.ts'
import { parsePlate } from '../../../core/persian/plateText.ts'
import { serviceId } from '../../../core/wire/fields.ts'
import type { Me } from '../actions/me.ts'
import type { FormProblem } from './frame.ts'

/** What people typed into the pages' forms, read as people type. */
export type Form = { readonly one: (name: string) => string; readonly all: (name: string) => readonly string[] }

const longest = 500

export function formOf(data: FormData): Form {
  const all = (name: string) => data.getAll(name).flatMap((value) => (typeof value === 'string' ? [value.slice(0, longest)] : []))
  return { all, one: (name) => (all(name)[0] ?? '').trim() }
}

export function readMeForm({ one }: Form): Result<Me, FormProblem> {
  const name = one('name').slice(0, 80)
  const mobile = parseMobile(one('mobile'))
  if (name === '') return err('problemName')
  return mobile.ok ? ok({ name, mobile: mobile.value }) : err('problemMobile')
}

export function readVehicle({ one }: Form): Result<Vehicle, FormProblem> {
  const plate = parsePlate(one('plate'))
  const model = one('model').slice(0, 80)
  if (!plate.ok) return err('problemPlate')
  return model === '' ? err('problemModel') : ok({ plate: plate.value, model })
}

export function readServiceIds({ all }: Form) {
  return all('service').flatMap((value) => {
    const id = serviceId.safeParse(value)
    return id.success ? [id.data] : []
  })
}

export function readSlot({ one }: Form): UtcMs | null {
  const slot = /^\d{1,15}$/.test(one('slot')) ? Number(one('slot')) : Number.NaN
  return isUtcMs(slot) ? utcMs(slot) : null
}

export function readWanted(form: Form): Result<Omit<Wanted, 'customer'>, FormProblem> {
  const vehicle = readVehicle(form)
  if (!vehicle.ok) return vehicle
  const own = form.one('own').slice(0, 80)
  // The titles of listed services are the garage's to say (decideAsk).
  const listed = readServiceIds(form).map((id) => ({ serviceId: id, title: '-' }))
  const services = [...listed, ...(own === '' ? [] : [{ serviceId: null, title: own }])]
  if (services.length === 0) return err('problemServices')
  const materials = readMaterials(form)
  return materials.ok ? ok({ vehicle: vehicle.value, services, materials: materials.value, note: form.one('note') }) : materials
}

function readMaterials({ one }: Form): Result<Wanted['materials'], FormProblem> {
  const kind = one('kind').slice(0, 80)
  if (kind === '') return ok([])
  const count = parseThousandths(one('count'))
  const unit = units.find((each) => each === one('unit'))
  const isWhole = unit !== undefined && wholeUnits.includes(unit)
  if (unit === undefined || !count.ok || count.value < 1 || count.value > 10_000_000 || (isWhole && count.value % 1000 !== 0)) {
    return err('problemQuantity')
  }
  const spec = { kind, brand: orNull(one('brand')), grade: orNull(one('grade')), partNo: null }
  return ok([{ spec, quantity: { milli: count.value, unit } }])
}

function orNull(text: string): string | null {
  return text === '' ? null : text.slice(0, 80)
}
