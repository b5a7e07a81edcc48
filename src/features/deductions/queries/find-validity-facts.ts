import { createHash } from 'node:crypto'
import { join, type Sql, select, sql } from '@/server/db/client'
import type { DisputeWindow } from '../rules/deadline'
import type { Category } from '../rules/deduction'
import type { EvidenceRequirement } from '../rules/evidence-needed'
import type { ValidityFacts } from '../rules/validity-facts'
import * as part from './facts-sql'

/** The facts of one deduction with what goes along with a verdict but does not decide it. */
export type FactsRow = {
  id: string
  facts: ValidityFacts
  /** Changes exactly when anything a judge may look at changes. */
  factsHash: string
  requirements: EvidenceRequirement[]
  windows: DisputeWindow[]
}

/** Where to read: the pool, or a transaction that has written what is to be judged. */
type Read = <Row>(query: Sql) => Promise<Row[]>
type Found = { id: string; facts: string; extras: string }

/**
 * Reads everything the judges need about these deductions, one row each, in one statement. With a category they are read as
 * if they had it: what a judge would look at then, without writing anything.
 */
export async function findValidityFacts(ids: readonly string[], read: Read = select, category?: Category): Promise<FactsRow[]> {
  const asCategory =
    category === undefined
      ? sql`deduction`
      : sql`(SELECT (jsonb_populate_record(x, jsonb_build_object('category', ${category}::text))).* FROM deduction x WHERE x.id = ANY(${[...ids]}::uuid[]))`
  const rows = await read<Found>(sql`
    SELECT d.id, jsonb_build_object(${fields()})::text AS facts,
      jsonb_build_object('requirements', ${part.REQUIREMENTS}, 'windows', ${part.WINDOWS})::text AS extras
    FROM unnest(${[...ids]}::uuid[]) WITH ORDINALITY AS chosen(id, place)
    JOIN ${asCategory} d ON d.id = chosen.id
    JOIN customer cu ON cu.id = d.customer_id
    LEFT JOIN LATERAL (SELECT c.* FROM deduction_source s JOIN portal_claim c ON c.id = s.source_id
      WHERE s.deduction_id = d.id AND s.kind = 'portal-claim' AND c.amount_minor >= 0
        ORDER BY c.amount_minor = d.amount_minor DESC, c.id DESC LIMIT 1) cl ON true
    LEFT JOIN LATERAL (SELECT l.* FROM deduction_source s JOIN remittance_line l ON l.id = s.source_id
      WHERE s.deduction_id = d.id AND s.kind = 'remittance' AND s.amount_minor > 0 ORDER BY l.id LIMIT 1) rl ON true
    LEFT JOIN remittance rm ON rm.id = rl.remittance_id
    LEFT JOIN invoice inv ON inv.number_key = d.invoice_key AND inv.customer_id = d.customer_id
    LEFT JOIN sent_invoice sent ON sent.customer_id = d.customer_id AND sent.number_key = d.invoice_key
    CROSS JOIN LATERAL (SELECT coalesce(inv.po_key, d.po_key) AS po_key,
      nullif(comparison_key(coalesce(cl.reference, rl.text, '')), '') AS reference_key) keys
    CROSS JOIN LATERAL (SELECT ${part.PRICE_ACCOUNT} AS account_key) prices
    LEFT JOIN purchase_order po ON po.customer_id = d.customer_id AND po.number_key = keys.po_key
    LEFT JOIN LATERAL (SELECT l.* FROM delivery_line l WHERE l.number_key = coalesce(inv.delivery_key, d.delivery_key)
      ORDER BY l.line LIMIT 1) dl ON true
    ORDER BY chosen.place`)
  return rows.map(({ id, facts, extras }) => {
    const { requirements, windows } = readExact(extras) as Pick<FactsRow, 'requirements' | 'windows'>
    return { id, facts: readExact(facts) as ValidityFacts, factsHash: createHash('md5').update(facts).digest('hex'), requirements, windows }
  })
}

function fields() {
  const pairs = {
    deduction: sql`jsonb_build_object('id', d.id, 'number', d.number, 'claimNumber', d.claim_number, 'claimKey', d.claim_key,
      'paymentNumber', d.payment_number, 'takenOn', d.taken_on, 'amountMinor', d.amount_minor, 'currency', d.currency,
      'category', d.category, 'reasonCode', d.reason_code, 'codeText', d.code_text, 'itemId', d.item_id, 'quantity', d.quantity,
      'unitMicros', d.unit_micros, 'remittanceLine', CASE WHEN rl.id IS NULL THEN NULL ELSE jsonb_build_object('id', rl.id,
        'remittanceNumber', rm.number, 'grossMinor', rl.gross_minor, 'discountMinor', rl.discount_minor, 'paidMinor', rl.paid_minor,
        'position', rl.position) END)`,
    customer: sql`jsonb_build_object('id', cu.id, 'code', cu.code, 'netDays', cu.net_days, 'discountPpm', cu.discount_ppm,
      'discountDays', cu.discount_days, 'finePpm', cu.fine_ppm, 'freightTerms', cu.freight_terms,
      'hasConcealedCode', EXISTS (SELECT 1 FROM reason_code c WHERE c.customer_id = cu.id AND c.text ~* 'conceal|verdeckt|箱内')) || ${part.RULES}`,
    claim: sql`CASE WHEN cl.id IS NULL THEN NULL ELSE jsonb_build_object('id', cl.id, 'number', cl.claim_number, 'claimedOn', cl.claimed_on,
      'quantity', cl.quantity, 'unitMicros', cl.unit_micros, 'amountMinor', cl.amount_minor, 'receivedQuantity', cl.received_quantity,
      'reference', cl.reference, 'position', cl.position) END`,
    invoice: part.INVOICE,
    order: part.ORDER,
    booked: part.BOOKED,
    delivery: part.DELIVERY,
    shipNotice: part.SHIP_NOTICE,
    receipts: part.RECEIPTS,
    papers: part.PAPERS,
    carrierEvents: part.CARRIER_EVENTS,
    freightBills: part.FREIGHT_BILLS,
    freightTariff: part.FREIGHT_TARIFF,
    items: part.ITEMS,
    prices: part.PRICES,
    agreements: part.AGREEMENTS,
    siblings: part.SIBLINGS,
    bankEntry: part.BANK_ENTRY,
    returnAuthorisations: part.RETURN_AUTHORISATIONS,
    returnReceipts: part.RETURN_RECEIPTS,
    credits: part.CREDITS,
    stockReports: part.STOCK_REPORTS,
    mails: part.MAILS,
  } satisfies Record<keyof ValidityFacts, unknown>
  return join(Object.entries(pairs).map(([name, value]) => sql`${name}::text, ${value}`))
}

// Whole numbers of money, price and quantity are read from their digits, so that none passes through a float.
function readExact(text: string): unknown {
  return JSON.parse(text, (key, value: unknown, context?: { source?: string }) =>
    typeof value === 'number' && /(Minor|Micros(New)?|Quantity|^quantity|^quantityNew|^received|^damaged)$/.test(key)
      ? BigInt(context?.source ?? value)
      : value,
  )
}
