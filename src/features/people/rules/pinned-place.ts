/** Places with pages of single records that can be kept at hand, and looked up again as seen last. */
const KEPT_PLACES =
  /^\/(deductions|orders|invoices|disputes|packages|documents|reconciliation|tasks|imports|codes|incidents|freight-claims)\/[^/]+/

/** Records that one person keeps at hand. */
export const PINS_MAX = 20

/** Whether a path is the page of a record. */
export function isRecordPath(path: string): boolean {
  return KEPT_PLACES.test(path)
}
