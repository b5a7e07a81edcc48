import { sql } from '@/server/db/client'
import type { Invariant } from './invariant'

/** What must hold of signals, of papers that stand for others, and of the requests that come by themselves. */
export const SIGNAL_INVARIANTS: readonly Invariant[] = [
  {
    id: 'signal-history-tells-its-state',
    name: 'A signal was raised as often as it says, closed each time but the last while it is open, and asked about before it waits',
    violations: sql`SELECT s.id::text AS what FROM order_signal s
      LEFT JOIN LATERAL (SELECT count(*) FILTER (WHERE e.what IN ('raised', 'raised-again')) AS raised, count(*) FILTER (WHERE e.what = 'closed') AS closed,
        count(*) FILTER (WHERE e.what = 'asked') AS asked FROM order_signal_event e WHERE e.signal_id = s.id) told ON true
      WHERE told.raised <> s.times_raised OR told.closed <> s.times_raised - CASE WHEN s.state = 'closed' THEN 0 ELSE 1 END OR (s.state = 'asked' AND told.asked = 0)`,
  },
  {
    id: 'signal-names-what-it-is-about',
    name: 'A signal names the order, delivery or invoice it is about, one of an invoice the invoice, one of a weak receipt the receipt',
    violations: sql`SELECT id::text AS what FROM order_signal WHERE coalesce(po_key, delivery_key, invoice_key) IS NULL
      OR (kind IN ('invoice-before-goods', 'invoice-refused', 'invoice-unanswered', 'payment-overdue') AND invoice_key IS NULL)
      OR (kind = 'proof-weak' AND document_id IS NULL)`,
  },
  {
    id: 'replaced-paper-has-a-better-one',
    name: 'A paper that is put away has another in its place: kept, of the same kind and customer, better graded, and of the same shipment',
    violations: sql`SELECT w.id::text AS what FROM document w JOIN document b ON b.id = w.replaced_by_id
      LEFT JOIN delivery_paper wp ON wp.document_id = w.id LEFT JOIN delivery_paper bp ON bp.document_id = b.id
      WHERE b.tombstoned_at IS NOT NULL OR b.kind <> w.kind OR b.customer_id <> w.customer_id OR bp.grade >= wp.grade
        OR NOT coalesce(bp.delivery_key = wp.delivery_key, false) AND NOT coalesce(bp.pro_key = wp.pro_key, false) AND NOT coalesce(bp.bol_key = wp.bol_key, false)
      UNION ALL SELECT w.id::text FROM document w WHERE w.replaced_by_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM document b WHERE b.id = w.replaced_by_id)`,
  },
  {
    id: 'paper-that-speaks-against-us-stays',
    name: 'A paper that notes exceptions, or counts otherwise than the one in its place, is never put away',
    violations: sql`SELECT w.id::text AS what FROM document w JOIN delivery_paper wp ON wp.document_id = w.id JOIN delivery_paper bp ON bp.document_id = w.replaced_by_id
      WHERE coalesce(wp.exceptions, '') <> '' OR wp.pieces_received <> bp.pieces_received`,
  },
  {
    id: 'better-proof-is-asked-once',
    name: 'A paper has at most one open request for a better one, and none once another stands in its place',
    violations: sql`SELECT k.subject_id::text AS what FROM task k WHERE k.kind = 'better-proof' AND k.state = 'open' GROUP BY k.subject_id HAVING count(*) > 1
      UNION ALL SELECT k.id::text FROM task k JOIN document w ON w.id = k.subject_id
      WHERE k.kind = 'better-proof' AND k.subject_kind = 'document' AND k.state = 'open' AND w.replaced_by_id IS NOT NULL`,
  },
]
