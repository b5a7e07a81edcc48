import { commonOrder, type DateLeaning, type DateOrder, orderOfCurrency } from '@/core/date-order'
import type { ListFacts } from './decide-dialects'
import type { MatchedShape } from './table-shape'

type DateSurroundings = { titles: readonly string[]; currencies: ReadonlySet<string>; facts: ListFacts }

const SIGNS: readonly [RegExp, string][] = [
  [/€|\bEUR\b/, 'EUR'],
  [/£|\bGBP\b/, 'GBP'],
  [/\bUSD\b|\bUS\$/, 'USD'],
]
// German, French, Spanish, Italian and Dutch titles of what every such list has. English is written in both orders.
const DAY_FIRST_TITLES =
  /datum|betrag|rechnung|bestell|menge|montant|facture|commande|quantit[ée]\b|fecha|importe|factura|pedido|cantidad|importo|fattura|ordine|bedrag|factuur/i

/**
 * Supposes from the file itself in which order it writes dates that fit both: by its currency, its way of writing numbers, and
 * the language of its titles. Null when nothing speaks, or one against the other.
 */
export function leanDates({ titles, currencies, facts }: DateSurroundings): DateLeaning | null {
  const orders = [...currencies].map(orderOfCurrency)
  const ofCurrency = commonOrder(orders)
  // Two currencies of different habits say more than none: the sender trades in both.
  if (ofCurrency === null && new Set(orders).size > 1) return null
  const hasCommas = [...facts.dialects.values()].some(({ numbers }) => numbers === 'comma' || numbers === 'space-comma')
  const signs: [DateLeaning['because'], DateOrder | null][] = [
    ['currency', ofCurrency],
    ['numbers', hasCommas ? 'day-first' : null],
    ['language', titles.some((title) => DAY_FIRST_TITLES.test(title)) ? 'day-first' : null],
  ]
  const order = commonOrder(signs.map(([, sign]) => sign))
  const because = signs.find(([, sign]) => sign !== null)?.[0]
  return order === null || because === undefined ? null : { order, because }
}

const CELL_LENGTH = 24
const CURRENCIES_MAX = 50

/** The currencies that a list names, in its currency column, its titles or beside its amounts. */
export class SignsOfCurrency {
  readonly found = new Set<string>()
  readonly #at: number

  constructor({ shape, columns }: MatchedShape, titles: readonly string[]) {
    this.#at = columns.get(shape.currencyField ?? '') ?? -1
    for (const title of titles) this.#add(title)
  }

  observe(cells: readonly string[]): void {
    const named = cells[this.#at]?.toUpperCase()
    if (named !== undefined && named !== '' && this.found.size < CURRENCIES_MAX) this.found.add(named)
    for (const cell of cells) if (cell.length <= CELL_LENGTH) this.#add(cell)
  }

  #add(text: string): void {
    for (const [sign, currency] of SIGNS) if (sign.test(text)) this.found.add(currency)
  }
}
