import type { CalendarDate } from '@/core/calendar-date'
import { minorDigits, scaledToText } from '@/core/money'
import type { Locale } from './locale'

/** Money as it travels to the browser: minor units as bigint, or as their decimal digits in JSON. */
export type MoneyLike = { readonly minor: bigint | string; readonly currency: string }

export type DateStyle = 'short' | 'medium' | 'weekday' | 'long'

const MINUS = '\u2212'

// Amounts follow the currency's home habit ($1,788.00); dates follow the trade's (24 Nov 2026), which American order would garble.
const NUMBER_LOCALE: Record<Locale, string> = { en: 'en-US', 'zh-CN': 'zh-CN' }
const DATE_LOCALE: Record<Locale, string> = { en: 'en-GB', 'zh-CN': 'zh-CN' }

const DATE_OPTIONS: Record<DateStyle, Intl.DateTimeFormatOptions> = {
  short: { day: 'numeric', month: 'short' },
  medium: { day: 'numeric', month: 'short', year: 'numeric' },
  weekday: { weekday: 'short', day: 'numeric', month: 'short' },
  long: { day: 'numeric', month: 'long', year: 'numeric' },
}

/** Formats an amount with its currency sign: '$1,788.00', in Chinese 'US$1,788.00'. Minus is U+2212. */
export function formatMoney(amount: MoneyLike, locale: Locale, options: { sign?: boolean; decimals?: boolean } = {}): string {
  const digits = options.decimals === false ? 0 : minorDigits(amount.currency)
  const format = numberFormat(locale, {
    style: 'currency',
    currency: amount.currency,
    currencyDisplay: 'symbol',
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
    signDisplay: options.sign ? 'exceptZero' : 'negative',
  })
  return withMinus(format.format(decimalOf(amount)))
}

/** The digits alone, grouped, without a currency sign: '1,788.00'. */
export function formatAmount(amount: MoneyLike, locale: Locale): string {
  const digits = minorDigits(amount.currency)
  const format = numberFormat(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits })
  return withMinus(format.format(decimalOf(amount)))
}

/** Formats a count or quantity with at most `digits` decimals. */
export function formatNumber(value: number | bigint, locale: Locale, digits = 0): string {
  return withMinus(numberFormat(locale, { maximumFractionDigits: digits }).format(value))
}

/** Formats parts per million as percent: 301000 is '30.1%'. */
export function formatPercent(ppm: number, locale: Locale, digits = 1): string {
  const options = { style: 'percent', minimumFractionDigits: digits, maximumFractionDigits: digits } as const
  return withMinus(numberFormat(locale, options).format(ppm / 1_000_000))
}

/** Formats a business date; no zone is involved. '24 Nov', '24 Nov 2026', 'Tue 24 Nov', '24 November 2026'. */
export function formatDate(date: CalendarDate, locale: Locale, style: DateStyle = 'medium'): string {
  const at = new Date(`${date}T00:00:00Z`)
  if (locale === 'zh-CN' && style === 'weekday') {
    const day = dateFormat(locale, { month: 'short', day: 'numeric' }).format(at)
    return `${day}（${dateFormat(locale, { weekday: 'short' }).format(at)}）`
  }
  return plainDate(dateFormat(locale, DATE_OPTIONS[style]).format(at))
}

/** How a day near today is best said: with its weekday in the same year, with its year in another. */
export function dayStyle(date: CalendarDate, today: CalendarDate): DateStyle {
  return date.slice(0, 4) === today.slice(0, 4) ? 'weekday' : 'medium'
}

/** Formats an instant in the company's zone: '20 Nov 2026, 16:40'; the year is left out by 'short'. */
export function formatInstant(at: Date, locale: Locale, timeZone: string, style: 'short' | 'medium' = 'short'): string {
  const date = plainDate(zonedFormat(DATE_LOCALE[locale], { ...DATE_OPTIONS[style], timeZone }).format(at))
  const time = zonedFormat('en-GB', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone }).format(at)
  return `${date} ${time}`
}

/** What belongs together in one line: 'line 20, page 3' · '第 20 行，第 3 页'. */
export function joinParts(parts: readonly (string | null)[], locale: Locale): string {
  return parts.filter((part) => part !== null && part !== '').join(locale === 'zh-CN' ? '，' : ', ')
}

/** Several of one kind in one cell: 'Cash, Finance' · '收款、财务'. */
export function joinList(parts: readonly (string | null)[], locale: Locale): string {
  return parts.filter((part) => part !== null && part !== '').join(locale === 'zh-CN' ? '、' : ', ')
}

/** A word and what stands under it: 'Carrier: UPSN' · '承运商：UPSN'. */
export function joinTerm(term: string, value: string, locale: Locale): string {
  return `${term}${locale === 'zh-CN' ? '：' : ': '}${value}`
}

/** Formats a number of bytes: '2.4 MB'. Source: decimal units, as portals state their limits. */
export function formatBytes(bytes: number, locale: Locale): string {
  const units = ['B', 'KB', 'MB', 'GB']
  const step = bytes < 1000 ? 0 : Math.min(units.length - 1, Math.floor(Math.log10(bytes) / 3))
  return `${formatNumber(bytes / 1000 ** step, locale, step === 0 ? 0 : 1)} ${units[step] ?? 'B'}`
}

function dateFormat(locale: Locale, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return zonedFormat(DATE_LOCALE[locale], { ...options, timeZone: 'UTC' })
}

// Making a format costs a hundred times what it costs to use it, and a list shows some for every row.
const numberFormats = new Map<string, Intl.NumberFormat>()
const zonedFormats = new Map<string, Intl.DateTimeFormat>()

function numberFormat(locale: Locale, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = locale + JSON.stringify(options)
  const format = numberFormats.get(key) ?? new Intl.NumberFormat(NUMBER_LOCALE[locale], options)
  numberFormats.set(key, format)
  return format
}

function zonedFormat(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = locale + JSON.stringify(options)
  const format = zonedFormats.get(key) ?? new Intl.DateTimeFormat(locale, options)
  zonedFormats.set(key, format)
  return format
}

function decimalOf(amount: MoneyLike): Intl.StringNumericLiteral {
  return scaledToText(BigInt(amount.minor), minorDigits(amount.currency)) as Intl.StringNumericLiteral
}

function withMinus(text: string): string {
  return text.replace('-', MINUS)
}

// British short months are three letters except September, which would move the column.
function plainDate(text: string): string {
  return text.replace(',', '').replace('Sept ', 'Sep ').replace(/Sept$/, 'Sep')
}

/** Words that stand in sentences elsewhere, alone: they begin with a capital. */
export function capitalised(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}
