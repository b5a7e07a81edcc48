import type * as z from 'zod'
import { Refusal } from '@/core/refusal'
import { defineCommand, type Scope } from '@/server/command'
import { selectIn, sql } from '@/server/db/client'
import { canSetLimits } from '../policy'
import { SetLimitInput } from '../schemas'

type Before = { version: number | null }

/** Sets up to which amount a role gives up money alone. Refuses 'stale' when somebody changed it since it was seen. */
export const setLimit = defineCommand({
  event: 'approval-limit.set',
  input: SetLimitInput,
  find: findLimit,
  allow: canSetLimits,
  async change({ tx }, before, { role, currency, limitMinor, version }) {
    if (before.version !== version) throw new Refusal('stale')
    await tx.$executeRaw(sql`
      INSERT INTO approval_limit AS l (role, currency, limit_minor) VALUES (${role}, ${currency}, ${BigInt(limitMinor)})
      ON CONFLICT (role, currency) DO UPDATE SET limit_minor = excluded.limit_minor, version = l.version + 1, updated_at = now()`)
    return { role, currency }
  },
})

async function findLimit({ tx }: Scope, { role, currency }: z.output<typeof SetLimitInput>): Promise<Before> {
  const [row] = await selectIn<{ version: number }>(
    tx,
    sql`SELECT version FROM approval_limit WHERE role = ${role} AND currency = ${currency} FOR UPDATE`,
  )
  return { version: row?.version ?? null }
}
