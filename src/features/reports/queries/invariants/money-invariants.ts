import { sql } from '@/server/db/client'
import type { Invariant } from './invariant'

/** What must hold of deductions, their sources, resolutions and disputes. */
export const MONEY_INVARIANTS: readonly Invariant[] = [
  {
    id: 'deduction-open-is-taken-less-resolved',
    name: 'Open amount of a deduction = amount taken − resolutions',
    violations: sql`SELECT d.id::text AS what FROM deduction d LEFT JOIN (SELECT deduction_id, sum(amount_minor) AS resolved FROM resolution GROUP BY 1) r ON r.deduction_id = d.id
      WHERE d.open_minor <> d.amount_minor - coalesce(r.resolved, 0)`,
  },
  {
    id: 'deduction-open-within-amount',
    name: 'Open amount of a deduction lies between zero and the amount taken',
    violations: sql`SELECT id::text AS what FROM deduction WHERE open_minor NOT BETWEEN 0 AND amount_minor OR amount_minor <= 0`,
  },
  {
    id: 'deduction-closed-means-nothing-open',
    name: 'A deduction is closed exactly when nothing is open',
    violations: sql`SELECT id::text AS what FROM deduction WHERE (state = 'closed') <> (open_minor = 0)`,
  },
  {
    id: 'given-up-as-approved',
    name: 'An amount given up under an approval is the approved one, approved by somebody else than who gave it up',
    violations: sql`SELECT r.id::text AS what FROM resolution r JOIN approval_request q ON q.id = r.approval_id
      WHERE q.kind <> 'giving-up' OR q.subject_id <> r.deduction_id OR q.state <> 'approved' OR q.decided_by = r.created_by
        OR q.content->>'amountMinor' <> r.amount_minor::text OR q.content->>'kind' <> r.kind`,
  },
  {
    id: 'small-amount-within-its-policy',
    name: 'What was accepted unseen is a whole deduction within the policy of its customer that held when it was taken',
    violations: sql`SELECT r.id::text AS what FROM resolution r JOIN small_amount_policy p ON p.id = r.policy_id JOIN deduction d ON d.id = r.deduction_id
      WHERE r.kind <> 'accepted' OR r.amount_minor <> d.amount_minor OR p.customer_id <> r.customer_id OR p.currency <> r.currency
        OR p.valid_from > coalesce(d.taken_on, d.created_at::date)`,
  },
  {
    id: 'ledger-request-is-of-its-resolution',
    name: 'What finance is asked to post is what was accepted or given up; declined or cancelled exactly when that was taken back',
    violations: sql`SELECT q.id::text AS what FROM ledger_request q JOIN resolution r ON r.id = q.resolution_id
      WHERE q.amount_minor <> r.amount_minor OR q.currency <> r.currency OR q.customer_id <> r.customer_id OR q.deduction_id <> r.deduction_id
        OR q.kind <> CASE r.kind WHEN 'accepted' THEN 'credit-memo' WHEN 'written-off' THEN 'write-off' END
        OR (q.state IN ('declined', 'cancelled')) <> EXISTS (SELECT 1 FROM resolution b WHERE b.reverses_id = r.id)`,
  },
  {
    id: 'root-cause-is-a-leaf',
    name: 'The root cause of a deduction, named or shown, is a leaf of the tree',
    violations: sql`SELECT d.id::text AS what FROM deduction d CROSS JOIN LATERAL (VALUES (d.cause_key), (d.root_cause)) k(key)
      LEFT JOIN root_cause c ON c.key = k.key WHERE k.key IS NOT NULL AND c.parent_key IS NULL`,
  },
  {
    id: 'freight-claimed-within-the-deduction',
    name: 'Carriers are asked for no more than was taken, in the customer and currency of the deduction',
    violations: sql`SELECT d.id::text AS what FROM deduction d JOIN freight_claim_line l ON l.deduction_id = d.id JOIN freight_claim f ON f.id = l.claim_id
      WHERE f.state <> 'withdrawn' GROUP BY d.id
      HAVING sum(l.amount_minor) > d.amount_minor OR bool_or(f.currency <> d.currency OR f.customer_id <> d.customer_id OR l.customer_id <> d.customer_id)`,
  },
  {
    id: 'carrier-pays-what-was-claimed',
    name: 'A carrier pays no more than was claimed from it',
    violations: sql`SELECT f.id::text AS what FROM freight_claim f
      WHERE greatest(f.paid_minor, f.offered_minor) > (SELECT coalesce(sum(l.amount_minor), 0) FROM freight_claim_line l WHERE l.claim_id = f.id)`,
  },
  {
    id: 'filed-freight-claim-has-its-proof',
    name: 'A claim filed with a carrier has its number or a paper that proves the filing',
    violations: sql`SELECT f.id::text AS what FROM freight_claim f WHERE f.filed_on IS NOT NULL AND f.claim_reference IS NULL
      AND NOT EXISTS (SELECT 1 FROM freight_proof p WHERE p.claim_id = f.id AND p.step = 'filing')`,
  },
  {
    id: 'parts-come-to-the-whole',
    name: 'What is left of a divided deduction and its parts come to what was taken, in one customer and currency',
    violations: sql`SELECT w.id::text AS what FROM deduction w LEFT JOIN deduction p ON p.split_of_id = w.id
      WHERE w.whole_minor IS NOT NULL OR p.id IS NOT NULL GROUP BY w.id
      HAVING coalesce(w.whole_minor, w.amount_minor) <> w.amount_minor + coalesce(sum(p.amount_minor), 0)
        OR bool_or(p.customer_id <> w.customer_id OR p.currency <> w.currency)`,
  },
  {
    id: 'merged-stays-merged',
    name: 'What was put together stands nowhere else: its sources are those of the deduction it went into',
    violations: sql`SELECT l.id::text AS what FROM deduction_lineage l WHERE l.kind = 'merge' AND l.undone_at IS NULL
      AND EXISTS (SELECT 1 FROM deduction d WHERE d.id::text = l.content #>> '{deduction,id}')`,
  },
  {
    id: 'deduction-has-one-origin',
    name: 'A deduction has exactly one origin among its sources',
    violations: sql`SELECT d.id::text AS what FROM deduction d LEFT JOIN deduction_source s ON s.deduction_id = d.id AND s.is_origin GROUP BY d.id HAVING count(s.id) <> 1`,
  },
  {
    id: 'deduction-origin-carries-the-amount',
    name: 'The origin of a deduction carries its amount',
    violations: sql`SELECT d.id::text AS what FROM deduction d JOIN deduction_source s ON s.deduction_id = d.id AND s.is_origin WHERE s.amount_minor <> coalesce(d.whole_minor, d.amount_minor)`,
  },
  {
    id: 'source-belongs-to-one-deduction',
    name: 'A line of a remittance, claim or ledger belongs to one deduction only',
    violations: sql`SELECT kind || ':' || source_id AS what FROM deduction_source GROUP BY kind, source_id HAVING count(*) > 1`,
  },
  {
    id: 'source-has-the-customer-of-its-deduction',
    name: 'A deduction and everything it was seen in are of one customer',
    violations: sql`SELECT s.id::text AS what FROM deduction_source s JOIN deduction d ON d.id = s.deduction_id
      LEFT JOIN remittance_line l ON s.kind = 'remittance' AND l.id = s.source_id LEFT JOIN portal_claim p ON s.kind = 'portal-claim' AND p.id = s.source_id
      LEFT JOIN ledger_item g ON s.kind = 'ledger' AND g.id = s.source_id LEFT JOIN manual_entry e ON s.kind = 'manual' AND e.id = s.source_id
      WHERE d.customer_id <> coalesce(l.customer_id, p.customer_id, g.customer_id, e.customer_id, d.customer_id)`,
  },
  {
    id: 'source-has-the-currency-of-its-deduction',
    name: 'A deduction and its claims and ledger items are in one currency',
    violations: sql`SELECT s.id::text AS what FROM deduction_source s JOIN deduction d ON d.id = s.deduction_id
      LEFT JOIN portal_claim p ON s.kind = 'portal-claim' AND p.id = s.source_id LEFT JOIN ledger_item g ON s.kind = 'ledger' AND g.id = s.source_id
      LEFT JOIN remittance_line l ON s.kind = 'remittance' AND l.id = s.source_id LEFT JOIN remittance r ON r.id = l.remittance_id
      WHERE d.currency <> coalesce(p.currency, g.currency, r.currency, d.currency)`,
  },
  {
    id: 'deduction-source-exists',
    name: 'Every source of a deduction points to a stored line',
    violations: sql`SELECT s.id::text AS what FROM deduction_source s
      WHERE (s.kind = 'remittance' AND NOT EXISTS (SELECT 1 FROM remittance_line WHERE id = s.source_id))
        OR (s.kind = 'portal-claim' AND NOT EXISTS (SELECT 1 FROM portal_claim WHERE id = s.source_id))
        OR (s.kind = 'ledger' AND NOT EXISTS (SELECT 1 FROM ledger_item WHERE id = s.source_id))
        OR (s.kind = 'manual' AND NOT EXISTS (SELECT 1 FROM manual_entry WHERE id = s.source_id))
        OR (s.kind = 'split' AND NOT EXISTS (SELECT 1 FROM deduction d JOIN deduction_lineage l ON l.kind = 'split' AND l.undone_at IS NULL
          AND l.deduction_id = d.split_of_id AND l.content -> 'parts' @> jsonb_build_array(d.id) WHERE d.id = s.deduction_id AND d.id = s.source_id))`,
  },
  {
    id: 'recoverable-within-amount',
    name: 'What a verdict calls recoverable lies within the amount taken',
    violations: sql`SELECT id::text AS what FROM deduction WHERE recoverable_minor NOT BETWEEN 0 AND amount_minor`,
  },
  {
    id: 'verdict-shown-is-the-last-one',
    name: 'The verdict shown on a deduction is the last one judged',
    violations: sql`SELECT d.id::text AS what FROM deduction d
      JOIN LATERAL (SELECT kind, recoverable_minor FROM verdict v WHERE v.deduction_id = d.id ORDER BY v.judged_at DESC, v.id DESC LIMIT 1) v ON true
      WHERE d.verdict <> v.kind OR (d.decided_verdict IS NULL AND d.recoverable_minor <> v.recoverable_minor)`,
  },
  {
    id: 'verdict-valid-recovers-nothing',
    name: 'A valid deduction recovers nothing; an invalid or duplicate one recovers all of it',
    violations: sql`SELECT id::text AS what FROM deduction WHERE (coalesce(decided_verdict, verdict) = 'valid' AND recoverable_minor <> 0)
      OR (coalesce(decided_verdict, verdict) IN ('invalid', 'duplicate') AND recoverable_minor <> amount_minor)`,
  },
  {
    id: 'reversal-is-equal-and-opposite',
    name: 'A reversal is equal and opposite to what it reverses, on the same deduction',
    violations: sql`SELECT r.id::text AS what FROM resolution r JOIN resolution o ON o.id = r.reverses_id WHERE r.amount_minor <> -o.amount_minor OR r.deduction_id <> o.deduction_id`,
  },
  {
    id: 'resolution-has-the-currency-of-its-deduction',
    name: 'A resolution has the currency and customer of its deduction',
    violations: sql`SELECT r.id::text AS what FROM resolution r JOIN deduction d ON d.id = r.deduction_id WHERE r.currency <> d.currency OR r.customer_id <> d.customer_id`,
  },
  {
    id: 'incident-is-one-delivery',
    name: 'The deductions of an incident are of its customer and delivery',
    violations: sql`SELECT d.id::text AS what FROM deduction d JOIN incident i ON i.id = d.incident_id WHERE d.customer_id <> i.customer_id OR d.delivery_key IS DISTINCT FROM i.delivery_key`,
  },
  {
    id: 'dispute-is-of-its-deduction',
    name: 'A dispute has the customer and currency of its deduction and asks for no more than was taken',
    violations: sql`SELECT s.id::text AS what FROM dispute s JOIN deduction d ON d.id = s.deduction_id WHERE s.customer_id <> d.customer_id OR s.currency <> d.currency OR s.amount_minor > d.amount_minor`,
  },
  {
    id: 'dispute-outcome-adds-up',
    name: 'What was won and lost of a dispute is no more than what it asked for',
    violations: sql`SELECT id::text AS what FROM dispute WHERE won_minor < 0 OR lost_minor < 0 OR won_minor + lost_minor > amount_minor`,
  },
  {
    id: 'submitted-dispute-has-a-package',
    name: 'A submitted dispute has a submission with a package that is marked as submitted',
    violations: sql`SELECT d.id::text AS what FROM dispute d WHERE d.state IN ('submitted', 'answered')
      AND NOT EXISTS (SELECT 1 FROM submission s JOIN dispute_package p ON p.id = s.package_id WHERE s.dispute_id = d.id AND p.dispute_id = d.id AND p.is_submitted)`,
  },
]
