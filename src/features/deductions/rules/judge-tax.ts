import { money } from '@/core/money'
import { takenAmount } from './claimed-line'
import { invoiceParts, readSum } from './read-sum'
import { amount, refute, settle, sourceOf, startReckoning, undecided } from './reckoning'
import type { ValidityFacts } from './validity-facts'
import type { ValidityVerdict } from './verdict'

/**
 * Judges "tax charged on goods for resale": what the invoice asks beyond its lines is tax or another charge. An invoice that
 * comes to exactly its lines charged none; a surplus of just the amount taken is the tax; any other surplus has to be explained.
 */
export function judgeTax(facts: ValidityFacts): ValidityVerdict {
  const taken = takenAmount(facts)
  const reckoning = startReckoning()
  const { invoice } = facts
  if (!invoice || invoice.lines.length === 0 || invoice.currency !== taken.currency)
    return undecided(taken, reckoning, 'invoice-unknown', ['invoice'])
  const total = money(invoice.netMinor, taken.currency)
  const goods = money(
    invoice.lines.reduce((sum, line) => sum + line.netMinor, 0n),
    taken.currency,
  )
  const beyond = money(total.minor - goods.minor, taken.currency)
  if (beyond.minor !== 0n) reckoning.read('invoicedAmount', amount(total), sourceOf('invoice', invoice))
  readSum(reckoning, { line: 'invoicedLine', total: 'invoicedGoods' }, invoiceParts(invoice), amount(goods))
  reckoning.work('chargedBeyondGoods', amount(beyond), amount(total), '−', amount(goods))
  if (beyond.minor === 0n) return refute(taken, reckoning, { because: 'no-tax-billed', confidencePpm: 920_000, rootCause: 'no-tax-billed' })
  if (beyond.minor === taken.minor)
    return settle(taken, reckoning, {
      owedMinor: taken.minor,
      because: 'tax-billed-on-resale',
      confidencePpm: 850_000,
      liable: 'us',
      rootCause: 'tax-billed-on-resale',
    })
  return undecided(taken, reckoning, 'charge-unexplained', ['claim-detail'])
}
