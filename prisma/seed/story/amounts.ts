import { divideRounded, scaledToText } from '@/core/money'

/** Hundredths of the customer's currency; every currency of the story has two decimals. */
export type Cents = bigint

/** Reads '1788.00' as 178800n. */
export function cents(text: string): Cents {
  const [whole = '0', fraction = ''] = text.split('.')
  return BigInt(whole) * 100n + BigInt(fraction.padEnd(2, '0'))
}

/** '1788.00', with a leading minus when negative. */
export function decimal(amount: Cents): string {
  return scaledToText(amount, 2)
}

/** X12 decimal (R): no trailing zeros. */
export function x12Decimal(amount: Cents): string {
  return decimal(amount).replace(/\.?0+$/, '') || '0'
}

/** '$1,788.00' or '($1,788.00)' for a negative amount. */
export function dollars(amount: Cents): string {
  return amount < 0n ? `($${grouped(-amount)})` : `$${grouped(amount)}`
}

/** SAP list amount: '1,788.00', minus behind. */
export function sapAmerican(amount: Cents): string {
  return amount < 0n ? `${grouped(-amount)}-` : grouped(amount)
}

/** SAP list amount in German: '1.788,00', minus behind. */
export function sapGerman(amount: Cents): string {
  return sapAmerican(amount).replace(/[.,]/g, (mark) => (mark === ',' ? '.' : ','))
}

/** '1788,00' as German price and claim lists write it. */
export function decimalComma(amount: Cents): string {
  return decimal(amount).replace('.', ',')
}

export function times(unit: Cents, quantity: number): Cents {
  return unit * BigInt(quantity)
}

/** A whole percentage of an amount, rounded half up. */
export function percentOf(amount: Cents, percent: number): Cents {
  return divideRounded(amount * BigInt(percent), 100n, 'half-up')
}

export function total<T>(list: readonly T[], amountOf: (entry: T) => Cents): Cents {
  return list.reduce((running, entry) => running + amountOf(entry), 0n)
}

function grouped(amount: Cents): string {
  return decimal(amount).replace(/\B(?=(\d{3})+(?=\.))/g, ',')
}
