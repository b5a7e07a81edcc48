import type * as z from 'zod'
import { systemActor } from '@/core/actor'
import { Refusal } from '@/core/refusal'
import { defineCommand, type Scope } from '@/server/command'
import { selectIn, sql } from '@/server/db/client'
import { scopeOf } from '@/server/db/scope-of'
import { canEnter } from '../policy'
import { EnterDeductionInput } from '../schemas'
import { findDeductions } from './find-deductions'
import { triageChunk } from './triage-deductions'

type Input = z.output<typeof EnterDeductionInput>

/**
 * Enters a deduction by hand as one more sighting: it joins the deduction that files told of already, or opens one that
 * files will join later, and is judged at once. Refuses a day that has not come yet.
 */
export const enterDeduction = defineCommand({
  event: 'deduction.entered',
  input: EnterDeductionInput,
  find: findCustomer,
  allow: canEnter,
  timeoutMs: 60_000,
  async change(scope, _customer, input) {
    if (input.takenOn > scope.today) throw new Refusal('invalid-input', { fields: { takenOn: 'in-the-future' } })
    const entryId = await writeEntry(scope, input)
    // Finding and judging look at every customer; the entry itself was allowed above.
    const finder = systemActor('finder')
    await findDeductions(finder, {}, { within: scope })
    const [source] = await selectIn<{ id: string; isOrigin: boolean }>(
      scope.tx,
      sql`SELECT deduction_id::text AS id, is_origin AS "isOrigin" FROM deduction_source WHERE kind = 'manual' AND source_id = ${entryId}::uuid`,
    )
    if (!source) throw new Error('entry opened no deduction')
    await triageChunk(finder, { ids: [source.id] }, { within: scope })
    return { id: source.id, isNew: source.isOrigin }
  },
})

async function findCustomer({ tx, actor }: Scope, { customerId }: Input): Promise<{ customerId: string } | null> {
  const [row] = await selectIn<{ customerId: string }>(
    tx,
    sql`SELECT c.id::text AS "customerId" FROM customer c WHERE c.id = ${customerId}::uuid AND ${scopeOf(actor, sql`c.id`)}`,
  )
  return row ?? null
}

async function writeEntry({ tx, actor }: Scope, input: Input): Promise<string> {
  const [row] = await selectIn<{ id: string }>(
    tx,
    sql`INSERT INTO manual_entry (customer_id, claim_number, claim_key, payment_number, payment_key, invoice_number, invoice_key, po_number, po_key,
        taken_on, amount_minor, currency, code, code_text, note, entered_by)
      SELECT ${input.customerId}::uuid, n.claim, comparison_key(n.claim), n.payment, comparison_key(n.payment), n.invoice, comparison_key(n.invoice),
        n.po, comparison_key(n.po), ${input.takenOn}::date, ${BigInt(input.amountMinor)}, ${input.currency}, nullif(${input.code}, ''),
        nullif(${input.codeText}, ''), ${input.note}, ${actor.kind === 'job' ? null : actor.userId}::uuid
      FROM (SELECT nullif(${input.claimNumber}, '') AS claim, nullif(${input.paymentNumber}, '') AS payment,
        nullif(${input.invoiceNumber}, '') AS invoice, nullif(${input.poNumber}, '') AS po) n
      RETURNING id::text`,
  )
  if (!row) throw new Error('entry was not written')
  return row.id
}
