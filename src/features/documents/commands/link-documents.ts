import { defineCommand, findNothing } from '@/server/command'
import { selectIn, sql } from '@/server/db/client'
import { toJson } from '@/server/operation'
import { canReadPapers } from '../policy'
import { LinkDocumentsInput } from '../schemas'

/**
 * Ties the papers of some imports to numbers that they are to be found by, as somebody says who knows what they prove. A paper
 * of nobody becomes the customer's; one of another customer is left alone. Answers the papers that are tied now.
 */
export const linkDocuments = defineCommand({
  event: 'document.linked',
  input: LinkDocumentsInput,
  find: findNothing,
  allow: canReadPapers,
  async change({ tx }, _before, { batchIds, numbers, customerId }) {
    const batches = sql`d.batch_id = ANY(${batchIds}::uuid[]) AND d.tombstoned_at IS NULL`
    await tx.$executeRaw(sql`UPDATE document d SET customer_id = ${customerId}::uuid WHERE ${batches} AND d.customer_id IS NULL`)
    await tx.$executeRaw(sql`
      INSERT INTO document_link (document_id, id_kind, id_key, id_text)
      SELECT d.id, n."idKind", comparison_key(n."idText"), n."idText" FROM document d
      CROSS JOIN jsonb_to_recordset(${toJson(numbers)}::jsonb) AS n("idKind" text, "idText" text)
      WHERE ${batches} AND d.customer_id = ${customerId}::uuid AND comparison_key(n."idText") <> ''
      ON CONFLICT (document_id, id_kind, id_key) DO NOTHING`)
    return selectIn<{ id: string; fileName: string; kind: string; state: string }>(
      tx,
      sql`SELECT d.id::text, d.file_name AS "fileName", d.kind, d.state FROM document d
        WHERE ${batches} AND d.customer_id = ${customerId}::uuid ORDER BY d.file_name, d.id`,
    )
  },
})
