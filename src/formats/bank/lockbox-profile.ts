/** Where a field stands in a record: its first place, counted from 1 as banks' guides do, and its width. */
export type Place = readonly [from: number, width: number]

/**
 * How one bank lays out its lockbox file. Every bank has its own places, and deductions stand only where the bank agreed to
 * type them: a profile is data, not code. Records are told apart by their first character.
 */
export type LockboxProfile = {
  name: string
  /** The sender this profile is for: its number in the file header (record 1 or 2) or the lockbox number; neither: any sender. */
  origin?: string | undefined
  lockbox?: string | undefined
  currency: string
  fields: LockboxFields
}

/** The fields that are read, as record and name; those that a bank does not fill are left out of its profile. */
export type LockboxFields = {
  fileOrigin?: Place | undefined
  fileDate?: Place | undefined
  lockbox: Place
  depositDate?: Place | undefined
  batch: Place
  item: Place
  checkAmount: Place
  routing?: Place | undefined
  account?: Place | undefined
  checkNumber: Place
  payer?: Place | undefined
  sequence?: Place | undefined
  lastFlag?: Place | undefined
  /** Invoices of an overflow record; several where the bank puts more than one into a record. */
  invoices: readonly OverflowPlaces[]
  batchCount?: Place | undefined
  batchAmount: Place
  lockboxCount?: Place | undefined
  lockboxAmount: Place
  recordCount?: Place | undefined
}

export type OverflowPlaces = {
  invoice: Place
  amount?: Place | undefined
  deduction?: Place | undefined
  reason?: Place | undefined
}

const COMMON = {
  fileOrigin: [14, 10],
  fileDate: [24, 6],
  lockbox: [8, 7],
  depositDate: [15, 6],
  batch: [2, 3],
  item: [5, 3],
  checkAmount: [8, 10],
  sequence: [9, 2],
  lastFlag: [11, 1],
  batchCount: [21, 3],
  batchAmount: [24, 10],
  lockboxCount: [21, 4],
  lockboxAmount: [25, 10],
  recordCount: [2, 6],
} as const satisfies Partial<LockboxFields>

const WIDE_ROUTING = { ...COMMON, routing: [18, 9], account: [27, 10], checkNumber: [37, 10] } as const
const NARROW_ROUTING = { ...COMMON, routing: [18, 8], account: [26, 10], checkNumber: [36, 10] } as const

const INVOICE_AMOUNT: OverflowPlaces = { invoice: [12, 16], amount: [28, 10] }
const WITH_DEDUCTION: OverflowPlaces = { ...INVOICE_AMOUNT, deduction: [38, 10], reason: [48, 3] }
// The older layout lists invoices only.
const THREE_INVOICES: readonly OverflowPlaces[] = [{ invoice: [12, 16] }, { invoice: [28, 16] }, { invoice: [44, 16] }]

/** What banks use most, tried in this order: the one whose sums agree reads the file. Source: BAI lockbox guides of several banks. */
export const LOCKBOX_LAYOUTS: readonly LockboxProfile[] = [
  { name: 'bai2', currency: 'USD', fields: { ...WIDE_ROUTING, invoices: [INVOICE_AMOUNT] } },
  { name: 'bai2-deductions', currency: 'USD', fields: { ...WIDE_ROUTING, invoices: [WITH_DEDUCTION] } },
  { name: 'bai2-narrow', currency: 'USD', fields: { ...NARROW_ROUTING, invoices: [INVOICE_AMOUNT] } },
  { name: 'bai2-narrow-deductions', currency: 'USD', fields: { ...NARROW_ROUTING, invoices: [WITH_DEDUCTION] } },
  { name: 'bai', currency: 'USD', fields: { ...WIDE_ROUTING, invoices: THREE_INVOICES } },
  { name: 'bai-narrow', currency: 'USD', fields: { ...NARROW_ROUTING, invoices: THREE_INVOICES } },
]

/** The text at a place, trimmed; '' beyond the end of the line or without a place. */
export function cutAt(line: string, place: Place | undefined): string {
  return place === undefined ? '' : line.slice(place[0] - 1, place[0] - 1 + place[1]).trim()
}
