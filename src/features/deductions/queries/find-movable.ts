import { type Sql, select, sql } from '@/server/db/client'
import { TAKEN_ON } from './deduction-terms'
import { SETTLED } from './settled'

type Read = <Row>(query: Sql) => Promise<Row[]>

/** Ids of the open deductions that approved maps would code otherwise than they are; what people have settled is not among them. */
export async function findMovable(mapIds: readonly string[], read: Read = select): Promise<string[]> {
  const rows = await read<{ id: string }>(sql`
    SELECT d.id::text FROM code_map m JOIN deduction d ON d.customer_id = m.customer_id AND d.code_key = m.code_key
    WHERE m.id = ANY(${[...mapIds]}::uuid[]) AND m.state = 'approved' AND ${TAKEN_ON} <@ code_map_days(m) AND NOT ${SETTLED}
      AND (d.category <> m.category OR d.code_map_id IS DISTINCT FROM m.id) ORDER BY d.id`)
  return rows.map((row) => row.id)
}
