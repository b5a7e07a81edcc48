import { type Cents, cents } from './amounts'
import type { Day } from './calendar'
import { CARRIERS, type Carrier, OWN } from './carriers'
import { type Customer, DEALERS } from './customers'
import { type Dice, existing } from './dice'
import { ITEMS, type Item } from './items'
import { paymentDayFrom } from './payment-days'
import { agreedPrice } from './prices'
import type { Sale, SaleLine } from './world'

const SIGNERS = ['J. Alvarez', 'M. Osei', 'T. Brandt', 'K. Lindqvist', 'R. Patel', 'S. Novak', 'D. Harlan', 'L. Chen'] as const
const PLACE_HOLDER = ''

const PO_NUMBER: Readonly<Record<string, (random: Dice) => string>> = {
  C02: (random) => Array.from({ length: 8 }, () => random.pick([...'0123456789ABCDEFGHJKLMNPQRSTUVWXYZ'])).join(''),
  C03: (random) => `0${random.digits(7)}`,
  C04: (random) => `${random.digits(4)}-${random.digits(7)}`,
  C05: (random) => `0${random.digits(9)}`,
  C06: (random) => random.digits(8),
  C07: (random) => `FR${random.digits(7)}`,
  C08: (random) => `0${random.digits(6)}`,
  C09: (random) => `45${random.digits(8)}`,
  C10: (random) => `YF${random.digits(10)}`,
  C11: (random) => `PO-${random.digits(6)}`,
  C12: (random) => `D${random.digits(5)}`,
}

/** An order that goes as agreed: delivered in full, on time, billed and paid at the agreed price. */
export function planSale(customer: Customer, index: number, orderDay: Day, random: Dice): Sale {
  const freight = customer.freightTerms === 'both' ? random.pick(['collect', 'prepaid'] as const) : customer.freightTerms
  const issueDay = orderDay + random.whole(5, 8)
  const lines = planLines(customer, orderDay, random)
  const payer = customer.habit === 'dealers' ? random.pick(DEALERS) : { account: customer.account, name: customer.name }
  const stores = customer.sites.filter((site) => site.number.length > 3)
  return withLogistics(
    {
      customer,
      payer,
      site: random.pick(stores),
      index,
      po: PO_NUMBER[customer.id]?.(random) ?? PLACE_HOLDER,
      orderDay,
      freight,
      lines,
      issueDay,
      carrier: random.pick(CARRIERS),
      transitDays: random.whole(2, 4),
    },
    random,
  )
}

type Core = Pick<Sale, 'customer' | 'payer' | 'site' | 'index' | 'po' | 'orderDay' | 'freight' | 'lines' | 'issueDay' | 'carrier'> & {
  transitDays: number
}

function withLogistics({ transitDays, ...core }: Core, random: Dice): Sale {
  const { issueDay, carrier, customer } = core
  const deliveredDay = issueDay + transitDays
  return {
    ...core,
    salesOrder: PLACE_HOLDER,
    delivery: PLACE_HOLDER,
    bol: PLACE_HOLDER,
    invoice: PLACE_HOLDER,
    windowFrom: issueDay,
    windowTo: deliveredDay + 1,
    statedNetDays: customer.netDays,
    routed: carrier,
    plant: random.pick(OWN.plants),
    pro: random.digits(carrier.proDigits),
    seal: `00${random.digits(5)}`,
    trailer: `${carrier.scac.slice(0, 2)}${random.digits(5)}`,
    signer: random.pick(SIGNERS),
    plannedIssueDay: issueDay,
    neverLeft: false,
    issueNotPosted: false,
    undelivered: false,
    notBilled: false,
    shipperCount: false,
    isTracked: true,
    noticeDay: issueDay,
    appointmentMovedTo: null,
    deliveredDay,
    receivedDay: deliveredDay + 1,
    recounts: [],
    pod: 'none',
    bolPaper: 'none',
    freightBilled: core.freight === 'prepaid' && random.chance(0.3),
    invoiceDay: issueDay,
    payDay: paymentDayFrom(customer, issueDay + customer.netDays),
    returns: [],
    stockCount: null,
    isClaimed: false,
  }
}

function planLines(customer: Customer, orderDay: Day, random: Dice): SaleLine[] {
  const items = random.shuffled(ITEMS).slice(0, random.whole(1, 5))
  return items.map((item, position) => {
    const caseValue = Number(item.listPrice) * item.casePack
    const cases = Math.max(2, Math.min(40, Math.round((random.whole(60, 240) * 1000) / caseValue)))
    return saleLine(position + 1, item, cases * item.casePack, agreedPrice(customer, item, orderDay))
  })
}

/** A line on which every step agrees with the order. */
export function saleLine(number: number, item: Item, quantity: number, price: Cents): SaleLine {
  return {
    number,
    item,
    firstOrdered: quantity,
    ordered: quantity,
    poPrice: price,
    changedPrice: null,
    agreedPrice: price,
    confirmed: quantity,
    billedPrice: price,
    allowance: 0n,
    allowanceAgreement: null,
    statedPack: item.casePack,
    shipped: quantity,
    announced: quantity,
    loaded: quantity,
    arrived: quantity,
    received: quantity,
    damaged: 0,
  }
}

/** Replaces the lines of a planned sale by exact ones: [article, quantity, price]. */
export function withLines(sale: Sale, lines: readonly (readonly [Item, number, string])[]): Sale {
  sale.lines = lines.map(([item, quantity, price], position) => saleLine(position + 1, item, quantity, cents(price)))
  return sale
}

/** Moves a planned sale so that it is billed on a day and paid on another. */
export function billedOn(sale: Sale, invoiceDay: Day, payDay: Day): Sale {
  const shift = invoiceDay - sale.invoiceDay
  for (const field of [
    'orderDay',
    'windowFrom',
    'windowTo',
    'plannedIssueDay',
    'issueDay',
    'noticeDay',
    'deliveredDay',
    'receivedDay',
    'invoiceDay',
  ] as const)
    sale[field] += shift
  sale.payDay = payDay
  return sale
}

/** Sends a sale with another carrier than the one chosen first. */
export function sentWith(sale: Sale, carrier: Carrier, random: Dice): Sale {
  sale.carrier = carrier
  sale.pro = random.digits(carrier.proDigits)
  return sale
}

export function lineOf(sale: Sale, vendorPart: string): SaleLine {
  return existing(sale.lines.find((line) => line.item.vendorPart === vendorPart))
}
