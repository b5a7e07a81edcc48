import { type Sql, sql } from '@/server/db/client'
import type { ProofFacts } from '../rules/grade-proof'

export type ProofRow = ProofFacts & { documentId: string }

/**
 * What a delivery paper `p` of a document `doc` says. An order number found in the text stands visibly on the paper until a person
 * says otherwise.
 */
export const PROOF_FACTS: Sql = sql`p.document_id::text AS "documentId", p.is_signed AS "isSigned", p.is_stamped AS "isStamped",
  coalesce(p.is_po_visible, EXISTS (SELECT 1 FROM document_link l WHERE l.document_id = doc.id AND l.id_kind = 'po'
    AND (l.line IS NOT NULL OR doc.read_at IS NOT NULL))) AS "isPoVisible",
  p.pieces_shipped AS "piecesShipped", p.pieces_received AS "piecesReceived", p.cartons_printed AS "cartonsPrinted", p.count_in AS "countIn",
  p.count_by AS "countBy", p.exceptions, p.signed_on AS "signedOn"`

/** Whether somebody or something has read the paper `p` of `doc`: a scan that waits for its reader has no grade. */
export const IS_READ: Sql = sql`(doc.state <> 'needs-reading' AND doc.tombstoned_at IS NULL)`
