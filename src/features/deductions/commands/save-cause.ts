import * as z from 'zod'
import { asCalendarDate } from '@/core/calendar-date'
import { Refusal } from '@/core/refusal'
import { TEAMS } from '@/features/tasks/rules/teams'
import { defineCommand, type Scope } from '@/server/command'
import { selectIn, sql } from '@/server/db/client'
import { canKeepCauses } from '../policy'
import { CAUSE_NATURES, PROCESS_STEPS } from '../rules/root-cause'

/** A leaf of the tree of root causes and what it means from a day on. `version` is that of the leaf, null for a new one. */
const SaveCauseInput = z.strictObject({
  key: z
    .string()
    .trim()
    .max(60, 'too_big')
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'invalid_format')
    .refine((key) => key !== 'none', 'invalid_format'),
  parentKey: z.string().min(1, 'required').max(60),
  nameEn: z.string().trim().min(1, 'required').max(80, 'too_big'),
  nameZh: z.string().trim().min(1, 'required').max(80, 'too_big'),
  processStep: z.enum(PROCESS_STEPS),
  team: z.enum(TEAMS),
  nature: z.enum(CAUSE_NATURES),
  validFrom: z.iso.date('not-a-date').transform(asCalendarDate),
  isRetired: z.boolean().default(false),
  version: z.number().int().positive().nullable(),
})

type Before = { version: number | null; isBranch: boolean; newestFrom: string | null }

/**
 * Adds or changes a leaf of the tree of root causes: its names, and from a day on its step, team and nature, or its end. What
 * a leaf meant before that day stays. Refuses 'stale' when somebody changed it since it was seen, and a day before its newest one.
 */
export const saveCause = defineCommand({
  event: 'root-cause.saved',
  input: SaveCauseInput,
  find: findCause,
  allow: canKeepCauses,
  async change(scope, before, input) {
    if (before.version !== input.version || before.isBranch) throw new Refusal('stale')
    if (before.newestFrom !== null && input.validFrom < before.newestFrom)
      throw new Refusal('invalid-input', { fields: { validFrom: 'before-the-last-one' } })
    await assertBranch(scope, input.parentKey)
    const { tx } = scope
    await tx.$executeRaw(sql`
      INSERT INTO root_cause AS c (key, parent_key, name_en, name_zh) VALUES (${input.key}, ${input.parentKey}, ${input.nameEn}, ${input.nameZh})
      ON CONFLICT (key) DO UPDATE SET parent_key = excluded.parent_key, name_en = excluded.name_en, name_zh = excluded.name_zh,
        version = c.version + 1, updated_at = now()`)
    await tx.$executeRaw(sql`
      INSERT INTO cause_term (cause_key, valid_from, process_step, team, nature, is_retired)
      VALUES (${input.key}, ${input.validFrom}::date, ${input.processStep}, ${input.team}, ${input.nature}, ${input.isRetired})
      ON CONFLICT (cause_key, valid_from) DO UPDATE SET process_step = excluded.process_step, team = excluded.team, nature = excluded.nature,
        is_retired = excluded.is_retired`)
    return { key: input.key }
  },
})

async function findCause({ tx }: Scope, { key }: z.output<typeof SaveCauseInput>): Promise<Before> {
  const [row] = await selectIn<Before>(
    tx,
    sql`SELECT c.version, c.parent_key IS NULL AS "isBranch",
        (SELECT max(valid_from)::text FROM cause_term t WHERE t.cause_key = c.key) AS "newestFrom"
      FROM root_cause c WHERE c.key = ${key} FOR UPDATE OF c`,
  )
  return row ?? { version: null, isBranch: false, newestFrom: null }
}

async function assertBranch({ tx }: Scope, parentKey: string): Promise<void> {
  const [branch] = await selectIn(tx, sql`SELECT 1 FROM root_cause WHERE key = ${parentKey} AND parent_key IS NULL`)
  if (!branch) throw new Refusal('invalid-input', { fields: { parentKey: 'invalid_value' } })
}
