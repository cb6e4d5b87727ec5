import type { FreeZone } from '../../../core/persian/plate.ts'

/** What is stamped on the plates themselves: a drawing, the same in every language of the program. */
export const plateMarks: {
  readonly iran: string
  readonly historic: string
  readonly protocol: string
  readonly zones: Readonly<Record<FreeZone, { readonly persian: string; readonly latin: string }>>
} = {
  iran: 'ایران',
  historic: 'تاریخی',
  protocol: 'تشریفات',
  zones: {
    kish: { persian: 'کیش', latin: 'KISH' },
    qeshm: { persian: 'قشم', latin: 'QESHM' },
    chabahar: { persian: 'چابهار', latin: 'CHABAHAR' },
    aras: { persian: 'ارس', latin: 'ARAS' },
    arvand: { persian: 'اروند', latin: 'ARVAND' },
    anzali: { persian: 'انزلی', latin: 'ANZALI' },
    maku: { persian: 'ماکو', latin: 'MAKU' },
  },
}
