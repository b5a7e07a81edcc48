import { selectIn, sql, type Tx } from '@/server/db/client'
import type { Deadline } from '../rules/deadline'
import type { NextAction } from '../rules/deduction'
import { type Judgement, RULE_SET } from '../rules/judge-validity'

/** What one triage run has to write about one deduction. */
export type TriageResult = {
  id: string
  /** The version whose facts were judged. */
  version: number
  /** It was never judged before. */
  isFirst: boolean
  judgement: Judgement
  factsHash: string
  deadline: Deadline | null
  action: NextAction
  evidenceHave: number
  evidenceNeed: number
}

/** `saved` were written, those of them with another verdict than before are `changed`. What somebody changed meanwhile is neither. */
export type SavedVerdicts = { saved: Set<string>; changed: string[] }

/**
 * Writes what triage found, all of it in one statement: refreshes what lists show and appends the verdicts that say something else than the last one.
 * The version rises when a person would see the difference; other facts behind the same verdict only leave their hash. A deduction that changed
 * since its facts were read is passed over.
 */
export async function saveVerdicts(tx: Tx, results: readonly TriageResult[]): Promise<SavedVerdicts> {
  if (results.length === 0) return { saved: new Set(), changed: [] }
  const rows = await selectIn<{ id: string; changed: boolean }>(
    tx,
    sql`WITH judged AS MATERIALIZED (
        SELECT n.*, v.id IS NULL OR (v.judge, v.kind, v.recoverable_minor, v.confidence_ppm, v.because, v.steps, v.citations, coalesce(v.missing, '{}'))
          IS DISTINCT FROM (n.judge, n.kind, n.recoverable, n.confidence, n.because, n.steps, n.citations, n.missing) AS says_else
        FROM jsonb_to_recordset(${JSON.stringify(results.map(rowOf))}::jsonb) AS n(id uuid, version int, is_first boolean, hash text, judge text, kind text,
          recoverable bigint, confidence int, because text, steps jsonb, citations jsonb, missing text[], liable text, root_cause text, action text,
          deadline_on date, deadline_source text, have int, need int, duplicate_of uuid)
        LEFT JOIN LATERAL (SELECT * FROM verdict v WHERE NOT n.is_first AND v.deduction_id = n.id ORDER BY v.judged_at DESC, v.id DESC LIMIT 1) v ON true
      ), shown AS (${refreshDeductions()}), appended AS (
        INSERT INTO verdict (deduction_id, judge, rule_set, kind, recoverable_minor, confidence_ppm, because, steps, citations, missing, facts_hash)
        SELECT id, judge, ${RULE_SET}, kind, recoverable, confidence, because, steps, citations, nullif(missing, '{}'), hash FROM shown WHERE says_else)
      SELECT id::text, says_else AS changed FROM shown`,
  )
  return { saved: new Set(rows.map((row) => row.id)), changed: rows.filter((row) => row.changed).map((row) => row.id) }
}

function rowOf(result: TriageResult) {
  const { judge, verdict, duplicateOfId } = result.judgement
  return {
    id: result.id,
    version: result.version,
    is_first: result.isFirst,
    hash: result.factsHash,
    judge,
    kind: verdict.kind,
    recoverable: verdict.recoverable.minor.toString(),
    confidence: verdict.confidencePpm,
    because: verdict.because,
    steps: verdict.steps,
    citations: verdict.citations,
    missing: verdict.missing,
    liable: verdict.liable,
    root_cause: verdict.rootCause,
    action: result.action,
    deadline_on: result.deadline?.lastDay ?? null,
    deadline_source: result.deadline?.source ?? null,
    have: result.evidenceHave,
    need: result.evidenceNeed,
    duplicate_of: duplicateOfId,
  }
}

// Hands on all that is judged: a second join with it would be planned for a hundred rows, whatever their number, and never end.
// A person's decision keeps its amount and action; the machine's verdict is refreshed beside it.
function refreshDeductions() {
  const action = sql`CASE WHEN d.decided_verdict IS NULL THEN n.action ELSE d.next_action END`
  const recoverable = sql`CASE WHEN d.decided_verdict IS NULL THEN n.recoverable ELSE d.recoverable_minor END`
  const isSeen = sql`(n.says_else OR (d.verdict, d.confidence_ppm, d.because, d.recoverable_minor, d.next_action, d.missing, d.liable, d.root_cause,
      d.deadline_on, d.deadline_source, d.evidence_have, d.evidence_need, d.duplicate_of_id)
    IS DISTINCT FROM (n.kind, n.confidence, n.because, ${recoverable}, ${action}, n.missing, n.liable, n.root_cause,
      n.deadline_on, n.deadline_source, n.have, n.need, n.duplicate_of))`
  return sql`
    UPDATE deduction d SET verdict = n.kind, confidence_ppm = n.confidence, because = n.because, recoverable_minor = ${recoverable},
      next_action = ${action}, missing = n.missing, liable = n.liable, root_cause = n.root_cause, deadline_on = n.deadline_on,
      deadline_source = n.deadline_source, evidence_have = n.have, evidence_need = n.need, duplicate_of_id = n.duplicate_of, facts_hash = n.hash,
      version = CASE WHEN ${isSeen} THEN d.version + 1 ELSE d.version END, updated_at = CASE WHEN ${isSeen} THEN now() ELSE d.updated_at END
    FROM judged n WHERE d.id = n.id AND d.version = n.version RETURNING n.*`
}
