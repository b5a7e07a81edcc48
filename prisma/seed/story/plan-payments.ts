import { total } from './amounts'
import { type Day, FIRST_DAY, LAST_PAYMENT_DAY } from './calendar'
import { deadlineOf } from './categories'
import type { Customer } from './customers'
import { type Dice, dice } from './dice'
import { paymentDayFrom } from './payment-days'
import { invoiceTotal, isBilled, type Payment, type World } from './world'

const NUMBER: Readonly<Record<string, (random: Dice) => string>> = {
  C01: (random) => random.digits(7),
  C02: (random) => random.digits(9),
  C03: (random) => `2${random.digits(8)}`,
  C04: (random) => random.digits(10),
  C05: (random) => random.digits(8),
  C06: (random) => random.digits(8),
  C07: (random) => `9${random.digits(6)}`,
  C08: (random) => random.digits(6),
  C09: (random) => `ZA${random.digits(7)}`,
  C10: (random) => `FK${random.digits(9)}`,
}

/** Gathers invoices and claims into payment runs. A run that would be negative keeps its claims for the next one. */
export function planPayments(world: World): Payment[] {
  const runs = new Map<string, Payment>()
  const runOf = (customer: Customer, payer: Payment['payer'], day: Day): Payment => {
    const key = `${payer.account}/${day}`
    const run = runs.get(key) ?? emptyPayment(customer, payer, day)
    runs.set(key, run)
    return run
  }
  for (const sale of world.sales)
    if (isBilled(sale) && sale.payDay <= LAST_PAYMENT_DAY) runOf(sale.customer, sale.payer, sale.payDay).sales.push(sale)
  const waiting = world.claims.filter((claim) => claim.payDay <= LAST_PAYMENT_DAY)
  for (const claim of waiting) {
    const run = runOf(claim.customer, claim.payer, claim.payDay)
    ;(claim.kind === 'discount' ? run.discounts : run.claims).push(claim)
  }
  for (let day = FIRST_DAY; day <= LAST_PAYMENT_DAY; day++) settleDay(day, runs, runOf)
  world.claims = world.claims.filter((claim) => claim.payDay <= LAST_PAYMENT_DAY)
  return [...runs.values()].filter((run) => run.total > 0n).sort((a, b) => a.day - b.day || a.payer.account.localeCompare(b.payer.account))
}

function emptyPayment(customer: Customer, payer: Payment['payer'], day: Day): Payment {
  const number = (NUMBER[customer.id] ?? ((random: Dice) => random.digits(5)))(dice(`payment/${payer.account}/${day}`))
  return { number, customer, payer, day, sales: [], discounts: [], claims: [], reversals: [], total: 0n, statedTotal: 0n }
}

function settleDay(
  day: Day,
  runs: ReadonlyMap<string, Payment>,
  runOf: (customer: Customer, payer: Payment['payer'], day: Day) => Payment,
): void {
  for (const run of [...runs.values()].filter((one) => one.day === day)) {
    run.claims.sort((a, b) => a.claimDay - b.claimDay || a.number.localeCompare(b.number))
    run.sales.sort((a, b) => Number(a.invoice) - Number(b.invoice))
    run.total = total(run.sales, invoiceTotal) - total([...run.claims, ...run.discounts], (claim) => claim.amount)
    run.statedTotal = run.total
    if (run.total > 0n || run.claims.length + run.sales.length === 0) continue
    postpone(run, runOf)
  }
}

/** Nothing to pay: everything waits for the next run, or is not taken off yet when there is none. */
function postpone(run: Payment, runOf: (customer: Customer, payer: Payment['payer'], day: Day) => Payment): void {
  const nextDay = paymentDayFrom(run.customer, run.day + 1)
  const claims = [...run.claims, ...run.discounts]
  const late = claims.find((claim) => claim.isFeatured)
  if (late) throw new Error(`claim ${late.number} finds nothing to be taken from on its day`)
  for (const sale of run.sales) sale.payDay = nextDay
  for (const claim of claims) {
    claim.payDay = nextDay
    claim.deadlineDay = deadlineOf(claim.customer, claim.kind, { payment: nextDay, invoice: claim.sale.invoiceDay })
  }
  if (nextDay <= LAST_PAYMENT_DAY) {
    const next = runOf(run.customer, run.payer, nextDay)
    next.sales.push(...run.sales)
    next.claims.push(...run.claims)
    next.discounts.push(...run.discounts)
  }
  Object.assign(run, { sales: [], claims: [], discounts: [], total: 0n, statedTotal: 0n })
}
