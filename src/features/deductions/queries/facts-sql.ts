import { type Sql, sql } from '@/server/db/client'

/*
 * Parts of the facts query, one JSON value per record kind, over `deduction d` and the keys joined in find-validity-facts.ts:
 * `inv` (invoice), `po` (purchase order), `dl` (first delivery line), `cl` (claim), `rl` (remittance line).
 */

export const INVOICE: Sql = sql`CASE WHEN inv.id IS NULL THEN NULL ELSE jsonb_build_object(
  'id', inv.id, 'number', inv.number, 'numberKey', inv.number_key, 'invoicedOn', inv.invoiced_on, 'netMinor', inv.net_minor,
  'currency', inv.currency, 'position', inv.position,
  'lines', coalesce((SELECT jsonb_agg(jsonb_build_object('id', l.id, 'line', l.line, 'itemId', l.item_id, 'quantity', l.quantity,
      'priceMicros', l.price_micros, 'allowanceMinor', abs(l.allowance_minor), 'netMinor', l.net_minor, 'position', l.position,
      'agreementNumber', (SELECT sl.agreement_number FROM sent_invoice_line sl WHERE sl.sent_invoice_id = sent.id AND sl.item_id = l.item_id
        AND sl.agreement_number IS NOT NULL LIMIT 1)) ORDER BY l.line)
    FROM invoice_line l WHERE l.invoice_id = inv.id), '[]'),
  'terms', CASE WHEN sent.id IS NULL THEN NULL ELSE jsonb_build_object('id', sent.id, 'netDays', sent.net_days, 'discountPpm', sent.discount_ppm,
    'discountDays', sent.discount_days, 'position', sent.position) END) END`

export const ORDER: Sql = sql`CASE WHEN po.id IS NULL THEN NULL ELSE jsonb_build_object(
  'id', po.id, 'number', po.number, 'orderedOn', po.ordered_on, 'shipFrom', po.ship_from, 'shipBy', po.ship_by,
  'freightTerms', po.freight_terms, 'carrier', po.carrier, 'netDays', po.net_days, 'discountPpm', po.discount_ppm,
  'discountDays', po.discount_days, 'position', po.position,
  'lines', coalesce((SELECT jsonb_agg(jsonb_build_object('line', l.line, 'itemId', l.item_id, 'quantity', l.quantity,
      'priceMicros', l.price_micros, 'pack', l.pack, 'position', l.position) ORDER BY l.line)
    FROM purchase_order_line l WHERE l.purchase_order_id = po.id), '[]'),
  'changes', coalesce((SELECT jsonb_agg(jsonb_build_object('id', o.id, 'line', o.line, 'changedOn', o.changed_on, 'quantityNew', o.quantity_new,
      'priceMicrosNew', o.price_micros_new, 'position', o.position) ORDER BY o.changed_on, o.id)
    FROM order_change o WHERE o.customer_id = d.customer_id AND o.po_key = po.number_key), '[]'),
  'confirmations', coalesce((SELECT jsonb_agg(jsonb_build_object('id', o.id, 'line', o.line, 'status', o.status, 'quantity', o.quantity,
      'priceMicros', o.price_micros, 'position', o.position) ORDER BY o.line)
    FROM order_confirmation_line o WHERE o.customer_id = d.customer_id AND o.po_key = po.number_key), '[]')) END`

export const BOOKED: Sql = sql`coalesce((SELECT jsonb_agg(jsonb_build_object('id', s.id, 'number', s.number, 'line', s.line,
    'orderedOn', s.ordered_on, 'itemId', s.item_id, 'quantity', s.quantity, 'priceMicros', s.price_micros, 'position', s.position)
    ORDER BY s.number, s.line)
  FROM sales_order_line s WHERE s.customer_id = d.customer_id AND s.po_key = keys.po_key), '[]')`

export const DELIVERY: Sql = sql`CASE WHEN dl.id IS NULL THEN NULL ELSE jsonb_build_object(
  'id', dl.id, 'number', dl.number, 'plannedIssueOn', dl.planned_issue_on, 'issuedOn', dl.issued_on, 'issueStatus', dl.issue_status,
  'bol', dl.bol, 'carrier', dl.carrier, 'pro', dl.pro, 'cartons', dl.cartons, 'plant', dl.plant, 'position', dl.position,
  'lines', (SELECT jsonb_agg(jsonb_build_object('line', l.line, 'itemId', l.item_id, 'quantity', l.quantity, 'position', l.position) ORDER BY l.line)
    FROM delivery_line l WHERE l.number_key = dl.number_key)) END`

export const SHIP_NOTICE: Sql = sql`(SELECT jsonb_build_object(
  'id', n.id, 'number', n.number, 'sentOn', (n.sent_at AT TIME ZONE 'UTC')::date, 'shippedOn', n.shipped_on, 'expectedOn', n.expected_on,
  'carrier', n.carrier, 'cartons', n.cartons, 'position', n.position,
  'acknowledgement', (SELECT jsonb_build_object('outcome', a.outcome, 'on', (a.acknowledged_at AT TIME ZONE 'UTC')::date)
    FROM acknowledgement a WHERE a.customer_id = n.customer_id AND a.set_id IN ('856', '857') AND (a.number_key = n.number_key
      OR (a.number_key IS NULL AND a.group_control = n.group_control AND coalesce(a.set_control, n.set_control) = n.set_control))
    ORDER BY a.acknowledged_at DESC NULLS LAST, a.id DESC LIMIT 1),
  'lines', coalesce((SELECT jsonb_agg(jsonb_build_object('line', l.line, 'itemId', l.item_id, 'quantity', l.quantity, 'cartons', l.cartons,
      'position', l.position) ORDER BY l.line) FROM ship_notice_line l WHERE l.ship_notice_id = n.id), '[]'))
  FROM ship_notice n WHERE n.customer_id = d.customer_id AND n.number_key = dl.number_key)`

export const RECEIPTS: Sql = sql`coalesce((SELECT jsonb_agg(jsonb_build_object(
    'id', r.id, 'number', r.number, 'receivedOn', r.received_on, 'purpose', r.purpose, 'poNumber', r.po_number, 'position', r.position,
    'isOnThisOrder', coalesce(r.po_key = keys.po_key, false), 'isOnThisShipment', coalesce(r.bol_key = dl.bol_key, false),
    'lines', coalesce((SELECT jsonb_agg(jsonb_build_object('line', l.line, 'itemId', l.item_id, 'received', l.received, 'damaged', l.damaged,
        'position', l.position) ORDER BY l.line) FROM receipt_line l WHERE l.receipt_id = r.id), '[]')) ORDER BY r.received_on, r.number, r.id)
  FROM counted_receipt r WHERE r.customer_id = d.customer_id AND (r.po_key = keys.po_key OR r.bol_key = dl.bol_key)), '[]')`

export const PAPERS: Sql = sql`coalesce((SELECT jsonb_agg(jsonb_build_object(
    'documentId', p.document_id, 'kind', CASE WHEN p.kind = 'bill-of-lading' THEN 'bill-of-lading' ELSE 'proof-of-delivery' END,
    'fileName', doc.file_name, 'isRead', coalesce(p.cartons_printed, p.pieces_shipped, p.pieces_received) IS NOT NULL,
    'cartonsPrinted', p.cartons_printed, 'piecesShipped', p.pieces_shipped, 'piecesReceived', p.pieces_received, 'countBy', p.count_by,
    'freightTerms', lower((regexp_match(doc.lines::text, '(?:freight (?:terms|charges)|frachtvermerk)[^a-z0-9]{1,12}(collect|prepaid)', 'i'))[1]),
    'isSigned', p.is_signed, 'isStamped', p.is_stamped, 'exceptions', p.exceptions, 'signedOn', p.signed_on, 'citations', p.citations)
    ORDER BY p.kind, doc.file_name, p.document_id)
  FROM delivery_paper p JOIN document doc ON doc.id = p.document_id AND doc.tombstoned_at IS NULL AND doc.replaced_by_id IS NULL
  WHERE p.kind IN ('bill-of-lading', 'delivery-receipt', 'proof-of-delivery')
    AND (p.delivery_key = dl.number_key OR p.bol_key = dl.bol_key OR p.pro_key = dl.pro_key)), '[]')`

export const CARRIER_EVENTS: Sql = sql`coalesce((SELECT jsonb_agg(jsonb_build_object('id', e.id, 'status', e.status,
    'happenedOn', (e.happened_at AT TIME ZONE 'UTC')::date, 'cartons', e.cartons, 'position', e.position) ORDER BY e.happened_at, e.id)
  FROM carrier_event e WHERE e.pro_key = dl.pro_key OR e.bol_key = dl.bol_key OR e.delivery_key = dl.number_key), '[]')`

export const FREIGHT_BILLS: Sql = sql`coalesce((SELECT jsonb_agg(jsonb_build_object('id', f.id, 'number', f.number, 'billedOn', f.billed_on,
    'amountMinor', f.amount_minor, 'currency', f.currency, 'position', f.position) ORDER BY f.number, f.id)
  FROM freight_bill f WHERE f.pro_key = dl.pro_key), '[]')`

export const FREIGHT_TARIFF: Sql = sql`(SELECT jsonb_build_object('id', t.id, 'position', t.position, 'carrier', t.carrier, 'baseMinor', t.base_minor, 'perCartonMinor', t.per_carton_minor)
  FROM freight_tariff t WHERE t.carrier = dl.carrier)`

// Articles of the invoice, the order and the claim.
const ITEM_IDS: Sql = sql`ARRAY(SELECT l.item_id FROM invoice_line l WHERE l.invoice_id = inv.id
  UNION SELECT l.item_id FROM purchase_order_line l WHERE l.purchase_order_id = po.id UNION SELECT d.item_id)`

export const ITEMS: Sql = sql`coalesce((SELECT jsonb_agg(jsonb_build_object('id', i.id, 'material', i.material, 'vendorPart', i.vendor_part,
    'description', i.description, 'family', i.family, 'upc', i.upc, 'innerPack', i.inner_pack, 'casePack', i.case_pack) ORDER BY i.material)
  FROM item i WHERE i.id = ANY(${ITEM_IDS})), '[]')`

export const PRICES: Sql = sql`coalesce((SELECT jsonb_agg(jsonb_build_object('id', p.id, 'itemId', p.item_id, 'validFrom', p.valid_from,
    'validTo', p.valid_to, 'priceMicros', p.price_micros, 'createdOn', p.created_on, 'position', p.position) ORDER BY p.item_id, p.valid_from)
  FROM price_condition p WHERE p.customer_id = d.customer_id AND p.account_key = prices.account_key AND p.item_id = ANY(${ITEM_IDS})), '[]')`

/** The account whose prices apply: the payer's or the invoice's own, else the one the customer's prices are kept under. */
export const PRICE_ACCOUNT: Sql = sql`coalesce(
  (SELECT q.account_key FROM price_condition q WHERE q.customer_id = d.customer_id AND q.account_key = d.account_key LIMIT 1),
  (SELECT q.account_key FROM price_condition q WHERE q.customer_id = d.customer_id AND q.account_key = inv.account_key LIMIT 1),
  (SELECT q.account_key FROM price_condition q WHERE q.customer_id = d.customer_id ORDER BY q.account_key LIMIT 1))`

export const AGREEMENTS: Sql = sql`coalesce((SELECT jsonb_agg(jsonb_build_object('id', a.id, 'number', a.number, 'numberKey', a.number_key,
    'kind', a.kind, 'family', a.family, 'validFrom', a.valid_from, 'validTo', a.valid_to, 'ratePpm', a.rate_ppm,
    'unitLimitPerOrderLine', a.unit_limit_per_order_line, 'claimDaysAfterDrop', a.claim_days_after_drop, 'position', a.position,
    'itemIds', coalesce((SELECT jsonb_agg(x.item_id ORDER BY x.item_id) FROM agreement_item x WHERE x.agreement_id = a.id), '[]'))
    ORDER BY a.number_key)
  FROM agreement a WHERE a.customer_id = d.customer_id AND d.category IN ('promotion', 'allowance', 'price-protection')), '[]')`

export const SIBLINGS: Sql = sql`coalesce((SELECT jsonb_agg(jsonb_build_object('id', s.id, 'number', s.number, 'claimNumber', s.claim_number,
    'claimKey', s.claim_key, 'category', s.category, 'reasonCode', s.reason_code, 'amountMinor', s.amount_minor, 'itemId', s.item_id,
    'quantity', s.quantity, 'unitMicros', s.unit_micros, 'invoiceKey', s.invoice_key, 'poKey', s.po_key, 'takenOn', s.taken_on,
    'reference', sc.reference, 'claimedOn', sc.claimed_on, 'position', sc.position) ORDER BY s.taken_on, s.number)
  FROM deduction s
  LEFT JOIN LATERAL (SELECT c.reference, c.claimed_on, c.position FROM deduction_source x JOIN portal_claim c ON c.id = x.source_id
    WHERE x.deduction_id = s.id AND x.kind = 'portal-claim' AND c.amount_minor >= 0
    ORDER BY c.amount_minor = s.amount_minor DESC, c.id DESC LIMIT 1) sc ON true
  WHERE s.customer_id = d.customer_id AND s.id <> d.id AND (s.invoice_key = d.invoice_key OR s.po_key = d.po_key
    OR (d.category = 'price-protection' AND s.category = 'price-protection' AND s.item_id = d.item_id))), '[]')`

export const BANK_ENTRY: Sql = sql`(SELECT jsonb_build_object('id', b.id, 'reference', b.reference, 'bookedOn', b.booked_on, 'position', b.position)
  FROM bank_entry b WHERE b.payment_key = d.payment_key AND b.currency = d.currency
    AND (rm.id IS NULL OR b.amount_minor IN (rm.total_minor, rm.computed_minor)) ORDER BY b.booked_on, b.id LIMIT 1)`

export const RETURN_AUTHORISATIONS: Sql = sql`coalesce((SELECT jsonb_agg(jsonb_build_object('id', a.id, 'number', a.number,
    'authorisedOn', a.authorised_on, 'itemId', a.item_id, 'quantity', a.quantity, 'priceMicros', a.price_micros, 'position', a.position)
    ORDER BY a.number, a.line)
  FROM return_authorisation a WHERE a.customer_id = d.customer_id AND d.category = 'returns'
    AND (a.number_key = keys.reference_key OR (keys.reference_key IS NULL AND a.invoice_key = d.invoice_key))), '[]')`

export const RETURN_RECEIPTS: Sql = sql`coalesce((SELECT jsonb_agg(jsonb_build_object('id', r.id, 'receivedOn', r.received_on, 'itemId', r.item_id,
    'quantity', r.quantity, 'condition', r.condition, 'position', r.position) ORDER BY r.received_on, r.id)
  FROM return_receipt r WHERE r.customer_id = d.customer_id AND d.category = 'returns' AND r.rga_key = keys.reference_key), '[]')`

export const CREDITS: Sql = sql`coalesce((SELECT jsonb_agg(jsonb_build_object('id', l.id, 'number', l.document_number, 'postedOn', l.posted_on,
    'amountMinor', abs(l.amount_minor), 'reference', l.reference, 'text', l.text, 'position', l.position) ORDER BY l.posted_on, l.id)
  FROM ledger_item l WHERE l.customer_id = d.customer_id AND d.category = 'returns' AND l.posting_key = '11'
    AND (l.assignment_key = keys.reference_key OR l.reference_key = keys.reference_key
      OR comparison_key(coalesce(l.text, '')) LIKE '%' || keys.reference_key || '%')), '[]')`

export const STOCK_REPORTS: Sql = sql`coalesce((SELECT jsonb_agg(jsonb_build_object('id', s.id, 'itemId', s.item_id, 'reportedOn', s.reported_on,
    'quantity', s.quantity, 'position', s.position) ORDER BY s.reported_on, s.id)
  FROM stock_report s WHERE s.customer_id = d.customer_id AND d.category = 'price-protection' AND s.item_id = d.item_id), '[]')`

export const MAILS: Sql = sql`coalesce((SELECT jsonb_agg(DISTINCT jsonb_build_object('documentId', doc.id, 'fileName', doc.file_name,
    'text', coalesce(doc.lines::text, ''), 'issuedOn', doc.issued_on))
  FROM document_link k JOIN document doc ON doc.id = k.document_id AND doc.tombstoned_at IS NULL AND doc.kind LIKE '%mail%'
  WHERE d.category IN ('shortage', 'compliance', 'unclear')
    AND k.id_key = ANY(ARRAY[keys.po_key, dl.number_key, dl.bol_key, dl.pro_key])), '[]')`

function requirementsOf(owner: Sql): Sql {
  return sql`(SELECT jsonb_agg(jsonb_build_object('evidence', e.evidence, 'level', e.level) ORDER BY e.sort_order) FROM evidence_requirement e
    WHERE ${owner} AND e.category = d.category AND (e.freight_terms IS NULL OR e.freight_terms = coalesce(po.freight_terms, cu.freight_terms)))`
}

/** What the customer asks for in this category and on these freight terms; without a list of its own what customers usually ask for. */
export const REQUIREMENTS: Sql = sql`coalesce(${requirementsOf(sql`e.customer_id = d.customer_id`)}, ${requirementsOf(sql`e.customer_id IS NULL`)}, '[]')`

export const WINDOWS: Sql = sql`coalesce((SELECT jsonb_agg(jsonb_build_object('category', w.category, 'days', w.days, 'anchor', w.anchor,
    'source', w.source, 'isConfirmed', w.confirmed_at IS NOT NULL) ORDER BY w.category, w.days) FROM dispute_window w WHERE w.customer_id = d.customer_id
    AND w.category IN (d.category, 'default')), '[]')`

// Rules of the retailer that judges go by, in force when the goods were due; nothing is added where none is kept.
export const RULES: Sql = sql`coalesce((SELECT jsonb_object_agg(CASE x.kind WHEN 'fine-rate' THEN 'fineRule' ELSE 'graceRule' END,
    jsonb_build_object('id', x.id, 'value', x.value, 'source', x.source, 'validFrom', x.valid_from))
  FROM (SELECT DISTINCT ON (r.kind) r.* FROM trade_rule r WHERE r.customer_id = d.customer_id AND r.kind IN ('fine-rate', 'on-time-grace')
    AND r.valid_from <= coalesce(po.ship_by, inv.invoiced_on, d.taken_on) ORDER BY r.kind, r.valid_from DESC) x WHERE x.value IS NOT NULL), '{}')`
