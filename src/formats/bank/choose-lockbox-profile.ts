import { cutAt, LOCKBOX_LAYOUTS, type LockboxFields, type LockboxProfile } from './lockbox-profile'

/**
 * The profile of a file's sender: one that names it, else the usual layout whose invoices add up to their cheques, whose
 * cheques add up to their batches and whose bank numbers are bank numbers.
 */
export function chooseLockboxProfile(lines: readonly string[], profiles: readonly LockboxProfile[]): LockboxProfile {
  const own = profiles.find((profile) => isOf(profile, lines))
  if (own) return own
  const general = profiles.filter(({ origin, lockbox }) => origin === undefined && lockbox === undefined)
  const candidates = [...general, ...LOCKBOX_LAYOUTS]
  let best = { profile: candidates[0] as LockboxProfile, score: -1 }
  for (const profile of candidates) {
    const score = scoreOf(profile.fields, lines)
    if (score > best.score) best = { profile, score }
  }
  return best.profile
}

function isOf({ origin, lockbox, fields }: LockboxProfile, lines: readonly string[]): boolean {
  if (origin === undefined && lockbox === undefined) return false
  const hasOrigin =
    origin === undefined || lines.some((line) => /^[12]/.test(line) && bare(cutAt(line, fields.fileOrigin)) === bare(origin))
  const hasLockbox =
    lockbox === undefined || lines.some((line) => line.startsWith('5') && bare(cutAt(line, fields.lockbox)) === bare(lockbox))
  return hasOrigin && hasLockbox
}

function bare(text: string): string {
  return text.replace(/^0+(?=.)/, '')
}

/** Shares of what agrees: cheques with their invoices count most, then batches, then the check digits of the payers' banks. */
function scoreOf(fields: LockboxFields, lines: readonly string[]): number {
  const checks = new Map<string, { amount: number; paid: number; taken: number; invoices: number }>()
  const batches = new Map<string, { sum: number; stated: number | null }>()
  let banks = 0
  for (const line of lines) {
    const batch = cutAt(line, fields.batch)
    const key = `${batch} ${cutAt(line, fields.item)}`
    const check = checks.get(key) ?? { amount: 0, paid: 0, taken: 0, invoices: 0 }
    const sums = batches.get(batch) ?? { sum: 0, stated: null }
    if (line[0] === '6') {
      check.amount = whole(cutAt(line, fields.checkAmount))
      sums.sum += check.amount
      if (isBankNumber(cutAt(line, fields.routing))) banks++
    } else if (line[0] === '4') {
      for (const places of fields.invoices) {
        if (cutAt(line, places.invoice) !== '') check.invoices++
        check.paid += whole(cutAt(line, places.amount))
        check.taken += whole(cutAt(line, places.deduction))
      }
    } else if (line[0] === '7') sums.stated = whole(cutAt(line, fields.batchAmount))
    else continue
    if (line[0] !== '7') checks.set(key, check)
    batches.set(batch, sums)
  }
  const listed = [...checks.values()].filter(({ invoices }) => invoices > 0)
  const isListing = fields.invoices.every(({ amount }) => amount === undefined)
  const agreeing = listed.filter(({ amount, paid, taken }) => paid === amount || (taken > 0 && paid - taken === amount))
  // A deduction column that is really something else would take more off than is there.
  const plausible = listed.filter(({ amount, taken }) => taken > 0 && taken < amount * 10).length
  const byInvoices = isListing ? (listed.length > 0 && lines.every(hasNoAmount) ? 3 : 0) : 8 * share(agreeing.length, listed.length)
  const closed = [...batches.values()].filter(({ sum, stated }) => stated === sum).length
  return byInvoices + 4 * share(closed, batches.size) + 2 * share(banks, checks.size) + share(plausible, listed.length)
}

/** Amounts fill their places with zeros in front; numbers of invoices are followed by blanks. */
function hasNoAmount(line: string): boolean {
  return line[0] !== '4' || !/^\d{10}/.test(line.slice(27, 37))
}

function share(part: number, all: number): number {
  return all === 0 ? 0 : part / all
}

function whole(text: string): number {
  return /^[+-]?\d{1,15}$/.test(text) ? Number(text) : Number.NaN
}

/** Nine digits with the check digit of American banks. */
function isBankNumber(text: string): boolean {
  if (!/^\d{9}$/.test(text) || /^0+$/.test(text)) return false
  const weights = [3, 7, 1, 3, 7, 1, 3, 7, 1]
  return [...text].reduce((sum, digit, index) => sum + Number(digit) * (weights[index] ?? 0), 0) % 10 === 0
}
