import { claimFrom } from './claims'
import { CUSTOMERS } from './customers'
import { dice, existing } from './dice'
import { itemNamed } from './items'
import { billedOn, lineOf, planSale, withLines } from './plan-sale'
import { agreedPrice } from './prices'
import { invoiceAmount, reduce, unitsClaim } from './sketch'
import type { Claim, Sale } from './world'

const PAY_DAY = -19
const NUMBERS = { short: 'BM-770501', late: 'BM-770502', notice: 'BM-770503' }
const CARTON_UNITS = 24

/**
 * One delivery behind three deductions: the customer took two cartons as short, a fine for a late delivery and one for a late ship
 * notice, all without a paper. The carrier told nothing; only the receipt that logistics can ask for says what happened: signed in
 * full, in the window, after the notice.
 */
export function planFailedShipment(): { sale: Sale; claims: Claim[] } {
  const customer = existing(CUSTOMERS.find(({ id }) => id === 'C05'))
  const sale = planSale(customer, 0, PAY_DAY - customer.netDays - 7, dice('failed shipment'))
  withLines(sale, [
    [itemNamed('HM2-SD'), 96, '0.00'],
    [itemNamed('PB-10'), 60, '0.00'],
  ])
  billedOn(sale, PAY_DAY - customer.netDays, PAY_DAY)
  for (const line of sale.lines) {
    const price = agreedPrice(customer, line.item, sale.orderDay)
    Object.assign(line, { poPrice: price, agreedPrice: price, billedPrice: price })
  }
  Object.assign(sale, { freight: 'prepaid', freightBilled: false, isTracked: false, pod: 'none', bolPaper: 'none', isClaimed: true })
  const line = lineOf(sale, 'HM2-SD')
  reduce(line, CARTON_UNITS, ['received'])
  const fine = (invoiceAmount(sale) * BigInt(customer.finePercent)) / 100n
  const taken = { amount: fine, validAmount: 0n }
  const claims = [
    claimFrom(sale, unitsClaim('carton', 'lostBehindTheDock', line, CARTON_UNITS, 0), { number: NUMBERS.short, payDay: PAY_DAY }),
    claimFrom(sale, { kind: 'onTime', because: 'deliveredInTime', ...taken }, { number: NUMBERS.late, payDay: PAY_DAY }),
    claimFrom(sale, { kind: 'asnLate', because: 'asnWasInTime', ...taken }, { number: NUMBERS.notice, payDay: PAY_DAY }),
  ]
  return { sale, claims }
}

/** Whether a sale is the one that failed. */
export function isFailedShipment(sale: Sale, claims: readonly Claim[]): boolean {
  return claims.some((claim) => claim.number === NUMBERS.short && claim.sale === sale)
}
