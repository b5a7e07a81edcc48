import type { CalendarDate } from '@/core/calendar-date'
import { companyToday } from '@/server/clock'
import { select, sql } from '@/server/db/client'
import type { CauseNature, ProcessStep } from '../rules/root-cause'

/** What a leaf means from a day on. */
export type CauseTermRow = { validFrom: CalendarDate; processStep: ProcessStep; team: string; nature: CauseNature; isRetired: boolean }

/** A branch or leaf of the tree of root causes in both languages. Terms of a leaf come newest first; a branch has none. */
export type CauseRow = {
  key: string
  parentKey: string | null
  names: { en: string; 'zh-CN': string }
  version: number
  /** What it means today; null for a branch and for a leaf that only begins later. */
  now: CauseTermRow | null
  terms: CauseTermRow[]
  /** Deductions that name it or show it. */
  count: number
}

type Found = { key: string; parentKey: string | null; en: string; zh: string; version: number; terms: CauseTermRow[]; count: number }

/** The whole tree, branch by branch, leaves below their branch; `withCounts` also counts the deductions of each leaf. */
export async function findCauses(withCounts = false): Promise<CauseRow[]> {
  const counts = withCounts
    ? sql`LEFT JOIN (SELECT coalesce(cause_key, root_cause) AS key, count(*)::int AS count FROM deduction GROUP BY 1) n ON n.key = c.key`
    : sql`LEFT JOIN (SELECT NULL::text AS key, 0 AS count) n ON n.key = c.key`
  const rows = await select<Found>(sql`
    SELECT c.key, c.parent_key AS "parentKey", c.name_en AS en, c.name_zh AS zh, c.version, coalesce(n.count, 0) AS count,
      coalesce((SELECT jsonb_agg(jsonb_build_object('validFrom', t.valid_from, 'processStep', t.process_step, 'team', t.team, 'nature', t.nature,
        'isRetired', t.is_retired) ORDER BY t.valid_from DESC) FROM cause_term t WHERE t.cause_key = c.key), '[]') AS terms
    FROM root_cause c LEFT JOIN root_cause p ON p.key = c.parent_key ${counts}
    ORDER BY coalesce(p.name_en, c.name_en), coalesce(p.key, c.key), c.parent_key IS NOT NULL, c.name_en`)
  const today = companyToday()
  return rows.map(({ en, zh, ...row }) => ({
    ...row,
    names: { en, 'zh-CN': zh },
    now: row.terms.find((term) => term.validFrom <= today) ?? null,
  }))
}
