import { expect, test } from 'vitest'
import { idText, storedText, type ValueReader, valueText } from './audit-value'

const english: ValueReader = { locale: 'en', timeZone: 'America/Chicago', yes: 'yes', no: 'no' }
const chinese: ValueReader = { locale: 'zh-CN', timeZone: 'Asia/Shanghai', yes: '是', no: '否' }
const ID = '0199a1b2-7c3d-7e4f-8a5b-0c1d2e3f4a5b'

test('an instant is told in the zone of the company, a day has none', () => {
  expect(valueText('2026-11-29T00:18:08.123+00:00', english)).toBe('28 Nov 2026 18:18')
  expect(valueText('2026-11-29T00:18:08+00:00', chinese)).toBe('2026年11月29日 08:18')
  expect(valueText('2026-11-29', english)).toBe('29 Nov 2026')
  expect(valueText('2026-11-29', chinese)).toBe('2026年11月29日')
})

test('yes, no and nothing are words', () => {
  expect([true, false, null, undefined].map((value) => valueText(value, english))).toEqual(['yes', 'no', '–', '–'])
  expect(valueText(true, chinese)).toBe('是')
  expect(valueText([], english)).toBe('–')
})

test('a long id shows its end, also among others', () => {
  expect(valueText(ID, english)).toBe('…0c1d2e3f4a5b')
  expect(valueText([ID, '2026-11-29'], chinese)).toBe('…0c1d2e3f4a5b，2026年11月29日')
  expect(idText('1042')).toBe('1042')
})

test('codes and figures stay as they are stored, long texts are cut', () => {
  expect(['not-owed', '2026-13-01', 150000].map((value) => valueText(value, english))).toEqual(['not-owed', '2026-13-01', '150000'])
  expect(valueText({ note: 'x'.repeat(60) }, english)).toHaveLength(40)
})

test('for looking closer a value is what is stored', () => {
  expect([ID, true, null].map(storedText)).toEqual([ID, 'true', '–'])
})
