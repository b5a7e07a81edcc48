import { describe, expect, it } from 'vitest'
import { asCalendarDate } from '@/core/calendar-date'
import { dayStyle, formatBytes, formatDate, formatInstant, formatMoney, formatPercent, joinList, joinParts, joinTerm } from './formats'
import { chooseLocale } from './locale'

const day = asCalendarDate('2026-11-24')

describe('formats', () => {
  it('writes US dollars as $ in English and as US$ in Chinese', () => {
    expect(formatMoney({ minor: 178_800n, currency: 'USD' }, 'en')).toBe('$1,788.00')
    expect(formatMoney({ minor: '178800', currency: 'USD' }, 'zh-CN')).toBe('US$1,788.00')
    expect(formatMoney({ minor: 196_425n, currency: 'CAD' }, 'en')).toBe('CA$1,964.25')
  })

  it('keeps every digit of an amount that a float would round', () => {
    expect(formatMoney({ minor: 900_719_925_474_099_312n, currency: 'USD' }, 'en')).toBe('$9,007,199,254,740,993.12')
  })

  it('writes minus as U+2212 and yen without decimals', () => {
    expect(formatMoney({ minor: -5n, currency: 'USD' }, 'en')).toBe('\u2212$0.05')
    expect(formatMoney({ minor: 1500n, currency: 'JPY' }, 'en')).toBe('¥1,500')
  })

  it('writes dates in the order of each language', () => {
    expect(formatDate(day, 'en')).toBe('24 Nov 2026')
    expect(formatDate(day, 'en', 'weekday')).toBe('Tue 24 Nov')
    expect(formatDate(day, 'zh-CN', 'short')).toBe('11月24日')
    expect(formatDate(day, 'zh-CN', 'weekday')).toBe('11月24日（周二）')
    expect(formatDate(day, 'zh-CN', 'long')).toBe('2026年11月24日')
  })

  it('says a day of another year with its year', () => {
    expect(dayStyle(day, asCalendarDate('2026-01-02'))).toBe('weekday')
    expect(dayStyle(asCalendarDate('2027-01-02'), day)).toBe('medium')
  })

  it('writes instants in the company zone', () => {
    expect(formatInstant(new Date('2026-11-20T22:40:00Z'), 'en', 'America/Chicago')).toBe('20 Nov 16:40')
  })

  it('joins parts of a line and members of a list by the marks of each language, without what is missing', () => {
    expect(joinParts(['line 20', null, 'page 3', ''], 'en')).toBe('line 20, page 3')
    expect(joinParts(['第 20 行', null, '第 3 页', ''], 'zh-CN')).toBe('第 20 行，第 3 页')
    expect(joinList(['Cash', null, 'Finance'], 'en')).toBe('Cash, Finance')
    expect(joinList(['收款', '', '财务'], 'zh-CN')).toBe('收款、财务')
    expect([joinTerm('Carrier', 'UPSN', 'en'), joinTerm('承运商', 'UPSN', 'zh-CN')]).toEqual(['Carrier: UPSN', '承运商：UPSN'])
  })

  it('writes shares and sizes', () => {
    expect(formatPercent(301_000, 'en')).toBe('30.1%')
    expect(formatBytes(2_400_000, 'en')).toBe('2.4 MB')
    expect(formatBytes(0, 'en')).toBe('0 B')
  })
})

describe('chooseLocale', () => {
  it('prefers the chosen language, then the browser, then English', () => {
    expect(chooseLocale('zh-CN', 'en')).toBe('zh-CN')
    expect(chooseLocale(undefined, 'fr-FR,zh;q=0.8,en;q=0.7')).toBe('zh-CN')
    expect(chooseLocale('xx', null)).toBe('en')
  })
})
