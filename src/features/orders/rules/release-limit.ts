/** What one person may release alone, in minor units; dearer releases need a second person. */
const LIMITS: Readonly<Record<string, bigint>> = { USD: 100_000n, EUR: 100_000n, CNY: 700_000n }
const OTHER_LIMIT = 100_000n

/** Whether releasing this much at stake as ordered needs a second person's word. */
export function needsSecondPerson(atStakeMinor: bigint, currency: string): boolean {
  return atStakeMinor > (LIMITS[currency] ?? OTHER_LIMIT)
}
