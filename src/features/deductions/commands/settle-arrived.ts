import * as z from 'zod'
import { settleTasks } from '@/features/tasks/commands/settle-tasks'
import { defineCommand, findNothing } from '@/server/command'
import { type Sql, selectIn, sql } from '@/server/db/client'
import { canTriage } from '../policy'
import { findValidityFacts } from '../queries/find-validity-facts'
import { EVIDENCE_KINDS, type EvidenceKind, listEvidence } from '../rules/evidence-needed'

const DEDUCTIONS_AT_ONCE = 500

/** Ends requests for missing papers whose paper has arrived by now, whichever way it came. Answers how many ended. */
export const settleArrived = defineCommand({
  event: 'evidence.arrived',
  input: z.strictObject({}),
  find: findNothing,
  allow: canTriage,
  timeoutMs: 60_000,
  async change(scope) {
    const waiting = await selectIn<{ id: string; kinds: EvidenceKind[] }>(
      scope.tx,
      sql`SELECT t.subject_id::text AS id, array_agg(DISTINCT t.kind) AS kinds FROM task t
        WHERE t.state = 'open' AND t.closes_on_arrival AND t.subject_kind = 'deduction' AND t.kind = ANY(${[...EVIDENCE_KINDS]}::text[])
        GROUP BY t.subject_id ORDER BY t.subject_id LIMIT ${DEDUCTIONS_AT_ONCE}`,
    )
    if (waiting.length === 0) return { settled: 0 }
    const rows = await findValidityFacts(
      waiting.map((one) => one.id),
      <Row>(query: Sql): Promise<Row[]> => selectIn<Row>(scope.tx, query),
    )
    let settled = 0
    for (const { id, facts } of rows) {
      const kinds = waiting.find((one) => one.id === id)?.kinds ?? []
      for (const entry of listEvidence(
        facts,
        kinds.map((evidence) => ({ evidence, level: 'required' as const })),
      )) {
        if (!entry.isThere) continue
        const subject = { subjectKind: 'deduction' as const, subjectIds: [id], kind: entry.evidence }
        const done = await settleTasks(
          scope.actor,
          { ...subject, ...(entry.number === null ? {} : { answer: entry.number }) },
          { within: scope },
        )
        settled += done.settled
      }
    }
    return { settled }
  },
})
