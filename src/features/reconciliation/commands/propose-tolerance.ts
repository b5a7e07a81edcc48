import type * as z from 'zod'
import { money } from '@/core/money'
import { requestApproval } from '@/features/approvals/commands/request-approval'
import { defineCommand, type Scope } from '@/server/command'
import { selectIn, sql } from '@/server/db/client'
import { scopeOf } from '@/server/db/scope-of'
import { canHandleDifference } from '../policy'
import { ProposeToleranceInput } from '../schemas'

type Input = z.output<typeof ProposeToleranceInput>
type Subject = { customerId: string; name: string; currency: string }

/**
 * Proposes that differences of one kind of one customer may stay up to a limit, from one day to another, and asks a second
 * person. Nothing is accepted before that person approved exactly this rule; one that it replaces holds until then.
 */
export const proposeTolerance = defineCommand({
  event: 'tolerance.proposed',
  input: ProposeToleranceInput,
  find: findCustomer,
  allow: canHandleDifference,
  async change(scope, customer, input) {
    const amount = input.amountMinor === null ? null : money(input.amountMinor, customer.currency)
    const row = await scope.tx.differenceTolerance.create({
      data: {
        customerId: customer.customerId,
        kind: input.kind,
        sharePpm: input.sharePpm,
        amountMinor: amount?.minor ?? null,
        currency: amount?.currency ?? null,
        validFrom: new Date(input.validFrom),
        validTo: input.validTo === null ? null : new Date(input.validTo),
        source: input.source,
        differenceId: input.differenceId,
        replacesId: input.replacesId,
      },
      select: { id: true },
    })
    const { kind, sharePpm, validFrom, validTo, source, replacesId } = input
    const content = {
      kind,
      sharePpm,
      amountMinor: amount?.minor.toString() ?? null,
      currency: amount?.currency ?? null,
      validFrom,
      validTo,
      source,
      ...(replacesId === null ? {} : { replacesId }),
    }
    const { contentHash } = await requestApproval(
      scope.actor,
      {
        kind: 'difference-tolerance',
        subjectId: row.id,
        customerId: customer.customerId,
        label: customer.name,
        content,
      },
      { within: scope },
    )
    return { id: row.id, contentHash }
  },
})

async function findCustomer({ tx, actor }: Scope, input: Input): Promise<Subject | null> {
  const [row] = await selectIn<Subject>(
    tx,
    sql`SELECT c.id::text AS "customerId", c.name, c.currency FROM customer c WHERE c.id = ${input.customerId}::uuid AND ${scopeOf(actor, sql`c.id`)}
      AND (${input.differenceId}::uuid IS NULL OR EXISTS (SELECT 1 FROM difference d WHERE d.id = ${input.differenceId}::uuid AND d.customer_id = c.id))
      AND (${input.replacesId}::uuid IS NULL OR EXISTS (SELECT 1 FROM difference_tolerance t WHERE t.id = ${input.replacesId}::uuid AND t.customer_id = c.id
        AND t.kind = ${input.kind} AND t.state = 'approved' AND t.ended_on IS NULL))`,
  )
  return row ?? null
}
