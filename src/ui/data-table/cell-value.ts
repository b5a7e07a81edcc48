import { divideRounded, minorDigits, parseScaled, scaledToText } from '@/core/money'
import type { MoneyLike } from '@/i18n/formats'

/** What a cell holds beside what it shows: plain text, an ISO date, a plain decimal number; with a currency an amount. */
export type CellValue = { text: string; currency?: string; isNumber?: boolean }

/** An amount as a cell holds it: '1788.00' with its currency. */
export function amountValue(amount: MoneyLike): CellValue {
  return { text: scaledToText(BigInt(amount.minor), minorDigits(amount.currency)), currency: amount.currency, isNumber: true }
}

export type RangeSum = { currency: string; count: number; sum: MoneyLike; average: MoneyLike }

/** Sum and average of the amounts among some cells, per currency; the average is rounded half even to the minor unit. */
export function sumAmounts(cells: readonly CellValue[]): RangeSum[] {
  const sums = new Map<string, { count: number; minor: bigint }>()
  for (const { text, currency } of cells) {
    const minor = currency === undefined ? null : parseScaled(text, minorDigits(currency))
    if (currency === undefined || minor === null) continue
    const so = sums.get(currency) ?? { count: 0, minor: 0n }
    sums.set(currency, { count: so.count + 1, minor: so.minor + minor })
  }
  return [...sums].map(([currency, { count, minor }]) => ({
    currency,
    count,
    sum: { minor, currency },
    average: { minor: divideRounded(minor, BigInt(count), 'half-even'), currency },
  }))
}

/** Sum and average of plain numbers among some cells, as decimal text with up to six places; null when there are none. */
export function sumNumbers(cells: readonly CellValue[]): { count: number; sum: string; average: string } | null {
  const numbers = cells.flatMap(({ text, currency, isNumber }) => {
    const value = isNumber === true && currency === undefined ? parseScaled(text, 6) : null
    return value === null ? [] : [value]
  })
  if (numbers.length === 0) return null
  const sum = numbers.reduce((all, one) => all + one, 0n)
  const plain = (value: bigint) => scaledToText(value, 6).replace(/\.?0+$/, '')
  return { count: numbers.length, sum: plain(sum), average: plain(divideRounded(sum, BigInt(numbers.length), 'half-even')) }
}
