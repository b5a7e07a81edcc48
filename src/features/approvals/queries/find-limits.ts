import type { Actor } from '@/core/actor'
import { type Money, money } from '@/core/money'
import { select, sql } from '@/server/db/client'
import { canSetLimits } from '../policy'
import type { LimitedRole } from '../rules/approval'

export type LimitRow = { id: string; role: LimitedRole; limit: Money; version: number; updatedAt: Date }

type Row = Omit<LimitRow, 'limit'> & { currency: string; minor: bigint }

/** Every limit, by role and currency; nothing for those who may not set them. */
export async function findLimits(actor: Actor): Promise<LimitRow[]> {
  if (!canSetLimits(actor)) return []
  const rows = await select<Row>(sql`
    SELECT id::text, role, currency, limit_minor AS minor, version, updated_at AS "updatedAt" FROM approval_limit ORDER BY role DESC, currency`)
  return rows.map(({ currency, minor, ...row }) => ({ ...row, limit: money(minor, currency) }))
}
