import { cents } from './amounts'
import { CARRIERS, OWN } from './carriers'
import { claimFrom } from './claims'
import { CUSTOMERS, type Customer } from './customers'
import { type Dice, dice, existing } from './dice'
import type { FeaturedClaim } from './featured-claim'
import { FEATURED } from './featured-claims'
import { shipLater } from './fine-events'
import { HARBOR_TRUCK } from './harbor-truck'
import { itemNamed } from './items'
import { billedOn, lineOf, planSale, sentWith, withLines } from './plan-sale'
import { agreedPrice } from './prices'
import type { Site } from './sites'
import { reduce, unitsClaim } from './sketch'
import type { Claim, Sale } from './world'

const customerNamed = (id: string): Customer => existing(CUSTOMERS.find((customer) => customer.id === id))
const carrierNamed = (scac: string) => existing(CARRIERS.find((carrier) => carrier.scac === scac))

/** The claims of the mockups with the orders behind them, exact to the cent. The truck of Harbor & Pine comes first. */
export function planFeatured(): { sales: Sale[]; claims: Claim[] } {
  const truck = harborTruck()
  const others = FEATURED.map(featured)
  const claims = [...truck.claims, ...others.map((other) => other.claim)]
  const duplicate = duplicateOfTern(existing(claims.find((claim) => claim.number === 'TN-5571-C')))
  const sales = [truck.sale, ...others.map((other) => other.sale)]
  for (const sale of sales) sale.isClaimed = true
  return { sales, claims: [...claims, duplicate] }
}

function harborTruck(): { sale: Sale; claims: Claim[] } {
  const customer = customerNamed('C01')
  const random = dice('harbor truck')
  const sale = planSale(customer, 0, HARBOR_TRUCK.orderDay, random)
  withLines(
    sale,
    HARBOR_TRUCK.lines.map(([part, quantity]) => [itemNamed(part), quantity, '0.00'] as const),
  )
  for (const line of sale.lines) setPrice(line, agreedPrice(customer, line.item, sale.orderDay))
  const { po, issueDay, deliveredDay, receivedDay, payDay, bol, pro, seal, trailer } = HARBOR_TRUCK
  sentWith(sale, carrierNamed(HARBOR_TRUCK.carrier), random)
  Object.assign(sale, { po, bol, pro, seal, trailer, issueDay, deliveredDay, receivedDay, payDay, routed: sale.carrier })
  Object.assign(sale, {
    plannedIssueDay: issueDay,
    noticeDay: issueDay,
    invoiceDay: issueDay,
    windowFrom: issueDay - 1,
    windowTo: receivedDay,
  })
  Object.assign(sale, {
    pod: 'text',
    bolPaper: 'text',
    freightBilled: true,
    signer: 'M. Osei',
    plant: OWN.plants[1],
    site: siteOf(customer, HARBOR_TRUCK.site),
  })
  const line = lineOf(sale, 'HM2-SD')
  line.received = HARBOR_TRUCK.received
  const claims = HARBOR_TRUCK.claims.map(({ number, site, quantity }) => {
    const claim = claimFrom(sale, unitsClaim('carton', 'lostBehindTheDock', line, quantity, 0), { number, payDay })
    return { ...claim, site: siteOf(customer, site) }
  })
  return { sale, claims }
}

function siteOf(customer: Customer, number: string): Site {
  return existing(customer.sites.find((site) => site.number === number))
}

function setPrice(line: Sale['lines'][number], price: bigint): void {
  line.poPrice = price
  line.agreedPrice = price
  line.billedPrice = price
}

function featured(feature: FeaturedClaim): { sale: Sale; claim: Claim } {
  const customer = customerNamed(feature.customer)
  const random = dice(`featured/${feature.number}`)
  const sale = planSale(customer, 0, feature.payDay - customer.netDays - 7, random)
  withLines(
    sale,
    feature.lines.map(([part, quantity]) => [itemNamed(part), quantity, '0.00'] as const),
  )
  billedOn(sale, feature.payDay - customer.netDays, feature.payDay)
  for (const line of sale.lines) setPrice(line, agreedPrice(customer, line.item, sale.orderDay))
  const line = existing(sale.lines[0])
  const unit = feature.unit ?? line.billedPrice
  const amount = feature.amount ?? unit * BigInt(feature.quantity ?? 0)
  const { kind, because, validAmount, verdict } = feature
  tell(feature, sale, random)
  const sketch = {
    kind,
    because,
    amount,
    validAmount,
    verdict,
    ...(feature.reference === undefined ? {} : { reference: feature.reference }),
    ...(feature.quantity === undefined ? {} : { line, quantity: feature.quantity, unit }),
  }
  return { sale, claim: claimFrom(sale, sketch, { number: feature.number, payDay: feature.payDay }) }
}

/** What happened to the order of each featured claim. */
function tell(feature: FeaturedClaim, sale: Sale, random: Dice): void {
  const line = existing(sale.lines[0])
  const quantity = feature.quantity ?? 0
  sale.freightBilled = false
  switch (feature.kind) {
    case 'carton':
    case 'sealIntact':
    case 'concealed':
    case 'unitShort':
      return tellShortage(feature, sale, line, quantity)
    case 'price':
      line.poPrice -= feature.unit ?? 0n
      return
    case 'priceDocumented':
      line.billedPrice += (feature.unit ?? 0n) / 2n
      line.poPrice -= (feature.unit ?? 0n) / 2n
      return
    case 'onTime':
      if (feature.verdict === 'valid') return shipLater(sale, 3)
      sale.appointmentMovedTo = sale.windowTo + 3
      sale.deliveredDay = sale.appointmentMovedTo
      sale.receivedDay = sale.deliveredDay + 1
      return
    case 'recall':
      sale.returns.push({
        rga: feature.reference ?? '',
        line,
        authorised: quantity,
        received: quantity / 2,
        day: sale.deliveredDay + 5,
        receiptDay: sale.deliveredDay + 12,
        isCredited: false,
      })
      return
    case 'freight':
      sale.freight = 'prepaid'
      sentWith(sale, carrierNamed('TLSV'), random)
      sale.routed = sale.carrier
      sale.freightBilled = true
      return
    case 'notReceived':
      sentWith(sale, carrierNamed('SRPX'), random)
      for (const one of sale.lines) one.received = 0
      sale.isTracked = false
      return
    default:
      return
  }
}

function tellShortage(feature: FeaturedClaim, sale: Sale, line: Sale['lines'][number], quantity: number): void {
  reduce(line, quantity, ['received'])
  sale.pod = 'text'
  const truly = Number(feature.validAmount / line.billedPrice)
  if (truly > 0) reduce(line, truly, ['loaded', 'arrived'])
  if (feature.kind === 'concealed' || feature.kind === 'unitShort') sale.stockCount = { day: sale.receivedDay + 6, line, surplus: truly }
}

/** Tern deducted the same shortage a second time under a new number. */
function duplicateOfTern(first: Claim): Claim {
  const unit = cents('93.50')
  const sketch = {
    kind: 'billedTwice',
    because: 'claimedTwice',
    amount: first.amount,
    validAmount: 0n,
    verdict: 'duplicate',
    line: existing(first.line),
    quantity: 42,
    unit,
    laterBy: 12,
  } as const
  return { ...claimFrom(first.sale, sketch, { number: 'TN-5610-C', payDay: -18 }), duplicateOf: first }
}
