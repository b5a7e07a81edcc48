import type * as z from 'zod'
import { Refusal } from '@/core/refusal'
import { requestApproval } from '@/features/approvals/commands/request-approval'
import { defineCommand, type Scope } from '@/server/command'
import { selectIn, sql } from '@/server/db/client'
import { scopeOf } from '@/server/db/scope-of'
import { canProposeRules } from '../policy'
import { findEvidenceEffect } from '../queries/find-evidence-effect'
import { ProposeEvidenceRuleInput } from '../schemas'

type Subject = { customerId: string; code: string; name: string }

/**
 * Proposes that a paper is required from now on for a category of a customer's claims. What the rule would have meant for past disputes
 * and means for open claims is reckoned now and is part of what the second person approves. Refuses 'conflict' while the same waits.
 */
export const proposeEvidenceRule = defineCommand({
  event: 'evidence-rule.proposed',
  input: ProposeEvidenceRuleInput,
  find: findCustomer,
  allow: canProposeRules,
  async change(scope, customer, input) {
    const { category, evidence } = input
    const effect = await findEvidenceEffect(scope.actor, { ...input, customerCode: customer.code })
    const [row] = await selectIn<{ id: string }>(
      scope.tx,
      sql`INSERT INTO evidence_proposal (customer_id, category, evidence) VALUES (${customer.customerId}::uuid, ${category}, ${evidence})
        ON CONFLICT DO NOTHING RETURNING id::text`,
    )
    if (!row) throw new Refusal('conflict')
    const { contentHash } = await requestApproval(
      scope.actor,
      {
        kind: 'evidence-rule',
        subjectId: row.id,
        customerId: customer.customerId,
        label: customer.name,
        content: { category, evidence, level: 'required', effect },
      },
      { within: scope },
    )
    return { id: row.id, contentHash, effect }
  },
})

async function findCustomer({ tx, actor }: Scope, input: z.output<typeof ProposeEvidenceRuleInput>): Promise<Subject | null> {
  const [row] = await selectIn<Subject>(
    tx,
    sql`SELECT c.id::text AS "customerId", c.code, c.name FROM customer c WHERE c.id = ${input.customerId}::uuid AND ${scopeOf(actor, sql`c.id`)}`,
  )
  return row ?? null
}
