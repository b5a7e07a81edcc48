import { sql, type Tx } from '@/server/db/client'
import { toJson } from '@/server/operation'
import type { Deadline } from '../rules/deadline'
import type { NextAction } from '../rules/deduction'
import { type Judgement, RULE_SET } from '../rules/judge-validity'

/** What one triage run has to write about one deduction. */
export type TriageResult = {
  id: string
  judgement: Judgement
  factsHash: string
  deadline: Deadline | null
  action: NextAction
  evidenceHave: number
  evidenceNeed: number
}

/** Appends a verdict for each deduction whose facts or rules changed, and refreshes what lists show. Returns the changed ids. */
export async function saveVerdicts(tx: Tx, results: readonly TriageResult[]): Promise<string[]> {
  const changed = await appendVerdicts(tx, results)
  await refreshDeductions(tx, results)
  return changed
}

// The newest verdict tells whether these facts were judged by these rules already.
async function appendVerdicts(tx: Tx, results: readonly TriageResult[]): Promise<string[]> {
  const verdicts = results.map((result) => result.judgement.verdict)
  const rows = await tx.$queryRaw<{ deduction_id: string }[]>(sql`
    INSERT INTO verdict (deduction_id, judge, rule_set, kind, recoverable_minor, confidence_ppm, because, steps, citations, missing, facts_hash)
    SELECT n.id, n.judge, ${RULE_SET}, n.kind, n.recoverable, n.confidence, n.because, n.steps::jsonb, n.citations::jsonb,
      string_to_array(nullif(n.missing, ''), ','), n.hash
    FROM (SELECT id, judge, kind, recoverable, confidence, because, steps, citations, coalesce(missing, '') AS missing, hash FROM unnest(
      ${results.map((result) => result.id)}::uuid[], ${results.map((result) => result.judgement.judge)}::text[],
      ${verdicts.map((verdict) => verdict.kind)}::text[], ${verdicts.map((verdict) => verdict.recoverable.minor)}::bigint[],
      ${verdicts.map((verdict) => verdict.confidencePpm)}::int[], ${verdicts.map((verdict) => verdict.because)}::text[],
      ${verdicts.map((verdict) => toJson(verdict.steps))}::text[], ${verdicts.map((verdict) => toJson(verdict.citations))}::text[],
      ${verdicts.map((verdict) => verdict.missing.join(','))}::text[], ${results.map((result) => result.factsHash)}::text[])
      AS u(id, judge, kind, recoverable, confidence, because, steps, citations, missing, hash)) n
    JOIN deduction d ON d.id = n.id
    WHERE d.facts_hash IS DISTINCT FROM n.hash
    RETURNING deduction_id`)
  return rows.map((row) => row.deduction_id)
}

// A person's decision keeps its amount and action; the machine's verdict is refreshed beside it.
async function refreshDeductions(tx: Tx, results: readonly TriageResult[]): Promise<void> {
  const verdicts = results.map((result) => result.judgement.verdict)
  await tx.$executeRaw(sql`
    UPDATE deduction d SET verdict = n.kind, confidence_ppm = n.confidence, because = n.because,
      recoverable_minor = CASE WHEN d.decided_verdict IS NULL THEN n.recoverable ELSE d.recoverable_minor END,
      next_action = CASE WHEN d.decided_verdict IS NULL THEN n.action ELSE d.next_action END,
      missing = coalesce(string_to_array(nullif(n.missing, ''), ','), '{}'), liable = n.liable, root_cause = n.root_cause,
      deadline_on = n.deadline_on, deadline_source = n.deadline_source, evidence_have = n.have, evidence_need = n.need,
      duplicate_of_id = n.duplicate_of, facts_hash = n.hash, version = d.version + 1, updated_at = now()
    FROM unnest(
      ${results.map((result) => result.id)}::uuid[], ${verdicts.map((verdict) => verdict.kind)}::text[],
      ${verdicts.map((verdict) => verdict.confidencePpm)}::int[], ${verdicts.map((verdict) => verdict.because)}::text[],
      ${verdicts.map((verdict) => verdict.recoverable.minor)}::bigint[], ${results.map((result) => result.action)}::text[],
      ${verdicts.map((verdict) => verdict.missing.join(','))}::text[], ${verdicts.map((verdict) => verdict.liable)}::text[],
      ${verdicts.map((verdict) => verdict.rootCause)}::text[], ${results.map((result) => result.deadline?.lastDay ?? null)}::date[],
      ${results.map((result) => result.deadline?.source ?? null)}::text[], ${results.map((result) => result.evidenceHave)}::int[],
      ${results.map((result) => result.evidenceNeed)}::int[], ${results.map((result) => result.judgement.duplicateOfId)}::uuid[],
      ${results.map((result) => result.factsHash)}::text[])
      AS n(id, kind, confidence, because, recoverable, action, missing, liable, root_cause, deadline_on, deadline_source, have, need, duplicate_of, hash)
    WHERE d.id = n.id AND (d.facts_hash IS DISTINCT FROM n.hash OR d.deadline_on IS DISTINCT FROM n.deadline_on
      OR d.deadline_source IS DISTINCT FROM n.deadline_source OR d.evidence_have <> n.have OR d.evidence_need <> n.need
      OR (d.decided_verdict IS NULL AND d.next_action IS DISTINCT FROM n.action))`)
}
