import type * as z from 'zod'
import { systemActor } from '@/core/actor'
import { parseDecimal } from '@/core/money'
import { triageChunk } from '@/features/deductions/commands/triage-deductions'
import { findDeductionsOfPaper } from '@/features/deductions/queries/find-deductions-of-paper'
import { recordReading } from '@/features/documents/commands/record-reading'
import { canReadPapers } from '@/features/documents/policy'
import { gradeProofs } from '@/features/shipments/commands/grade-proofs'
import { keepReadPaper } from '@/features/shipments/commands/keep-read-paper'
import { defineCommand, findNothing, type Scope } from '@/server/command'
import { selectIn, sql } from '@/server/db/client'
import { ReadPaperInput } from '../schemas'

type Read = z.output<typeof ReadPaperInput>

/**
 * Keeps what a person read on a paper that no machine could read: its numbers link it, its counts become facts, and the
 * deductions that it touches are judged anew, all or nothing. Answers how many were judged and how many verdicts changed.
 */
export const readPaper = defineCommand({
  event: 'paper.read',
  input: ReadPaperInput,
  find: findNothing,
  allow: canReadPapers,
  timeoutMs: 60_000,
  async change(scope, _before, input) {
    const within = { within: scope }
    const { documentId, kind, numbers } = input
    const customerId = await customerOf(scope, numbers)
    await recordReading(scope.actor, { documentId, readAt: input.readAt, kind, issuedOn: input.issuedOn, numbers, customerId }, within)
    await keepReadPaper(scope.actor, { documentId, facts: factsOf(input), freight: freightOf(input) }, within)
    await gradeProofs(scope.actor, {}, within)
    const ids = await findDeductionsOfPaper(scope.tx, documentId)
    // The person says what stands on the paper; what follows from it is judged as after every import.
    const judged = ids.length === 0 ? null : await triageChunk(systemActor('papers'), { ids }, within)
    return { id: documentId, judged: judged?.examined ?? 0, changed: judged?.changed ?? 0 }
  },
})

const first = ({ numbers }: Read, kind: string) => numbers.find((number) => number.idKind === kind)?.idText ?? null

function factsOf(input: Read) {
  if (input.kind !== 'proof-of-delivery' && input.kind !== 'bill-of-lading') return null
  const { cartonsPrinted, piecesShipped, piecesReceived, countBy, isSigned, isStamped, isPoVisible, countIn, exceptions, issuedOn } = input
  const numbers = { pro: first(input, 'pro'), bol: first(input, 'bol'), delivery: first(input, 'delivery'), po: first(input, 'po') }
  const marks = { isSigned, isStamped, isPoVisible, exceptions, signedOn: issuedOn }
  return { ...numbers, ...marks, cartonsPrinted, piecesShipped, piecesReceived, countBy, countIn }
}

function freightOf(input: Read) {
  const { carrier, amount, currency, issuedOn } = input
  const pro = first(input, 'pro')
  const paid = amount === null || currency === null ? null : parseDecimal(amount, currency)
  if (input.kind !== 'freight-bill' || carrier === null || pro === null || paid === null) return null
  const numbers = { number: pro, pro, bol: first(input, 'bol'), po: first(input, 'po') }
  return { ...numbers, carrier, billedOn: issuedOn, amountMinor: paid.minor.toString(), currency: paid.currency }
}

/** Whose paper it is, when its numbers lead to one customer alone. */
async function customerOf({ tx }: Scope, numbers: Read['numbers']): Promise<string | null> {
  const found = await selectIn<{ id: string }>(
    tx,
    sql`WITH number AS (SELECT n."idKind" AS kind, comparison_key(n."idText") AS key
        FROM jsonb_to_recordset(${JSON.stringify(numbers)}::jsonb) AS n("idKind" text, "idText" text))
    SELECT DISTINCT owner.id::text FROM number n CROSS JOIN LATERAL (
      SELECT v.customer_id AS id FROM delivery_line v WHERE (n.kind = 'delivery' AND v.number_key = n.key)
        OR (n.kind = 'bol' AND v.bol_key = n.key) OR (n.kind = 'pro' AND v.pro_key = n.key)
      UNION SELECT i.customer_id FROM invoice i WHERE n.kind = 'invoice' AND i.number_key = n.key
      UNION SELECT s.customer_id FROM sales_order_line s WHERE n.kind = 'po' AND s.po_key = n.key
      UNION SELECT a.customer_id FROM agreement a WHERE n.kind = 'agreement' AND a.number_key = n.key
      UNION SELECT r.customer_id FROM return_authorisation r WHERE n.kind = 'rga' AND r.number_key = n.key) owner
    WHERE owner.id IS NOT NULL LIMIT 2`,
  )
  return found.length === 1 ? (found[0]?.id ?? null) : null
}
