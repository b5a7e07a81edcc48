import { comparisonKey } from '@/core/comparison-key'
import { type FactsRow, findValidityFacts } from '@/features/deductions/queries/find-validity-facts'
import { evidenceNeeded } from '@/features/deductions/rules/evidence-needed'
import type { Scope } from '@/server/command'
import { type Sql, selectIn, sql } from '@/server/db/client'
import { describeExhibits } from '../queries/find-exhibits'
import { type Exhibit, keyOf } from '../rules/exhibit'
import { leaveOutStrangers, listCandidates } from '../rules/list-candidates'

type Subject = { id: string; deductionId: string }
type Placed = {
  dispute_id: string
  document_id: string | null
  evidence: Exhibit['evidence']
  record_id: string | null
  sort_order: number
}

/** Appends to each dispute the evidence that is there by now and not yet among its exhibits. What a person arranged stays. */
export async function collectExhibits({ tx }: Scope, disputes: readonly Subject[]): Promise<void> {
  const read = <Row>(query: Sql) => selectIn<Row>(tx, query)
  const facts = await findValidityFacts(
    disputes.map((dispute) => dispute.deductionId),
    read,
  )
  const placed = await read<Placed>(sql`
    SELECT dispute_id::text, document_id::text, evidence, record_id::text, sort_order FROM package_exhibit
    WHERE dispute_id = ANY(${disputes.map((dispute) => dispute.id)}::uuid[])`)
  const rows = await Promise.all(
    disputes.map(async (dispute) => {
      const own = facts.find((row) => row.id === dispute.deductionId)
      if (!own) return []
      const there = placed.filter((row) => row.dispute_id === dispute.id)
      const keys = new Set(there.map((row) => keyOf({ evidence: row.evidence, documentId: row.document_id, recordId: row.record_id })))
      const last = there.reduce((most, row) => Math.max(most, row.sort_order), 0)
      return (await findCandidates(own, read))
        .filter((candidate) => !keys.has(keyOf(candidate)))
        .map((candidate, index) => ({ disputeId: dispute.id, sortOrder: last + index + 1, ...stored(candidate) }))
    }),
  )
  if (rows.flat().length > 0) await tx.packageExhibit.createMany({ data: rows.flat() })
}

async function findCandidates({ facts, requirements }: FactsRow, read: <Row>(query: Sql) => Promise<Row[]>): Promise<Exhibit[]> {
  const { order, customer, deduction } = facts
  const needed = evidenceNeeded(deduction.category, order?.freightTerms ?? customer.freightTerms, requirements)
  const candidates = await describeExhibits(listCandidates(facts, needed), read)
  return leaveOutStrangers(candidates, order ? comparisonKey(order.number) : null)
}

function stored({ evidence, documentId, recordKind, recordId, isIncluded, title }: Exhibit) {
  return { evidence, documentId, recordKind, recordId, isIncluded, title }
}
