import { env } from './env'

/** What a year of waiting for money costs, in parts per million. */
export function yearlyMoneyCostPpm(): number {
  return Math.round(env().RECOUP_MONEY_COST_PERCENT * 10_000)
}
