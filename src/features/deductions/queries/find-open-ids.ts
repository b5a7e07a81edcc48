import { select, sql } from '@/server/db/client'

/** The open deductions of a customer that a rule for a category bears on; 'default' means every category. */
export async function findOpenIds(customerId: string, category: string): Promise<string[]> {
  const rows = await select<{ id: string }>(sql`
    SELECT id::text FROM deduction WHERE customer_id = ${customerId}::uuid AND open_minor > 0 AND ${category} IN (category, 'default') ORDER BY id`)
  return rows.map((row) => row.id)
}
