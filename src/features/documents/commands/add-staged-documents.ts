import type { Scope } from '@/server/command'
import { type Sql, sql } from '@/server/db/client'
import { stagedRows } from '@/server/staged-rows'

/**
 * Makes a document with its links of every staged row `r` of a kind whose values are those of a paper: `documentKind`,
 * `number`, `issuedOn`, `pageCount`, `state`, `pages`, `links`. The file is the batch's; `customerId` tells whose paper it is,
 * `fileName` what it is called where one file holds several.
 */
export async function addStagedDocuments(
  { tx }: Scope,
  batchId: string,
  kind: string,
  customerId: Sql,
  fileName: Sql = sql`b.file_name`,
): Promise<void> {
  await tx.$executeRaw(sql`
    INSERT INTO document AS t (kind, file_id, file_name, customer_id, number, issued_on, page_count, state, lines, batch_id, uploaded_by)
    SELECT v."documentKind", b.file_id, ${fileName}, ${customerId}, v.number, v."issuedOn", v."pageCount", v.state, coalesce(v.pages, '[]'),
      b.id, b.uploaded_by
    FROM import_row r JOIN import_batch b ON b.id = r.batch_id
    CROSS JOIN LATERAL jsonb_to_record(r.values) AS v("documentKind" text, number text, "issuedOn" date, "pageCount" int, state text, pages jsonb)
    WHERE ${stagedRows(batchId, kind)}
    ON CONFLICT (file_id, kind, file_name) DO NOTHING`)
  await tx.$executeRaw(sql`
    INSERT INTO document_link (document_id, id_kind, id_key, id_text, page, line)
    SELECT DISTINCT ON (t.id, l."idKind", comparison_key(l."idText")) t.id, l."idKind", comparison_key(l."idText"), l."idText", l.page, l.line
    FROM import_row r JOIN import_batch b ON b.id = r.batch_id
    JOIN document t ON t.file_id = b.file_id AND t.file_name = ${fileName} AND t.kind = r.values ->> 'documentKind'
    CROSS JOIN LATERAL jsonb_to_recordset(r.values -> 'links') AS l("idKind" text, "idText" text, page int, line text)
    WHERE ${stagedRows(batchId, kind)} AND comparison_key(l."idText") <> ''
    ORDER BY t.id, l."idKind", comparison_key(l."idText"), l.page NULLS LAST
    ON CONFLICT (document_id, id_kind, id_key) DO NOTHING`)
}

/** Tells documents that nobody knew the owner of whose they are. `owners` selects (document_id, customer_id). */
export async function setDocumentCustomers({ tx }: Scope, owners: Sql): Promise<void> {
  await tx.$executeRaw(sql`
    UPDATE document d SET customer_id = o.customer_id FROM (${owners}) o WHERE d.id = o.document_id AND d.customer_id IS NULL`)
}
