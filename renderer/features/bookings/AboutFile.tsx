import { useState } from 'react'
import { type BookingField, bookingFields } from '../../../core/domain/booking/types.ts'
import { useHello } from '../../client/queries.ts'
import { useText } from '../../i18n/text.ts'
import { serviceNow } from '../../stores/clock.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { download, sampleFile } from './sampleFile.ts'

const need: Readonly<Record<BookingField, 'yes' | 'no' | 'nameOrMobile'>> = {
  ref: 'no',
  date: 'yes',
  time: 'yes',
  plate: 'yes',
  model: 'no',
  name: 'nameOrMobile',
  mobile: 'nameOrMobile',
  services: 'yes',
  materials: 'no',
  price: 'no',
  offer: 'no',
  offerRevision: 'no',
  vat: 'no',
  note: 'no',
}

const jsonForm =
  '{ "format": "pishkhan.bookings", "version": 1, "bookings": [ { "ref": …, "date": …, "materials": [ { "kind": …, "quantity": 4, "unit": "litre", "priceRial": … } ], "priceRial": … } ] }'

/** How a file of bookings is written, and one to begin with. */
export function AboutFile() {
  const text = useText()
  const [isOpen, setOpen] = useState(false)
  const garage = useHello().data?.garage ?? null
  return (
    <>
      <Button look="quiet" icon="info" onPress={() => setOpen(true)}>
        {text('bookings.format')}
      </Button>
      {garage !== null && (
        <Button look="quiet" icon="download" onPress={() => download(text('bookings.sampleFile'), sampleFile(garage, serviceNow(), text))}>
          {text('bookings.sample')}
        </Button>
      )}
      <Dialog
        title={text('bookings.about.title')}
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        wide
        footer={<Button onPress={() => setOpen(false)}>{text('common.close')}</Button>}
      >
        <p className="say">{text('bookings.about.say')}</p>
        <table className="tbl flush">
          <thead>
            <tr>
              <th scope="col">{text('bookings.about.column')}</th>
              <th scope="col">{text('bookings.about.wanted')}</th>
              <th scope="col">{text('bookings.about.content')}</th>
            </tr>
          </thead>
          <tbody>
            {bookingFields.map((field) => (
              <tr key={field}>
                <th scope="row">
                  {text(`bookings.column.${field}`)} <small className="ltr">{field}</small>
                </th>
                <td>{text(`bookings.about.${need[field]}`)}</td>
                <td>
                  <bdi>{text(`bookings.about.${field}`)}</bdi>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        <p className="say">{text('bookings.about.json')}</p>
        <code className="ltr">{jsonForm}</code>
      </Dialog>
    </>
  )
}
