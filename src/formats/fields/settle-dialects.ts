import type { NumberDialect, NumberEvidence } from '../text/read-amount'
import type { DateDialect, DateEvidence } from '../text/read-date'

/** How a column is read, and whether its values prove the other of two readings that fit the same text. */
export type Settled<Dialect> = { dialect: Dialect; isContradicted: boolean }

// Both of a pair read the same text, differently: only these can be taken for each other without a row being refused.
const DATE_PAIRS: readonly (readonly [DateDialect, DateDialect])[] = [
  ['mdy-slash', 'dmy-slash'],
  ['mdy-dash', 'dmy-dash'],
]

/**
 * How the dates of a column are read that were read as `said` before. The values decide where they prove one reading; where they
 * do not, what was said holds. Nothing is ever read the other way round without being told.
 */
export function settleDates(evidence: DateEvidence, said: DateDialect): Settled<DateDialect> {
  const found = evidence.decide(said)
  const isContradicted = DATE_PAIRS.some(([a, b]) => (found === a && said === b) || (found === b && said === a))
  return { dialect: found === 'ambiguous' || isContradicted ? said : found, isContradicted }
}

/** How the numbers of a column are read that were read as `said` before; as with dates. Bare whole numbers prove nothing. */
export function settleNumbers(evidence: NumberEvidence, said: NumberDialect): Settled<NumberDialect> {
  const proven = evidence.provenDialect()
  const isContradicted = proven !== null && proven !== said && said !== 'ambiguous' && (proven === 'point' || said === 'point')
  return { dialect: proven === null || isContradicted ? said : proven, isContradicted }
}
