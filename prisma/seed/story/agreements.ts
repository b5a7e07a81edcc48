import { type Day, FIRST_DAY } from './calendar'
import { CUSTOMERS, type Customer } from './customers'
import { ITEMS, type Item } from './items'

export type AgreementKind = 'promotion' | 'coop' | 'rebate' | 'priceProtection'

export type Agreement = {
  number: string
  customer: string
  kind: AgreementKind
  family: Item['family']
  from: Day
  to: Day
  /** Null for price protection. */
  percent: number | null
  unitLimit: number | null
  claimDaysAfterDrop: number | null
  text: string
  items: readonly Item[]
}

// kind, family, first and last day, percent
const PROGRAMMES: readonly (readonly [Exclude<AgreementKind, 'priceProtection'>, Item['family'], Day, Day, number])[] = [
  ['promotion', 'HP', FIRST_DAY - 20, -40, 12],
  ['coop', 'ES', FIRST_DAY - 20, 60, 8],
  ['promotion', 'CH', -70, -5, 15],
  ['rebate', 'PS', FIRST_DAY - 20, 60, 6],
  ['promotion', 'AC', -35, 30, 10],
]
const WORD = { promotion: 'promotion', coop: 'co-op advertising', rebate: 'volume rebate' } as const

function agreementsOf(customer: Customer): Agreement[] {
  const code = customer.id.slice(1)
  const programmes = PROGRAMMES.map(
    ([kind, family, from, to, percent], index): Agreement => ({
      number: `A${code}26${String(100 + index * 7)}`,
      customer: customer.id,
      kind,
      family,
      from,
      to,
      percent,
      unitLimit: 480,
      claimDaysAfterDrop: null,
      text: `${WORD[kind]} ${family}, programme ${index + 1}`,
      items: ITEMS.filter((item) => item.family === family),
    }),
  )
  const protection: Agreement = {
    number: `P${code}26001`,
    customer: customer.id,
    kind: 'priceProtection',
    family: 'PS',
    from: FIRST_DAY - 300,
    to: 400,
    percent: null,
    unitLimit: null,
    claimDaysAfterDrop: 30,
    text: 'price protection on stock of the day of the drop',
    items: ITEMS.filter((item) => item.family === 'PS'),
  }
  return [...programmes, protection]
}

/** The campaign behind claim OG-19034: a quarter of the gross price of headphones. */
export const OAK_AND_GALE_CAMPAIGN: Agreement = {
  number: 'A0626190',
  customer: 'C06',
  kind: 'coop',
  family: 'HP',
  from: FIRST_DAY,
  to: -60,
  percent: 25,
  unitLimit: 400,
  claimDaysAfterDrop: null,
  text: 'autumn catalogue, headphones',
  items: ITEMS.filter((item) => item.vendorPart === 'HM2-BK'),
}

export const AGREEMENTS: readonly Agreement[] = [...CUSTOMERS.flatMap(agreementsOf), OAK_AND_GALE_CAMPAIGN]
