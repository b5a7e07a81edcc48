import { setDocumentCustomers } from '@/features/documents/commands/add-staged-documents'
import type { Scope } from '@/server/command'
import { sql } from '@/server/db/client'

/** Papers that came before their deliveries learn whose they are. */
export async function linkWaitingPapers(scope: Scope): Promise<void> {
  await scope.tx.$executeRaw(sql`
    UPDATE delivery_paper p SET customer_id = d.customer_id FROM delivery_line d
    WHERE p.customer_id IS NULL AND (d.number_key = p.delivery_key OR d.bol_key = p.bol_key OR d.pro_key = p.pro_key)`)
  await setDocumentCustomers(
    scope,
    sql`SELECT p.document_id, p.customer_id FROM delivery_paper p JOIN document w ON w.id = p.document_id
      WHERE w.customer_id IS NULL AND p.customer_id IS NOT NULL`,
  )
}
