import type { Actor } from '@/core/actor'
import { select, sql } from '@/server/db/client'
import { scopeOf } from '@/server/db/scope-of'
import type { CodeEvidence } from '../rules/propose-category'

export type CodeName = { customerId: string; codeKey: string }
type Found = Omit<CodeEvidence, 'code'>

/** What hints at the meaning of these codes, in their order: texts, standard codes, decisions, maps of customers the actor sees. */
export async function findCodeEvidence(actor: Actor, codes: readonly CodeName[]): Promise<Found[]> {
  return select<Found>(sql`
    SELECT
      coalesce((SELECT array_agg(t.text ORDER BY t.count DESC, t.text) FROM (
        SELECT d.code_text AS text, count(*) AS count FROM deduction d
        WHERE d.customer_id = k.customer_id AND d.code_key = k.code_key AND d.code_text <> '' GROUP BY 1
        UNION SELECT r.text, 0 FROM reason_code r WHERE r.customer_id = k.customer_id AND r.code_key = k.code_key AND r.text <> ''
        UNION SELECT c.code_text, 0 FROM portal_claim c WHERE c.customer_id = k.customer_id AND comparison_key(c.code) = k.code_key AND c.code_text <> ''
        ORDER BY 2 DESC LIMIT 5) t), '{}') AS texts,
      coalesce((SELECT array_agg(DISTINCT s.code) FROM (
        SELECT l.reason_code AS code FROM deduction d JOIN deduction_source x ON x.deduction_id = d.id AND x.kind = 'remittance'
          JOIN remittance_line l ON l.id = x.source_id
        WHERE d.customer_id = k.customer_id AND d.code_key = k.code_key AND l.reason_code IS NOT NULL
        UNION SELECT r.x12_code FROM reason_code r WHERE r.customer_id = k.customer_id AND r.code_key = k.code_key AND r.x12_code IS NOT NULL) s), '{}')
        AS "x12Codes",
      coalesce((SELECT array_agg(DISTINCT r.edifact_code) FROM reason_code r
        WHERE r.customer_id = k.customer_id AND r.code_key = k.code_key AND r.edifact_code IS NOT NULL), '{}') AS "edifactCodes",
      coalesce((SELECT jsonb_agg(p) FROM (
        SELECT d.category, count(*) FILTER (WHERE d.decided_verdict = d.verdict) AS agreed,
          count(*) FILTER (WHERE d.decided_verdict <> d.verdict) AS overruled
        FROM deduction d WHERE d.customer_id = k.customer_id AND d.code_key = k.code_key AND d.decided_verdict IS NOT NULL
        GROUP BY 1 ORDER BY 1) p), '[]') AS decided,
      coalesce((SELECT jsonb_agg(o) FROM (
        SELECT m.category, count(DISTINCT m.customer_id) AS customers FROM code_map m
        WHERE m.code_key = k.code_key AND m.customer_id <> k.customer_id AND m.state = 'approved' AND ${scopeOf(actor, sql`m.customer_id`)}
        GROUP BY 1 ORDER BY 1) o), '[]') AS elsewhere
    FROM unnest(${codes.map((one) => one.customerId)}::uuid[], ${codes.map((one) => one.codeKey)}::text[])
      WITH ORDINALITY AS k(customer_id, code_key, place)
    WHERE ${scopeOf(actor, sql`k.customer_id`)} ORDER BY k.place`)
}
