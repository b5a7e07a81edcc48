import type { Actor } from '@/core/actor'
import { select, sql } from '@/server/db/client'
import { scopeOf } from '@/server/db/scope-of'
import type { Category } from '../rules/deduction'
import type { VerdictKind } from '../rules/verdict'

/** One deduction with its verdict in plain words, for export. */
export type ExportedVerdict = {
  claimNo: string | null
  customer: string
  remittance: string | null
  /** Minor units, positive. */
  cents: bigint
  currency: string
  category: Category
  verdict: VerdictKind
  recoverableMinor: bigint
  confidencePpm: number | null
  rootCause: string | null
  po: string | null
  invoice: string | null
  delivery: string | null
  pod: string[]
  missing: string[]
  deadlineOn: string | null
}

/** A page of verdicts in the order of their deductions' numbers. */
export async function findExportedVerdicts(
  actor: Actor,
  afterNumber: number,
  limit = 5_000,
): Promise<(ExportedVerdict & { number: number })[]> {
  return select(sql`
    SELECT d.number, d.claim_number AS "claimNo", c.code AS customer, d.payment_number AS remittance, d.amount_minor AS cents, d.currency, d.category,
      d.verdict, d.recoverable_minor AS "recoverableMinor", d.confidence_ppm AS "confidencePpm", d.root_cause AS "rootCause",
      d.po_number AS po, d.invoice_number AS invoice, d.delivery_key AS delivery,
      coalesce((SELECT array_agg(DISTINCT doc.file_name ORDER BY doc.file_name) FROM delivery_line l
        JOIN delivery_paper p ON p.kind IN ('delivery-receipt', 'proof-of-delivery')
          AND (p.delivery_key = l.number_key OR p.bol_key = l.bol_key OR p.pro_key = l.pro_key)
        JOIN document doc ON doc.id = p.document_id WHERE l.number_key = d.delivery_key), '{}') AS pod,
      ARRAY(SELECT regexp_replace(m.paper, '^unread-', '') FROM unnest(d.missing) WITH ORDINALITY AS m(paper, place) ORDER BY m.place) AS missing, d.deadline_on AS "deadlineOn"
    FROM deduction d JOIN customer c ON c.id = d.customer_id
    WHERE d.number > ${afterNumber} AND ${scopeOf(actor, sql`d.customer_id`)} ORDER BY d.number LIMIT ${limit}`)
}
