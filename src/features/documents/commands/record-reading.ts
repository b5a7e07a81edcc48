import type * as z from 'zod'
import { Refusal } from '@/core/refusal'
import { defineCommand, type Scope } from '@/server/command'
import { selectIn, sql } from '@/server/db/client'
import { scopeOf } from '@/server/db/scope-of'
import { toJson } from '@/server/operation'
import { canReadPapers } from '../policy'
import { ownNumber } from '../rules/paper-kind'
import { RecordReadingInput } from '../schemas'

type Paper = { id: string; kind: string; readAt: string | null }

/**
 * Writes down what a person read on a paper: its kind, its date and the numbers that link it. What was known before, from
 * the name of the file or an earlier reading, gives way. Refuses 'stale' when somebody read it meanwhile and 'conflict'
 * when the same file is kept as a paper of that kind already.
 */
export const recordReading = defineCommand({
  event: 'document.read',
  input: RecordReadingInput,
  find: findPaper,
  allow: canReadPapers,
  async change({ tx, actor }, paper, input) {
    if (paper.readAt !== input.readAt) throw new Refusal('stale')
    const [twin] = await selectIn(
      tx,
      sql`SELECT 1 FROM document d JOIN document own ON own.id = ${paper.id}::uuid
        WHERE d.file_id = own.file_id AND d.file_name = own.file_name AND d.kind = ${input.kind} AND d.id <> own.id`,
    )
    if (twin) throw new Refusal('conflict')
    const readBy = actor.kind === 'job' ? null : actor.userId
    await tx.$executeRaw(sql`
      UPDATE document SET kind = ${input.kind}, number = ${ownNumber(input.kind, input.numbers)}, issued_on = ${input.issuedOn}::date,
        state = 'read', customer_id = coalesce(customer_id, ${input.customerId}::uuid), read_by = ${readBy}::uuid, read_at = clock_timestamp()
      WHERE id = ${paper.id}::uuid`)
    await tx.$executeRaw(sql`DELETE FROM document_link WHERE document_id = ${paper.id}::uuid`)
    await tx.$executeRaw(sql`
      INSERT INTO document_link (document_id, id_kind, id_key, id_text)
      SELECT DISTINCT ON (n."idKind", comparison_key(n."idText")) ${paper.id}::uuid, n."idKind", comparison_key(n."idText"), n."idText"
      FROM jsonb_to_recordset(${toJson(input.numbers)}::jsonb) AS n("idKind" text, "idText" text) WHERE comparison_key(n."idText") <> ''`)
    return { id: paper.id }
  },
})

async function findPaper({ tx, actor }: Scope, { documentId }: z.output<typeof RecordReadingInput>): Promise<Paper | null> {
  const [paper] = await selectIn<Paper>(
    tx,
    sql`SELECT d.id::text, d.kind, to_char(d.read_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "readAt" FROM document d
      WHERE d.id = ${documentId}::uuid AND d.tombstoned_at IS NULL AND d.state IN ('needs-reading', 'read') AND ${scopeOf(actor, sql`d.customer_id`)}
      FOR UPDATE`,
  )
  return paper ?? null
}
