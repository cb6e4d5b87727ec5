/**
 * The two-digit codes in the box of a four-part plate. A code can be shared: which county of which province a car is from
 * then depends on its letter. Every code from 10 to 99 is assigned.
 * Sources: github.com/SamadiPour/IranVehicleNumberPlates (by county and letter), checked against @persian-tools/persian-tools.
 */
export const plateProvinces = [
  {
    key: 'tehran',
    name: 'تهران',
    codes: '10 11 20 21 22 30 33 38 40 44 50 55 60 66 70 77 78 80 88 90 99',
  },
  { key: 'alborz', name: 'البرز', codes: '21 30 38 68 78' },
  { key: 'razaviKhorasan', name: 'خراسان رضوی', codes: '12 32 36 42 74' },
  { key: 'northKhorasan', name: 'خراسان شمالی', codes: '26 32' },
  { key: 'southKhorasan', name: 'خراسان جنوبی', codes: '32 52' },
  { key: 'isfahan', name: 'اصفهان', codes: '13 23 43 53 67' },
  { key: 'khuzestan', name: 'خوزستان', codes: '14 24 34' },
  { key: 'eastAzerbaijan', name: 'آذربایجان شرقی', codes: '15 25 35' },
  { key: 'westAzerbaijan', name: 'آذربایجان غربی', codes: '17 27 37' },
  { key: 'ardabil', name: 'اردبیل', codes: '91' },
  { key: 'qom', name: 'قم', codes: '16' },
  { key: 'hamadan', name: 'همدان', codes: '18 28' },
  { key: 'kermanshah', name: 'کرمانشاه', codes: '19 29 39' },
  { key: 'lorestan', name: 'لرستان', codes: '31 41' },
  { key: 'kerman', name: 'کرمان', codes: '45 65 75' },
  { key: 'gilan', name: 'گیلان', codes: '46 56 76' },
  { key: 'markazi', name: 'مرکزی', codes: '47 57' },
  { key: 'bushehr', name: 'بوشهر', codes: '48 58' },
  { key: 'kohgiluyehBoyerAhmad', name: 'کهگیلویه و بویراحمد', codes: '49' },
  { key: 'kurdistan', name: 'کردستان', codes: '51 61' },
  { key: 'yazd', name: 'یزد', codes: '54 64' },
  { key: 'golestan', name: 'گلستان', codes: '59 69' },
  { key: 'mazandaran', name: 'مازندران', codes: '62 72 82 92' },
  { key: 'fars', name: 'فارس', codes: '63 73 83 93' },
  { key: 'chaharmahalBakhtiari', name: 'چهارمحال و بختیاری', codes: '71 81' },
  { key: 'qazvin', name: 'قزوین', codes: '79 89' },
  { key: 'hormozgan', name: 'هرمزگان', codes: '84 94' },
  { key: 'sistanBaluchestan', name: 'سیستان و بلوچستان', codes: '85 95' },
  { key: 'semnan', name: 'سمنان', codes: '86 96' },
  { key: 'zanjan', name: 'زنجان', codes: '87 97' },
  { key: 'ilam', name: 'ایلام', codes: '98' },
] as const

export type PlateProvince = (typeof plateProvinces)[number]

/** In rising order. */
export const provinceCodes: readonly string[] = [...new Set(plateProvinces.flatMap(codesOf))].toSorted()

export function isProvinceCode(code: string): boolean {
  return provinceCodes.includes(code)
}

export function provincesOfCode(code: string): readonly PlateProvince[] {
  return plateProvinces.filter((province) => codesOf(province).includes(code))
}

function codesOf(province: PlateProvince): readonly string[] {
  return province.codes.split(' ')
}
