/** A rate in integer parts per million: 2 % is 20000. */
export type Ppm = number

/** 100 % in parts per million. */
export const PPM_ONE = 1_000_000

/** Reads percent text ('2', '0.5') as parts per million; null when it is no number or finer than one part per million. */
export function parsePercent(text: string): Ppm | null {
  const match = /^([+-]?)(\d+)(?:\.(\d{1,4}))?$/.exec(text.trim())
  if (!match) return null
  const [, sign, whole = '0', fraction = ''] = match
  const value = Number(whole) * 10_000 + Number(fraction.padEnd(4, '0'))
  return sign === '-' ? -value : value
}

/** The share of a part in a whole in parts per million, rounded down; 0 of nothing is 0. */
export function shareOf(part: bigint, whole: bigint): Ppm {
  return whole === 0n ? 0 : Number((part * BigInt(PPM_ONE)) / whole)
}
