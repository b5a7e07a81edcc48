import { Refusal } from '@/core/refusal'
import { addDocument } from '@/features/documents/commands/add-document'
import { defineCommand } from '@/server/command'
import { sql } from '@/server/db/client'
import { canBuild } from '../policy'
import { isArrangeable } from '../rules/dispute'
import { AddExhibitInput } from '../schemas'
import { findForChange } from './find-for-change'

/** Adds a file to a package: it becomes a document of the customer and the last exhibit. */
export const addExhibit = defineCommand({
  event: 'dispute.exhibit-added',
  input: AddExhibitInput,
  find: findForChange,
  allow: (actor, dispute) => canBuild(actor, [dispute]),
  async change(scope, dispute, { evidence, fileName, mediaType, content }) {
    if (!isArrangeable(dispute.state)) throw new Refusal('disputes/already-submitted')
    const kind = evidence
    const document = await addDocument(
      scope.actor,
      { customerId: dispute.customerId, kind, fileName, mediaType, content, pageCount: mediaType.startsWith('image/') ? 1 : 0 },
      { within: scope },
    )
    await scope.tx.$executeRaw(sql`
      INSERT INTO package_exhibit (dispute_id, sort_order, evidence, document_id, title)
      SELECT ${dispute.id}::uuid, coalesce(max(sort_order), 0) + 1, ${evidence}, ${document.id}::uuid, ${fileName}
      FROM package_exhibit WHERE dispute_id = ${dispute.id}::uuid
      HAVING NOT coalesce(bool_or(document_id = ${document.id}::uuid), false)`)
    await scope.tx.$executeRaw(sql`
      UPDATE dispute SET state = CASE WHEN state = 'ready' THEN 'preparing' ELSE state END, version = version + 1 WHERE id = ${dispute.id}::uuid`)
    return { documentId: document.id }
  },
})
