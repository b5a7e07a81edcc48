import type * as z from 'zod'
import { systemActor } from '@/core/actor'
import { triageChunk } from '@/features/deductions/commands/triage-deductions'
import { linkDocuments } from '@/features/documents/commands/link-documents'
import { defineCommand, type Scope } from '@/server/command'
import { selectIn, sql } from '@/server/db/client'
import { scopeOf } from '@/server/db/scope-of'
import { canImport } from '../policy'
import { LinkEvidenceInput } from '../schemas'

type Deduction = { id: string; customerId: string; claim: string | null; invoice: string | null; po: string | null }

/** Ties the papers of some imports to a deduction by its claim, invoice and order, and judges it anew. */
export const linkEvidence = defineCommand({
  event: 'evidence.linked',
  input: LinkEvidenceInput,
  find: findDeduction,
  allow: canImport,
  async change(scope, deduction, { batchIds }) {
    if (batchIds.length === 0) return { documents: [] }
    const { customerId, claim, invoice, po } = deduction
    const numbers = [
      { idKind: 'claim' as const, idText: claim },
      { idKind: 'invoice' as const, idText: invoice },
      { idKind: 'po' as const, idText: po },
    ].flatMap(({ idKind, idText }) => (idText === null || idText === '' ? [] : [{ idKind, idText }]))
    const documents = await linkDocuments(scope.actor, { batchIds, numbers, customerId }, { within: scope })
    if (documents.length > 0) await triageChunk(systemActor('papers'), { ids: [deduction.id] }, { within: scope })
    return { documents }
  },
})

async function findDeduction({ tx, actor }: Scope, { deductionId }: z.output<typeof LinkEvidenceInput>): Promise<Deduction | null> {
  const [deduction] = await selectIn<Deduction>(
    tx,
    sql`SELECT d.id::text, d.customer_id::text AS "customerId", d.claim_number AS claim, d.invoice_number AS invoice, d.po_number AS po
      FROM deduction d WHERE d.id = ${deductionId}::uuid AND ${scopeOf(actor, sql`d.customer_id`)}`,
  )
  return deduction ?? null
}
