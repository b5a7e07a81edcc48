/** Amounts in minor units of one currency, and the deductions behind them. */
export type Flow = { minor: bigint; count: number }

/** What was open, what came, what went and what is open, of one currency. */
export type RollForward = {
  currency: string
  openBefore: Flow
  taken: Flow
  recovered: Flow
  accepted: Flow
  expired: Flow
  openAfter: Flow
}

/** What the closing balance has beyond opening plus taken less outflows, minor units; nothing when the report ties out. */
export function rollForwardGap(roll: RollForward): bigint {
  return roll.openAfter.minor - (roll.openBefore.minor + roll.taken.minor - roll.recovered.minor - roll.accepted.minor - roll.expired.minor)
}

/**
 * Deductions that the counts have too many or too few: one that went in part is counted where it went and is open all the same, one
 * that went in two ways is counted twice. The money is not concerned.
 */
export function rollForwardCountGap(roll: RollForward): number {
  return roll.openAfter.count - (roll.openBefore.count + roll.taken.count - roll.recovered.count - roll.accepted.count - roll.expired.count)
}

/** Share of a part in a whole, parts per million, rounded down; nothing of nothing is zero. */
export function shareOf(part: bigint, whole: bigint): number {
  return whole === 0n ? 0 : Number((part * 1_000_000n) / whole)
}
