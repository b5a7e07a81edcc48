import type * as z from 'zod'
import { type Actor, seesCustomer } from '@/core/actor'
import { asId } from '@/core/ids'
import { Refusal } from '@/core/refusal'
import { defineCommand, type Scope } from '@/server/command'
import { selectIn, sql } from '@/server/db/client'
import { scopeOf } from '@/server/db/scope-of'
import { ensureStoredFile } from '@/server/file-store'
import { AddDocumentInput } from '../schemas'

/** Keeps a file that a person adds by hand as a document of a customer. The same file under the same name is kept once. */
export const addDocument = defineCommand({
  event: 'document.added',
  input: AddDocumentInput,
  find: findCustomer,
  allow: (actor: Actor, customer) => seesCustomer(actor, asId<'customer'>(customer.id)),
  async change({ tx, actor }, customer, input) {
    const file = await ensureStoredFile(tx, input.content, input.mediaType)
    const uploadedBy = actor.kind === 'job' ? null : actor.userId
    await tx.$executeRaw(sql`
      INSERT INTO document (kind, file_id, file_name, customer_id, page_count, state, uploaded_by)
      VALUES (${input.kind}, ${file.id}::uuid, ${input.fileName}, ${customer.id}::uuid, ${input.pageCount}, 'needs-reading', ${uploadedBy}::uuid)
      ON CONFLICT (file_id, kind, file_name) DO NOTHING`)
    const [document] = await selectIn<{ id: string; customerId: string | null }>(
      tx,
      sql`SELECT id::text, customer_id::text AS "customerId" FROM document
        WHERE file_id = ${file.id}::uuid AND kind = ${input.kind} AND file_name = ${input.fileName}`,
    )
    // One file can be kept for one customer only: nobody sees another customer's paper by uploading a copy of it.
    if (document?.customerId !== customer.id) throw new Refusal('conflict')
    return { id: document.id, sha256: file.sha256 }
  },
})

async function findCustomer(scope: Scope, input: z.output<typeof AddDocumentInput>): Promise<{ id: string } | null> {
  const [customer] = await selectIn<{ id: string }>(
    scope.tx,
    sql`SELECT id::text FROM customer WHERE id = ${input.customerId}::uuid AND ${scopeOf(scope.actor, sql`id`)}`,
  )
  return customer ?? null
}
