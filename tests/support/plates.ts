import type { Plate } from '../../core/persian/plate.ts'

/** The n-th plate of the tests: each another car. */
export function testPlate(n: number): Plate {
  return {
    kind: 'fourPart',
    twoDigits: String(11 + (Math.floor(n / 888) % 88)),
    letter: 'ب',
    threeDigits: String(111 + (n % 888)),
    provinceCode: '67',
  }
}
