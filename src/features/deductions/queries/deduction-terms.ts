import { type Sql, sql } from '@/server/db/client'
import { BACK_TO_SALES } from '../rules/deduction'

/** What may be lost: nothing of a valid deduction, all that is open of an undecided one, else the part that is not owed. */
export const AT_RISK: Sql = sql`at_risk_minor(coalesce(d.decided_verdict, d.verdict), d.recoverable_minor, d.open_minor)`

/** What there is something to do about; nothing else can have a rank. The index `deduction_workable` is made of it. */
export const WORKABLE: Sql = sql`(d.state NOT IN ('submitted', 'closed') AND coalesce(d.decided_verdict, d.verdict) <> 'valid')`

/**
 * The next step: while a second person is asked to give it up, theirs; while sales have it, theirs; once the dispute is won, the money;
 * once the carrier is claimed from, the customer's part; else the one of the verdict.
 */
export const NEXT_ACTION: Sql = sql`CASE WHEN d.open_minor > 0 AND EXISTS (SELECT 1 FROM approval_request q
    WHERE q.kind = 'giving-up' AND q.subject_id = d.id AND q.state = 'open') THEN 'wait-for-approval'
  WHEN d.open_minor > 0 AND EXISTS (SELECT 1 FROM task t WHERE t.subject_kind = 'deduction' AND t.subject_id = d.id
  AND t.kind = ${BACK_TO_SALES} AND t.state = 'open') THEN 'wait-for-sales'
  WHEN d.next_action = 'wait-for-answer' AND EXISTS (SELECT 1 FROM dispute p
    WHERE p.deduction_id = d.id AND p.state = 'answered' AND p.outcome IN ('won', 'partly')) THEN 'wait-for-money'
  WHEN d.next_action = 'file-carrier-claim' AND EXISTS (SELECT 1 FROM freight_claim_line l JOIN freight_claim f ON f.id = l.claim_id
    WHERE l.deduction_id = d.id AND f.state <> 'withdrawn') THEN 'accept' ELSE d.next_action END`

/** The day a deduction was taken; without one, the day we learned of it. */
export const TAKEN_ON: Sql = sql`coalesce(d.taken_on, d.created_at::date)`
