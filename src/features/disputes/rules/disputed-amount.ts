/** What is asked back: what the verdict says is not owed, never more than is still open; all that is open without a verdict. Minor units. */
export function disputedMinor(deduction: { openMinor: bigint; recoverableMinor: bigint }): bigint {
  const { openMinor, recoverableMinor } = deduction
  return recoverableMinor > 0n && recoverableMinor < openMinor ? recoverableMinor : openMinor
}
