import { addDays, type CalendarDate, calendarDate, daysBetween, isoWeekStart } from '@/core/calendar-date'
import type { FreightRule } from '@/features/agreements/rules/trade-rule'

/** Damage noted at delivery needs no notice of its own; damage found later is told the carrier at once. */
export const FREIGHT_CLAIM_KINDS = ['loss', 'visible-damage', 'concealed-damage'] as const
export type FreightClaimKind = (typeof FREIGHT_CLAIM_KINDS)[number]

export const FREIGHT_CLAIM_STATES = ['open', 'filed', 'acknowledged', 'offered', 'paid', 'declined', 'withdrawn'] as const
export type FreightClaimState = (typeof FREIGHT_CLAIM_STATES)[number]

export const FREIGHT_ANSWERS = ['acknowledged', 'offered', 'paid', 'declined'] as const
/** The steps that a paper can prove. */
export const FREIGHT_PROOF_STEPS = ['notice', 'filing', ...FREIGHT_ANSWERS] as const
export type FreightProofStep = (typeof FREIGHT_PROOF_STEPS)[number]
export type FreightAnswer = (typeof FREIGHT_ANSWERS)[number]

type Rules = ReadonlyMap<FreightRule, number>

/** Nine months, unless a rule says more: no carrier may set less. Source: 49 USC 14706(e). */
const FILING_MONTHS_LEAST = 9
/** What counts as a reasonable time for a delivery that never came, in days after it left. */
const REASONABLE_DAYS = 14

/**
 * Until when a claim has to be filed: months after delivery, or after a reasonable time for it when nothing arrived.
 * Source: Uniform Straight Bill of Lading, section 3(b); the rule in force on that day.
 */
export function fileBy(anchor: { deliveredOn: CalendarDate | null; shippedOn: CalendarDate | null }, rules: Rules): CalendarDate | null {
  const from = anchor.deliveredOn ?? (anchor.shippedOn === null ? null : addDays(anchor.shippedOn, REASONABLE_DAYS))
  return from === null ? null : addMonths(from, Math.max(rules.get('freight-filing') ?? FILING_MONTHS_LEAST, FILING_MONTHS_LEAST))
}

/** Until when damage found after delivery has to be told the carrier, in business days; null for what was noted at delivery. Source: NMFC 300135-A. */
export function noticeBy(kind: FreightClaimKind, deliveredOn: CalendarDate | null, rules: Rules): CalendarDate | null {
  const days = rules.get('concealed-notice')
  if (kind !== 'concealed-damage' || deliveredOn === null || days === undefined) return null
  return addBusinessDays(deliveredOn, days)
}

/** What the carrier has to do once the claim is filed, and until when. Source: 49 CFR 370.5 and 370.9. */
export function carrierClock(filedOn: CalendarDate, rules: Rules): { acknowledgeBy: CalendarDate | null; answerBy: CalendarDate | null } {
  const after = (kind: FreightRule) => {
    const days = rules.get(kind)
    return days === undefined ? null : addDays(filedOn, days)
  }
  return { acknowledgeBy: after('freight-acknowledgement'), answerBy: after('freight-answer') }
}

/** Until when a declined claim can be sued for. Source: 49 USC 14706(e). */
export function sueBy(declinedOn: CalendarDate, rules: Rules): CalendarDate | null {
  const months = rules.get('freight-suit')
  return months === undefined ? null : addMonths(declinedOn, months)
}

const NEXT: Readonly<Record<FreightClaimState, readonly FreightAnswer[]>> = {
  open: [],
  filed: FREIGHT_ANSWERS,
  acknowledged: ['offered', 'paid', 'declined'],
  offered: ['offered', 'paid', 'declined'],
  declined: ['offered', 'paid'],
  paid: [],
  withdrawn: [],
}

/** What a carrier can say next. A declined claim may still be paid, a paid one is at its end. */
export function answersNext(state: FreightClaimState): readonly FreightAnswer[] {
  return NEXT[state]
}

type Clocked = {
  state: FreightClaimState
  noticeBy: CalendarDate | null
  noticedOn: CalendarDate | null
  fileBy: CalendarDate
  acknowledgeBy: CalendarDate | null
  answerBy: CalendarDate | null
  sueBy: CalendarDate | null
}

/** The day that counts now, and for what: ours until it is filed, the carrier's after that. */
export function dueNow(claim: Clocked): { on: CalendarDate; what: 'notice' | 'filing' | 'acknowledgement' | 'answer' | 'suit' } | null {
  switch (claim.state) {
    case 'open':
      return claim.noticeBy !== null && claim.noticedOn === null && claim.noticeBy < claim.fileBy
        ? { on: claim.noticeBy, what: 'notice' }
        : { on: claim.fileBy, what: 'filing' }
    case 'filed':
      return claim.acknowledgeBy === null ? null : { on: claim.acknowledgeBy, what: 'acknowledgement' }
    case 'acknowledged':
    case 'offered':
      return claim.answerBy === null ? null : { on: claim.answerBy, what: 'answer' }
    case 'declined':
      return claim.sueBy === null ? null : { on: claim.sueBy, what: 'suit' }
    case 'paid':
    case 'withdrawn':
      return null
  }
}

// The same day of a later month, or its last one: 31 May and nine months is 28 February.
function addMonths(date: CalendarDate, months: number): CalendarDate {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number)
  const at = year * 12 + (month - 1) + months
  for (let wanted = day; wanted > 27; wanted -= 1) {
    const found = calendarDate(Math.floor(at / 12), (at % 12) + 1, wanted)
    if (found !== null) return found
  }
  return calendarDate(Math.floor(at / 12), (at % 12) + 1, Math.min(day, 28)) ?? date
}

// Monday to Friday; what the carrier takes as a holiday only gives more time.
function addBusinessDays(date: CalendarDate, days: number): CalendarDate {
  let on = date
  for (let left = days; left > 0; ) {
    on = addDays(on, 1)
    if (daysBetween(isoWeekStart(on), on) < 5) left -= 1
  }
  return on
}
