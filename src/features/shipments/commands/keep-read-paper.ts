import { canReadPapers } from '@/features/documents/policy'
import { defineCommand, findNothing } from '@/server/command'
import { sql } from '@/server/db/client'
import { KeepReadPaperInput } from '../schemas'

/**
 * Keeps what a person read on a delivery receipt, a bill of lading or a freight bill as the facts that judges ask for; a paper
 * that turned out to be none of them loses the facts that its place had suggested.
 */
export const keepReadPaper = defineCommand({
  event: 'document.read',
  input: KeepReadPaperInput,
  find: findNothing,
  allow: canReadPapers,
  async change({ tx }, _before, { documentId, facts, freight }) {
    await tx.$executeRaw(sql`DELETE FROM delivery_paper WHERE document_id = ${documentId}::uuid`)
    if (facts !== null) {
      await tx.$executeRaw(sql`
        INSERT INTO delivery_paper (document_id, kind, customer_id, pro, pro_key, bol, bol_key, delivery_key, po_key, cartons_printed,
          pieces_shipped, pieces_received, count_by, is_signed, is_stamped, exceptions, signed_on, is_po_visible, count_in)
        SELECT d.id, d.kind, d.customer_id, ${facts.pro}, comparison_key(${facts.pro}), ${facts.bol}, comparison_key(${facts.bol}),
          comparison_key(${facts.delivery}), comparison_key(${facts.po}), ${facts.cartonsPrinted}::int, ${facts.piecesShipped}::int,
          ${facts.piecesReceived}::int, ${facts.countBy}, ${facts.isSigned}::boolean, ${facts.isStamped}::boolean, ${facts.exceptions},
          ${facts.signedOn}::date, ${facts.isPoVisible}::boolean, ${facts.countIn}
        FROM document d WHERE d.id = ${documentId}::uuid`)
    }
    if (freight !== null) {
      await tx.$executeRaw(sql`
        INSERT INTO freight_bill (carrier, number, number_key, pro, pro_key, bol_key, po_key, billed_on, amount_minor, currency, fingerprint,
          batch_id, position)
        SELECT ${freight.carrier}, ${freight.number}, comparison_key(${freight.number}), ${freight.pro}, comparison_key(${freight.pro}),
          comparison_key(${freight.bol}), comparison_key(${freight.po}), ${freight.billedOn}::date, ${freight.amountMinor}::bigint,
          ${freight.currency}, md5(${`${freight.carrier} ${freight.number} ${freight.amountMinor}`}), d.batch_id, 'page 1'
        FROM document d WHERE d.id = ${documentId}::uuid AND d.batch_id IS NOT NULL
        ON CONFLICT (carrier, number_key) DO UPDATE SET pro = excluded.pro, pro_key = excluded.pro_key, bol_key = excluded.bol_key,
          po_key = excluded.po_key, billed_on = excluded.billed_on, amount_minor = excluded.amount_minor, currency = excluded.currency`)
    }
    return { id: documentId }
  },
})
