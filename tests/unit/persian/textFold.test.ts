import { expect, test } from 'vitest'
import { foldScript, searchKey } from '../../../core/basics/textFold.ts'

test.each([
  ['Arabic yeh and kaf', 'علي كاظمي', 'علی کاظمی'],
  ['alef maksura', 'موسى', 'موسی'],
  ['heh with hamza, teh marbuta', 'خانۀ فاطمة', 'خانه فاطمه'],
  ['heh with combining hamza', 'خانه\u0654', 'خانه'],
  ['Urdu and Kurdish heh', 'ماہ ماه ماھ ماە', 'ماه ماه ماه ماه'],
  ['alef forms', 'آب أحمد إسلام ٱلله', 'اب احمد اسلام الله'],
  ['hamza on a carrier and alone', 'مسؤول مسئول جزء', 'مسوول مسیول جز'],
  ['half space', 'می\u200cروم', 'میروم'],
  ['joiner and kashida', 'سلـــام\u200d', 'سلام'],
  ['vowel signs', 'مُحَمَّد', 'محمد'],
  ['bidi controls', '\u202bرضا\u202c \u2067تهران\u2069\u200e', 'رضا تهران'],
  ['byte order mark', '\ufeffرضا', 'رضا'],
  ['digits of three scripts', '۱۲ ٣٤ 56', '12 34 56'],
  ['presentation forms', 'ﺭﺿﺎ ﻻ', 'رضا لا'],
  ['full width and case', 'ＰＥＵＧＥＯＴ 206 Sd', 'peugeot 206 sd'],
  ['Latin accents', 'Citroën', 'citroen'],
  ['white space', '  رضا \u00a0\t\n احمدی ', 'رضا احمدی'],
])('%s', (_, typed, key) => {
  expect(searchKey(typed)).toBe(key)
})

test('keys of different spellings of one name are equal', () => {
  const spellings = ['کیان‌پارس', 'كيان‌پارس', 'کیانپارس', 'كیان\u200dپارس', 'کیـانپارس']
  expect(new Set(spellings.map(searchKey))).toEqual(new Set(['کیانپارس']))
})

test('nothing but invisible characters is nothing', () => {
  expect(searchKey('\u200c\u200e\ufeff \u0640\u0000\ud800')).toBe('')
})

test('script folding keeps case', () => {
  expect(foldScript('۱۲D')).toBe('12D')
})
