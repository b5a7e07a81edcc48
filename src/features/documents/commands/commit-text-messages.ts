import type { Scope } from '@/server/command'
import { sql } from '@/server/db/client'
import { acceptRows, stagedRows } from '@/server/staged-rows'
import { addStagedDocuments } from './add-staged-documents'

const KIND = 'text-message'

// One file holds many messages: each is called by the file and its own number.
const FILE_NAME = sql`b.file_name || ' · ' || (r.values ->> 'label')`

// The import that brought the same words already.
const KNOWN_IN = sql`SELECT t.batch_id FROM document t WHERE t.kind = r.values ->> 'documentKind'
  AND t.customer_id IS NOT DISTINCT FROM r.customer_id AND t.number IS NOT DISTINCT FROM r.values ->> 'number'
  AND t.lines = r.values -> 'pages' AND t.tombstoned_at IS NULL LIMIT 1`

/** Takes over text messages as documents with the numbers they name; the same words sent again add nothing. */
export async function commitTextMessages(scope: Scope, batchId: string): Promise<void> {
  await scope.tx.$executeRaw(sql`
    WITH counted AS (
      SELECT r.row_no, row_number() OVER (PARTITION BY r.customer_id, r.fingerprint ORDER BY r.row_no) AS place
      FROM import_row r WHERE ${stagedRows(batchId, KIND)}
    )
    UPDATE import_row r SET status = 'duplicate', duplicate_of = c.known_in FROM (SELECT counted.*, (${KNOWN_IN}) AS known_in,
      EXISTS (${KNOWN_IN}) AS is_known FROM counted JOIN import_row r ON r.batch_id = ${batchId}::uuid AND r.row_no = counted.row_no) c
    WHERE r.batch_id = ${batchId}::uuid AND r.row_no = c.row_no AND (c.place > 1 OR c.is_known)`)
  await scope.tx.$executeRaw(sql`
    WITH named AS (
      SELECT r.row_no, r.values ->> 'label' AS label, row_number() OVER (PARTITION BY r.values ->> 'label' ORDER BY r.row_no) AS place
      FROM import_row r WHERE ${stagedRows(batchId, KIND)}
    )
    UPDATE import_row r SET values = jsonb_set(r.values, '{label}', to_jsonb(n.label || '/' || n.place)) FROM named n
    WHERE r.batch_id = ${batchId}::uuid AND r.row_no = n.row_no AND n.place > 1`)
  await addStagedDocuments(scope, batchId, KIND, sql`r.customer_id`, FILE_NAME)
  await acceptRows(scope, batchId, KIND)
}
