import { empty, join, type Sql, sql } from '@/server/db/client'

/** Where a figure of the arithmetic comes from: the record, its day, and the place in the file that brought it. */
export type StepPlace = { source: string; on?: Sql; batch?: Sql; position?: Sql }

/** One figure of an exception's arithmetic as JSON: name, value as text, source, and where to look it up. */
export function step(name: string, value: Sql, { source, on, batch, position }: StepPlace): Sql {
  const part = (key: string, found: Sql | undefined) => (found === undefined ? empty : sql`, ${key}::text, ${found}`)
  return sql`jsonb_strip_nulls(jsonb_build_object('step', ${name}::text, 'value', ${value}, 'source', ${source}::text${part('on', on)}${part('batch', batch)}${part('position', position)}))`
}

/** All figures of an exception; those that stand nowhere are left out. */
export function steps(...all: readonly Sql[]): Sql {
  return sql`(SELECT coalesce(jsonb_agg(s), '[]') FROM unnest(ARRAY[${join([...all])}]::jsonb[]) s WHERE s -> 'value' IS NOT NULL)`
}

/** Columns that every finder selects from the line `l` it is about; what follows is kind, field, expected, actual, at stake, currency, steps. */
export const OF_LINE = sql`l.purchase_order_id, l.customer_id, l.po_number, l.po_key, l.line`

/** The same for an order `o` of `checked_order`. */
export const OF_ORDER = sql`o.purchase_order_id, o.customer_id, o.po_number, o.po_key, ''::text`

/** The place of the order line `l`. */
export const LINE_PLACE: StepPlace = { source: 'purchase-order', batch: sql`l.batch_id`, position: sql`l.position` }

/** The place of the order `o`. */
export const ORDER_PLACE: StepPlace = { source: 'purchase-order', batch: sql`o.batch_id`, position: sql`o.position` }

/** Millionths times a quantity in minor units of a currency with two decimals, rounded half up. */
export function moneyOf(micros: Sql, quantity: Sql): Sql {
  return sql`round(abs((${micros})::numeric * (${quantity})::numeric) / 10000)::bigint`
}
