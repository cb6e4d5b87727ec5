import type { Mobile } from '../../core/persian/mobile.ts'
import { isMobile } from '../../core/persian/mobile.ts'
import { searchKey } from '../../core/basics/textFold.ts'
import type { PartyLine, PartyPage, SearchHit, VisitLine } from '../../core/contract/views.ts'
import { isClosed } from '../../core/domain/job/phases.ts'
import type { Customer, Vehicle } from '../../core/domain/job/visit.ts'
import { foldDigits } from '../../core/persian/digits.ts'
import { parseMobile } from '../../core/persian/mobile.ts'
import { parsePlate } from '../../core/persian/plateText.ts'
import { plateFromKey, plateKey } from '../../core/persian/plate.ts'
import type { ReadableDb } from '../../db/connection.ts'
import {
  countParties,
  findParty,
  latestParties,
  openVisitsOfParty,
  searchParties,
  visitById,
  visitByJobNo,
  visitsOfParty,
  type PartyRow,
  type SearchText,
  type VisitRow,
} from '../../db/queries/parties.ts'

const mostHits = 12

/**
 * The search box: any four digits of a plate or a mobile, part of a name, a whole plate, a job's number. A party with an
 * open visit shows that visit, so that the find leads to what can be done next.
 */
export function search(db: ReadableDb, typed: string): readonly SearchHit[] {
  const wanted = readSearch(typed)
  if (wanted === null) return []
  const hits: SearchHit[] = []
  const numbered = wanted.in === 'digits' && wanted.text.length <= 6 ? visitByJobNo(db, Number(wanted.text)) : null
  if (numbered !== null) hits.push(hit(numbered, 'jobNo'))
  for (const party of searchParties(db, wanted, mostHits)) {
    const matched = matchedBy(party, wanted)
    const open = openVisitsOfParty(db, party.plateKey, party.mobile)
    const last = open.length > 0 ? open : [visitById(db, party.lastJobId)]
    for (const visit of last) if (visit !== null && visit.jobId !== numbered?.jobId) hits.push(hit(visit, matched))
  }
  return hits.toSorted((a, b) => Number(b.open) - Number(a.open)).slice(0, mostHits)
}

/** Digits are looked for among plates and mobiles, letters among names; a whole plate or mobile by its digits. */
function readSearch(typed: string): SearchText | null {
  const plate = parsePlate(typed)
  const text = plate.ok ? plateDigitsOf(plateKey(plate.value)) : searchKey(typed)
  if (text === '') return null
  const mobile = parseMobile(typed)
  if (mobile.ok) return { in: 'digits', text: mobile.value }
  const digits = foldDigits(text).replaceAll(/\D/g, '')
  return digits.length > 0 && digits.length >= text.replaceAll(/\s/g, '').length - 1 ? { in: 'digits', text: digits } : { in: 'name', text }
}

function plateDigitsOf(key: string): string {
  return key.replaceAll(/\D/g, '')
}

function matchedBy(party: PartyRow, wanted: SearchText): SearchHit['matched'] {
  if (wanted.in === 'name') return 'name'
  return plateDigitsOf(party.plateKey).includes(wanted.text) ? 'plate' : 'mobile'
}

function hit(visit: VisitRow, matched: SearchHit['matched']): SearchHit {
  const job = visitLine(visit)
  return { partyId: partyId(visit), job, open: !isClosed(visit.phase), matched }
}

export function listParties(db: ReadableDb, typed: string, limit: number, offset: number): { total: number; lines: readonly PartyLine[] } {
  const wanted = readSearch(typed)
  const rows = wanted === null ? latestParties(db, limit, offset) : searchParties(db, wanted, limit)
  return { total: wanted === null ? countParties(db) : rows.length, lines: rows.flatMap((row) => partyLine(db, row) ?? []) }
}

export function partyPage(db: ReadableDb, id: string): PartyPage | null {
  const [key = '', mobile = ''] = id.split('~')
  const row = findParty(db, key, mobile)
  const party = row && partyLine(db, row)
  return party && { party, visits: visitsOfParty(db, key, mobile).map(visitLine) }
}

function partyLine(db: ReadableDb, row: PartyRow): PartyLine | null {
  const last = visitById(db, row.lastJobId)
  if (last === null) return null
  const { visits, onTime, late, noShows } = row
  return {
    partyId: partyId(row),
    customer: customerOf(row),
    vehicle: vehicleOf(row),
    visits,
    onTime,
    late,
    noShows,
    lastVisit: visitLine(last),
  }
}

export function visitLine(row: VisitRow): VisitLine {
  const { jobId, jobNo, phase, atUtcMs, arrivalClass, capRial } = row
  const serviceTitles = row.titles.split('\u001f')
  return { jobId, jobNo, phase, atUtcMs, arrivalClass, capRial, serviceTitles, vehicle: vehicleOf(row), customer: customerOf(row) }
}

type Named = { readonly plateKey: string; readonly mobile: string; readonly customerName: string; readonly model: string }

function partyId(row: Pick<Named, 'plateKey' | 'mobile'>): string {
  return `${row.plateKey}~${row.mobile}`
}

function vehicleOf(row: Named): Vehicle {
  const plate = plateFromKey(row.plateKey)
  if (plate === null) throw new Error(`not the key of a plate: ${row.plateKey}`)
  return { plate, model: row.model }
}

function customerOf(row: Named): Customer {
  const mobile: Mobile | null = isMobile(row.mobile) ? row.mobile : null
  return { name: row.customerName, mobile }
}
