import type { CalendarDate } from '@/core/calendar-date'
import { type Sql, sql } from '@/server/db/client'
import { keyContains } from '@/server/db/key-contains'
import { scopeOf } from '@/server/db/scope-of'
import { customerColumn } from '@/server/lists/customer-column'
import { keyedColumn } from '@/server/lists/keyed-column'
import type { ListSource } from '@/server/lists/list-source'
import { DISPUTE_LIST } from '../rules/dispute-list'
import { DISPUTE_JOINS } from './find-dispute-row'

/** The list of disputes in the database: what was filed, over `dispute p`, `deduction d` with its owner `w`, and `customer c`. */
export const DISPUTE_SOURCE: ListSource = {
  shape: DISPUTE_LIST,
  from: sql`${DISPUTE_JOINS} LEFT JOIN app_user w ON w.id = d.owner_id`,
  id: sql`p.id`,
  currency: sql`p.currency`,
  scope: (actor) => scopeOf(actor, sql`p.customer_id`),
  columns: () => ({
    claim: keyedColumn(sql`coalesce(d.claim_number, 'D-' || d.number)`, sql`coalesce(d.claim_key, comparison_key('D-' || d.number))`),
    customer: customerColumn,
    category: { value: sql`d.category` },
    amount: { value: sql`p.amount_minor` },
    submitted: { value: sql`p.submitted_on` },
    reference: { value: sql`nullif(p.portal_reference, '')` },
    // Of what was answered, the day to ask again.
    answerDue: { value: sql`CASE p.state WHEN 'closed' THEN NULL WHEN 'answered' THEN p.follow_up_on ELSE p.answer_due_on END` },
    state: { value: sql`coalesce(p.outcome, p.state)` },
    owner: { value: sql`w.name`, asked: { kind: 'choice', column: sql`d.owner_id::text` } },
    won: { value: sql`p.won_minor` },
    lost: { value: sql`p.lost_minor` },
    answered: { value: sql`p.answered_on` },
    package: { value: sql`(SELECT max(k.version) FROM dispute_package k WHERE k.dispute_id = p.id AND k.is_submitted)` },
    invoice: keyedColumn(sql`d.invoice_number`, sql`d.invoice_key`),
    po: keyedColumn(sql`d.po_number`, sql`d.po_key`),
    currency: { value: sql`p.currency` },
  }),
  tabs: (_actor, today) => ({
    ...Object.fromEntries(DISPUTE_LIST.tabs.keys.flatMap((tab) => (tab === 'all' ? [] : [[tab, disputeTab(tab, today)]]))),
    all: sql`p.state IN ('submitted', 'answered', 'closed')`,
  }),
  search: (typed) => keyContains(typed, [sql`d.claim_key`, sql`d.invoice_key`, sql`d.po_key`, sql`comparison_key(p.portal_reference)`]),
  extras: { deductionId: sql`d.id`, version: sql`d.version`, ownerId: sql`d.owner_id`, isOpen: sql`d.state <> 'closed'` },
}

type DisputeTab = Exclude<(typeof DISPUTE_LIST.tabs.keys)[number], 'all'>

/** The condition behind a tab. Due: the answer is late or the day to ask again has come. Promised: won, but the money has not been booked. */
export function disputeTab(tab: DisputeTab, today: CalendarDate): Sql {
  switch (tab) {
    case 'filed':
      return sql`p.state = 'submitted'`
    case 'due':
      return sql`((p.state = 'submitted' AND p.answer_due_on <= ${today}::date) OR (p.state = 'answered' AND p.follow_up_on <= ${today}::date))`
    case 'answered':
      return sql`p.state = 'answered'`
    case 'promised':
      return sql`(p.state = 'answered' AND p.won_minor > coalesce((SELECT sum(r.amount_minor) FROM resolution r
        WHERE r.deduction_id = p.deduction_id AND r.kind IN ('repaid', 'credited', 'reversed')), 0))`
    case 'closed':
      return sql`p.state = 'closed'`
  }
}
