import type { Scope } from '@/server/command'
import { selectIn, sql } from '@/server/db/client'
import { scopeOf } from '@/server/db/scope-of'
import { trackerConditions } from '../queries/tracker-conditions'
import { BULK_MAX } from '../rules/bulk'
import type { DeductionState } from '../rules/deduction'
import { PASTE_MAX } from '../rules/plan-paste'
import type { CauseNature } from '../rules/root-cause'
import type { LiableParty, MissingPaper, VerdictKind } from '../rules/verdict'
import type { ChosenDeductions } from '../schemas'

/** A deduction as commands need it, locked until the transaction ends. */
export type DeductionForChange = {
  id: string
  number: number
  claimNumber: string | null
  version: number
  customerId: string
  ownerId: string | null
  state: DeductionState
  verdict: VerdictKind
  decidedVerdict: VerdictKind | null
  missing: MissingPaper[]
  liable: LiableParty | null
  amountMinor: bigint
  openMinor: bigint
  currency: string
  /** The machine's own newest figure. */
  judgedRecoverableMinor: bigint
  causeKey: string | null
  judgedNature: CauseNature | null
}

/** Rows of one command: chosen ones, or pasted ones. */
const SET_MAX = Math.max(BULK_MAX, PASTE_MAX)

/** Locks the chosen deductions in a fixed order; null when one of them does not exist for the actor. */
export async function findForChange(scope: Scope, input: { deductions: ChosenDeductions }): Promise<DeductionForChange[] | null> {
  const { deductions } = input
  const which =
    'matching' in deductions
      ? trackerConditions(scope.actor, deductions.matching, scope.today)
      : sql`d.id = ANY(${deductions.map((chosen) => chosen.id)}::uuid[]) AND ${scopeOf(scope.actor, sql`d.customer_id`)}`
  const rows = await selectIn<DeductionForChange>(
    scope.tx,
    sql`SELECT d.id, d.number, d.claim_number AS "claimNumber", d.version, d.customer_id AS "customerId", d.owner_id::text AS "ownerId", d.state, d.verdict, d.decided_verdict AS "decidedVerdict", coalesce(d.missing, '{}') AS missing,
      d.liable, d.amount_minor AS "amountMinor", d.open_minor AS "openMinor", d.currency, d.cause_key AS "causeKey",
      (SELECT t.nature FROM cause_term t WHERE t.cause_key = d.root_cause AND t.valid_from <= ${scope.today}::date ORDER BY t.valid_from DESC LIMIT 1) AS "judgedNature",
      coalesce((SELECT v.recoverable_minor FROM verdict v WHERE v.deduction_id = d.id ORDER BY v.judged_at DESC, v.id DESC LIMIT 1), 0)
        AS "judgedRecoverableMinor"
    FROM deduction d WHERE ${which} ORDER BY d.id LIMIT ${SET_MAX + 1} FOR UPDATE OF d`,
  )
  const wanted = 'matching' in deductions ? null : new Set(deductions.map((chosen) => chosen.id)).size
  return wanted === null || rows.length === wanted ? rows : null
}
