import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { readBookingFile } from '../../../electron/service/bookings/readFile.ts'

const header = 'ref,date,time,plate,model,name,mobile,services,price,note'
const line = 'K1,1405/09/01,10:00,12 ب 345 ایران 67,پژو ۲۰۶,مریم,09990000001,تعویض روغن,21800000,'
const booking = {
  ref: 'K1',
  date: '1405/09/01',
  time: '10:00',
  plate: '12 ب 345 ایران 67',
  services: ['تعویض روغن'],
  name: 'مریم',
  priceRial: 5,
}
const root = path.resolve(import.meta.dirname, '../../..')

function rowsOf(text: string) {
  const read = readBookingFile(text)
  if (!read.ok) throw new Error(read.error.code)
  return read.value
}

function json(bookings: readonly unknown[], version = 1): string {
  return JSON.stringify({ format: 'pishkhan.bookings', version, bookings })
}

describe('CSV', () => {
  test('a row by the names of its columns', () => {
    expect(rowsOf(`${header}\n${line}\n`)).toEqual([
      {
        row: 2,
        ref: 'K1',
        date: '1405/09/01',
        time: '10:00',
        plate: '12 ب 345 ایران 67',
        model: 'پژو ۲۰۶',
        name: 'مریم',
        mobile: '09990000001',
        services: ['تعویض روغن'],
        materials: [],
        price: '21800000',
        offer: '',
        offerRevision: '',
        vat: '',
        note: '',
      },
    ])
  })

  test.each([
    ['a byte order mark', `\ufeff${header}\n${line}\n`],
    ['CRLF', `${header}\r\n${line}\r\n`],
    ['old line ends', `${header}\r${line}\r`],
    ['no line end at the end', `${header}\n${line}`],
    ['semicolons', `${header}\n${line}\n`.replaceAll(',', ';')],
    ['tabs', `${header}\n${line}\n`.replaceAll(',', '\t')],
    ['quotes', `${header}\n${line}\n`.replaceAll(/[^,\n]+/g, '"$&"')],
    ['capitals and blanks', `Ref, Date ,TIME,Plate Number,car,Customer name,Mobile,SERVICES,Price (rial),note\n${line}`],
    ['Persian names', `شناسه نوبت,تاریخ,ساعت,پلاک,خودرو,نام مشتری,تلفن همراه,خدمات,مبلغ (ریال),یادداشت\n${line}`],
    ['Arabic letters', `شناسه,تاريخ,ساعت,پلاك,خودرو,نام,موبايل,خدمات,مبلغ,توضيحات\n${line}`],
    ['columns that nobody knows', `${header},x,y\n${line},1,2\n`],
  ])('is read with %s', (_, text) => {
    expect(rowsOf(text)).toEqual(rowsOf(`${header}\n${line}\n`))
  })

  test('columns in any order; separators and line ends within quotes', () => {
    const [row] = rowsOf('note,services,plate,time,date,name\n"یک, ""دو""\nسه","a,b",p,t,d,n\n')
    expect(row).toMatchObject({ note: 'یک, "دو"\nسه', services: ['a,b'], plate: 'p', time: 't', date: 'd', name: 'n', ref: '' })
  })

  test('rows are counted as a spreadsheet counts them, blank ones too', () => {
    expect(rowsOf(`${header}\n\n${line}\n,,,,,,,,,\n${line}\n`).map((each) => each.row)).toEqual([3, 5])
  })

  test('a stray quote in a cell is part of it', () => {
    expect(rowsOf(`${header}\n${line.replace('مریم', 'مریم "م"')}\n`)[0]?.name).toBe('مریم "م"')
  })

  test('missing columns are named', () => {
    expect(readBookingFile('ref,date,plate\n1,2,3\n')).toEqual({
      ok: false,
      error: { code: 'headerMissing', missing: ['time', 'services', 'name'] },
    })
    expect(readBookingFile(`${line}\n${line}\n`)).toMatchObject({ error: { code: 'headerMissing' } })
  })

  test('cut within quotes, or within the last row', () => {
    expect(readBookingFile(`${header}\n${line}\n${line.replace('مریم', '"مر')}`)).toEqual({
      ok: false,
      error: { code: 'fileCut', afterRow: 2 },
    })
    expect(readBookingFile(`${header}\n${line}\n${line.slice(0, 40)}`)).toEqual({ ok: false, error: { code: 'fileCut', afterRow: 2 } })
  })

  test('a writer who leaves out empty columns at the end is no cut file', () => {
    const short = line.split(',').slice(0, 8).join(',')
    expect(rowsOf(`${header}\n${short}\n${short}`)).toHaveLength(2)
    expect(rowsOf(`${header}\n${line}\n${short}\n`)).toHaveLength(2)
  })
})

describe('JSON', () => {
  test('a booking as the CSV would say it', () => {
    const { priceRial, ...others } = booking
    const unsaid = { model: '', mobile: '', materials: [], offer: '', offerRevision: '', vat: '', note: '' }
    expect(rowsOf(json([booking]))).toEqual([{ ...others, ...unsaid, row: 1, price: String(priceRial) }])
  })

  test('fields that nobody knows are ignored, and a byte order mark is no fault', () => {
    expect(rowsOf(`\ufeff${json([{ ...booking, colour: 'red' }])}`)).toEqual(rowsOf(json([booking])))
  })

  test('a booking of a wrong form is a row of its own, quoted as it stands', () => {
    expect(
      rowsOf(json([null, 7, [], { plate: { a: 1 }, time: 9, services: 'x' }])).map(({ row, plate, time, services }) => [
        row,
        plate,
        time,
        services,
      ]),
    ).toEqual([
      [1, '', '', ['']],
      [2, '', '', ['']],
      [3, '', '', ['']],
      [4, '{"a":1}', '9', ['x']],
    ])
  })

  test('a newer version is refused whole', () => {
    expect(readBookingFile(json([booking], 2))).toEqual({ ok: false, error: { code: 'fileVersionNewer', version: 2 } })
  })

  test('half a file is told from a wrong one', () => {
    const text = json([booking, booking, booking])
    expect(readBookingFile(text.slice(0, -1))).toEqual({ ok: false, error: { code: 'fileCut', afterRow: 3 } })
    expect(readBookingFile(text.slice(0, Math.ceil(text.length / 2)))).toEqual({ ok: false, error: { code: 'fileCut', afterRow: 1 } })
    expect(readBookingFile(text.slice(0, 60))).toEqual({ ok: false, error: { code: 'fileCut', afterRow: null } })
    expect(readBookingFile(`${text}}`)).toEqual({ ok: false, error: { code: 'fileKindUnknown' } })
  })
})

describe('what is no file of bookings', () => {
  test.each([
    ['', 'fileEmpty'],
    ['\ufeff \r\n', 'fileEmpty'],
    [`${header}\r\n`, 'fileEmpty'],
    [`${header}\n,,,,,,,,,\n`, 'fileEmpty'],
    [json([]), 'fileEmpty'],
    ['%PDF-1.7\n%âãÏÓ\n1 0 obj', 'fileKindUnknown'],
    ['PK\u0003\u0004\u0014\u0000\u0006\u0000xl/workbook.xml', 'fileKindUnknown'],
    ['<!doctype html><table><tr><td>date,time,plate,services,name', 'fileKindUnknown'],
    ['<?xml version="1.0"?>', 'fileKindUnknown'],
    ['{\\rtf1 date,time', 'fileKindUnknown'],
    ['date,time\u0000plate', 'fileKindUnknown'],
    [`${'\ufffd'.repeat(5)},${'\ufffd'.repeat(6)},${'\ufffd'.repeat(7)}\n1,2,3\n`, 'fileKindUnknown'],
    ['سلام، این نامه است.', 'fileKindUnknown'],
    ['[]', 'fileKindUnknown'],
    ['{}', 'fileKindUnknown'],
    ['{"format":"other","version":1,"bookings":[]}', 'fileKindUnknown'],
    ['{"format":"pishkhan.bookings","version":1,"bookings":{}}', 'fileKindUnknown'],
  ])('%j: %s', (text, code) => {
    expect(readBookingFile(text)).toEqual({ ok: false, error: { code } })
  })

  test('fifty megabytes are refused unread', () => {
    expect(readBookingFile('x'.repeat(50_000_000))).toEqual({ ok: false, error: { code: 'fileTooLarge', mostBytes: 5_000_000 } })
  })

  test('five thousand rows are taken, one more is another file', () => {
    const rows = (count: number): string => `${header}\n${`${line}\n`.repeat(count)}`
    expect(rowsOf(rows(5_000))).toHaveLength(5_000)
    expect(readBookingFile(rows(5_001))).toEqual({ ok: false, error: { code: 'tooManyRows', most: 5_000 } })
  })
})

describe('materials and offer', () => {
  const oil = {
    kind: 'روغن موتور',
    brand: 'بهران',
    grade: '10W-40',
    partNo: '',
    quantity: '3.5',
    unit: 'لیتر',
    price: '14000000',
    surplus: '',
  }
  const filter = { kind: 'فیلتر روغن', brand: '', grade: '', partNo: '', quantity: '1', unit: 'عدد', price: '', surplus: '' }

  test('of a CSV are read from one cell', () => {
    const columns = 'date,time,plate,name,services,materials,price,offer,offer_revision,vat'
    const cell = '"روغن موتور | بهران | 10W-40 | 3.5 لیتر | 14000000 ; فیلتر روغن | 1 عدد"'
    const [row] = rowsOf(`${columns}\nd,t,p,n,s,${cell},5,OF-1,2,inside\n`)
    expect(row).toMatchObject({ materials: [oil, filter], price: '5', offer: 'OF-1', offerRevision: '2', vat: 'inside' })
  })

  test('of a JSON are a list of objects, or the text of such a cell', () => {
    const materials = [
      { kind: 'روغن موتور', brand: 'بهران', grade: '10W-40', quantity: 3.5, unit: 'لیتر', priceRial: 14_000_000 },
      'فیلتر روغن | 1 عدد',
    ]
    expect(rowsOf(json([{ ...booking, materials }]))[0]?.materials).toEqual([oil, filter])
    expect(rowsOf(json([{ ...booking, materials: 'فیلتر روغن | 1 عدد' }]))[0]?.materials).toEqual([filter])
    expect(rowsOf(json([{ ...booking, materials: [{ kind: 'فیلتر روغن', quantity: '1 عدد' }] }]))[0]?.materials).toEqual([filter])
  })

  test('of a wrong form become fields as they stand, to be explained by their reader', () => {
    const [row] = rowsOf(
      json([{ ...booking, materials: [null, 7, { kind: [], quantity: { a: 1 } }], offer: 12, offerRevision: 'x', vat: true }]),
    )
    expect(row).toMatchObject({ offer: '12', offerRevision: 'x', vat: 'true' })
    expect(row?.materials.map(({ kind, quantity }) => [kind, quantity])).toEqual([
      ['7', ''],
      ['[]', '{"a":1}'],
    ])
  })

  test.each(['مواد و قطعه‌ها', 'قطعات', 'Materials', 'parts'])('stand in the column %s', (name) => {
    expect(rowsOf(`date,time,plate,name,services,${name}\nd,t,p,n,s,فیلتر روغن | 1 عدد\n`)[0]?.materials).toEqual([filter])
  })
})

test('the published example is what it says', () => {
  const page = readFileSync(path.join(root, 'docs/booking-file.md'), 'utf8')
  const [asJson = '', asCsv = ''] = [...page.matchAll(/```(?:json|csv)\n([^]*?)```/g)].map((match) => match[1])
  expect(rowsOf(asJson).map((row) => ({ ...row, row: 0 }))).toEqual(rowsOf(asCsv).map((row) => ({ ...row, row: 0 })))
})
