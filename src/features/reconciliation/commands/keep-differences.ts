import { sql, type Tx } from '@/server/db/client'
import { DUE_WORKING_DAYS, INVOICE_KINDS, TEAM_OF_DIFFERENCE } from '../rules/difference-kinds'
import type { Extent } from './prepare-extent'

export type Kept = { written: number; resolved: string[] }

/**
 * Brings the kept differences to what was found: opens what is new, with its team and due day; moves values; resolves what
 * both sides agree on by now; opens again what came back. What a person accepted stays accepted for the values they saw; what
 * an approved tolerance covers is accepted by the rule, and open again when it no longer does.
 */
export async function keepDifferences(tx: Tx, extent: Extent): Promise<Kept> {
  await applyTolerances(tx, extent.today)
  const written = await writeFound(tx, extent.today)
  const [level, ofInvoice] = [
    sql`difference.delivery_key IS NULL AND difference.invoice_key IS NULL`,
    sql`difference.kind = ANY(${[...INVOICE_KINDS]}::text[])`,
  ]
  const examined = extent.everything
    ? sql`TRUE`
    : sql`CASE WHEN ${level} THEN difference.po_key IS NULL OR (difference.customer_id, difference.po_key) IN (SELECT customer_id, key FROM in_order)
        WHEN ${ofInvoice} THEN difference.invoice_key IN (SELECT key FROM in_invoice) ELSE difference.delivery_key IN (SELECT key FROM in_delivery) END`
  const gone = await tx.$queryRaw<{ id: string }[]>(sql`
    UPDATE difference SET state = 'resolved', resolved_at = now(), version = version + 1
    WHERE state <> 'resolved' AND ${examined} AND NOT EXISTS (SELECT 1 FROM found_difference f WHERE f.identity = difference.identity) RETURNING id::text`)
  await tx.$executeRaw(sql`
    UPDATE difference SET last_seen_at = now() FROM found_difference f
    WHERE f.identity = difference.identity AND difference.last_seen_at < now() - interval '20 hours'`)
  return { written, resolved: gone.map((row) => row.id) }
}

/** A rule holds for the day of the order; with a share and an amount both must hold. Values that are no figures have no share. */
async function applyTolerances(tx: Tx, today: string): Promise<void> {
  await tx.$executeRaw(sql`
    UPDATE found_difference f SET tolerance_id = c.tolerance_id FROM (
      SELECT DISTINCT ON (x.identity) x.identity, t.id AS tolerance_id FROM found_difference x
      JOIN difference_tolerance t ON t.customer_id = x.customer_id AND t.kind = x.kind AND t.state = 'approved'
      LEFT JOIN purchase_order o ON o.customer_id = x.customer_id AND o.number_key = x.po_key
      WHERE coalesce(o.ordered_on, ${today}::date) BETWEEN t.valid_from AND coalesce(least(t.valid_to, t.ended_on), 'infinity')
        AND (t.amount_minor IS NULL OR (t.currency = x.currency AND x.severity_minor <= t.amount_minor))
        AND (t.share_ppm IS NULL OR CASE WHEN x.sap_value ~ ${FIGURE} AND x.other_value ~ ${FIGURE}
          THEN abs(x.sap_value::numeric - x.other_value::numeric) * 1000000 <= abs(x.other_value::numeric) * t.share_ppm ELSE false END)
      ORDER BY x.identity, t.valid_from DESC, t.id
    ) c WHERE c.identity = f.identity`)
}

const FIGURE = '^-?[0-9]+([.][0-9]+)?$'

async function writeFound(tx: Tx, today: string): Promise<number> {
  const values = sql`(difference.sap_value, difference.other_value) IS DISTINCT FROM (excluded.sap_value, excluded.other_value)`
  const returns = sql`excluded.tolerance_id IS NULL AND (difference.state = 'resolved' OR difference.state = 'accepted' AND (difference.tolerance_id IS NOT NULL OR ${values}))`
  return tx.$executeRaw(sql`
    INSERT INTO difference (identity, customer_id, kind, po_number, po_key, sales_order_key, delivery_key, invoice_key, line, field,
      sap_value, other_value, other_source, item_id, severity_minor, currency, owner_team, sources, match_id, tolerance_id, state, due_on)
    SELECT DISTINCT ON (f.identity) f.identity, f.customer_id, f.kind, f.po_number, f.po_key, f.sales_order_key, f.delivery_key, f.invoice_key, f.line, f.field,
      f.sap_value, f.other_value, f.other_source, f.item_id, f.severity_minor, f.currency, ${JSON.stringify(TEAM_OF_DIFFERENCE)}::jsonb ->> f.kind, f.sources, m.id, f.tolerance_id,
      CASE WHEN f.tolerance_id IS NULL THEN 'open' ELSE 'accepted' END, working_day_after(${today}::date, (${JSON.stringify(DUE_WORKING_DAYS)}::jsonb ->> f.kind)::int, coalesce(h.holidays, '{}'))
    FROM found_difference f LEFT JOIN record_match m ON m.identity = f.match_identity LEFT JOIN order_term h ON h.customer_id = f.customer_id ORDER BY f.identity, f.sources
    ON CONFLICT (identity) DO UPDATE SET
      sap_value = excluded.sap_value, other_value = excluded.other_value, severity_minor = excluded.severity_minor, currency = excluded.currency, sources = excluded.sources,
      sales_order_key = excluded.sales_order_key, match_id = excluded.match_id, tolerance_id = excluded.tolerance_id,
      state = CASE WHEN excluded.tolerance_id IS NOT NULL THEN 'accepted' WHEN ${returns} THEN 'open' ELSE difference.state END,
      reopened = difference.reopened + CASE WHEN ${returns} THEN 1 ELSE 0 END, due_on = CASE WHEN ${returns} THEN excluded.due_on ELSE difference.due_on END,
      resolved_at = NULL, last_seen_at = now(), version = difference.version + 1
    WHERE (difference.sap_value, difference.other_value, difference.severity_minor, difference.currency, difference.sources, difference.match_id, difference.tolerance_id) IS DISTINCT FROM
        (excluded.sap_value, excluded.other_value, excluded.severity_minor, excluded.currency, excluded.sources, excluded.match_id, excluded.tolerance_id) OR difference.state = 'resolved'`)
}
