import type { CalendarDate } from '@/core/calendar-date'
import { sql } from '@/server/db/client'
import type { DisputeWindow } from '../../rules/deadline'
import type { EvidenceRequirement } from '../../rules/evidence-needed'
import type { AgreementFacts, CustomerFacts, ItemFacts, PriceFacts, RuleFacts } from '../../rules/validity-facts'
import { distinct, Groups, grouped, type Read } from './read'
import type { Subject } from './read-subjects'

const RULE_OF_KIND = {
  'fine-rate': 'fineRule',
  'on-time-grace': 'graceRule',
  'on-time-threshold': 'onTimeRule',
  'in-full-threshold': 'inFullRule',
} as const
type RuleKind = keyof typeof RULE_OF_KIND
const RULE_KINDS = Object.keys(RULE_OF_KIND) as RuleKind[]

type Customer = Omit<CustomerFacts, (typeof RULE_OF_KIND)[RuleKind]>
type TradeRule = {
  owner: string
  kind: RuleKind
  id: string
  value: number | null
  source: string
  validFrom: CalendarDate
}
type Requirement = EvidenceRequirement & { customerId: string | null; category: string; freightTerms: string | null }
type Window = DisputeWindow & { owner: string }

/** What was agreed with customers or is asked by them. */
export type TermRows = {
  customers: Map<string, Customer>
  /** The newest first. */
  rules: Groups<string, Omit<TradeRule, 'owner'>>
  requirements: Groups<string, Requirement>
  windows: Groups<string, DisputeWindow>
  agreements: Groups<string, AgreementFacts>
}

const ASKS_AGREEMENTS = ['promotion', 'allowance', 'price-protection']
const USUALLY = ''

/** Reads what holds for the customers of these deductions; agreements only where a judge looks at them. */
export async function readTerms(subjects: readonly Subject[], read: Read): Promise<TermRows> {
  const ids = distinct(subjects.map((subject) => subject.customerId))
  const customers = await read<Customer>(sql`
    SELECT cu.id::text, cu.code, cu.net_days AS "netDays", cu.discount_ppm AS "discountPpm", cu.discount_days AS "discountDays", cu.fine_ppm AS "finePpm",
      cu.freight_terms AS "freightTerms", EXISTS (SELECT 1 FROM reason_code c WHERE c.customer_id = cu.id AND c.text ~* 'conceal|verdeckt|箱内') AS "hasConcealedCode"
    FROM customer cu WHERE cu.id = ANY(${ids}::uuid[])`)
  const rules = await read<TradeRule>(sql`
    SELECT r.customer_id::text AS owner, r.kind, r.id::text, r.value, r.source, r.valid_from::text AS "validFrom" FROM trade_rule r
    WHERE r.customer_id = ANY(${ids}::uuid[]) AND r.kind = ANY(${RULE_KINDS}::text[]) ORDER BY r.valid_from DESC`)
  const requirements = await read<Requirement>(sql`
    SELECT e.customer_id::text AS "customerId", e.category, e.freight_terms AS "freightTerms", e.evidence, e.level FROM evidence_requirement e
    WHERE (e.customer_id IS NULL OR e.customer_id = ANY(${ids}::uuid[])) AND e.category = ANY(${distinct(subjects.map((subject) => subject.category))}::text[])
    ORDER BY e.sort_order`)
  const windows = await read<Window>(sql`
    SELECT w.customer_id::text AS owner, w.category, w.days, w.anchor, w.source, w.confirmed_at IS NOT NULL AS "isConfirmed" FROM dispute_window w
    WHERE w.customer_id = ANY(${ids}::uuid[]) ORDER BY w.category, w.days`)
  const byOwner = new Groups<string, Requirement>()
  for (const requirement of requirements) byOwner.add((requirement.customerId ?? USUALLY) + requirement.category, requirement)
  return {
    customers: new Map(customers.map((customer) => [customer.id, customer])),
    rules: grouped(rules),
    requirements: byOwner,
    windows: grouped<string, Window>(windows),
    agreements: await readAgreements(subjects, read),
  }
}

async function readAgreements(subjects: readonly Subject[], read: Read): Promise<Groups<string, AgreementFacts>> {
  const ids = distinct(subjects.map((subject) => (ASKS_AGREEMENTS.includes(subject.category) ? subject.customerId : null)))
  if (ids.length === 0) return new Groups()
  return grouped(
    await read<AgreementFacts & { owner: string }>(sql`
      SELECT a.customer_id::text AS owner, a.id::text, a.number, a.number_key AS "numberKey", a.kind, a.family, a.valid_from::text AS "validFrom",
        a.valid_to::text AS "validTo", a.rate_ppm AS "ratePpm", a.unit_limit_per_order_line AS "unitLimitPerOrderLine",
        a.claim_days_after_drop AS "claimDaysAfterDrop", a.position,
        ARRAY(SELECT x.item_id::text FROM agreement_item x WHERE x.agreement_id = a.id ORDER BY x.item_id) AS "itemIds"
      FROM agreement a WHERE a.customer_id = ANY(${ids}::uuid[]) ORDER BY a.number_key`),
  )
}

/** The agreements a judge of this category looks at. */
export function agreementsOf(terms: TermRows, { customerId, category }: Subject): readonly AgreementFacts[] {
  return ASKS_AGREEMENTS.includes(category) ? terms.agreements.of(customerId) : []
}

/**
 * The customer with the retailer's own rules in force when the goods were due, of a fine without an order on the first day of its period; nothing is added
 * where none is kept.
 */
export function customerOf(terms: TermRows, subject: Subject, periodFrom?: CalendarDate): CustomerFacts {
  const customer = terms.customers.get(subject.customerId)
  if (customer === undefined) throw new Error(`customer ${subject.customerId} of a deduction is missing`)
  const day = subject.shipBy ?? (subject.invoiceId === null ? null : subject.invoicedOn) ?? periodFrom ?? subject.takenOn
  const facts: CustomerFacts = { ...customer }
  for (const kind of RULE_KINDS) {
    const rule = day === null ? undefined : terms.rules.of(subject.customerId).find((one) => one.kind === kind && one.validFrom <= day)
    if (rule === undefined || rule.value === null) continue
    const inForce: RuleFacts = { id: rule.id, value: rule.value, source: rule.source, validFrom: rule.validFrom }
    facts[RULE_OF_KIND[kind]] = inForce
  }
  return facts
}

/** What the customer asks for in this category and on these freight terms; without a list of its own what customers usually ask for. */
export function requirementsOf(terms: TermRows, subject: Subject): EvidenceRequirement[] {
  const freightTerms = subject.freightTerms ?? terms.customers.get(subject.customerId)?.freightTerms
  const holding = (owner: string) =>
    terms.requirements.of(owner + subject.category).filter((one) => one.freightTerms === null || one.freightTerms === freightTerms)
  const own = holding(subject.customerId)
  return (own.length > 0 ? own : holding(USUALLY)).map(({ evidence, level }) => ({ evidence, level }))
}

/** The windows of the category and those for every category. */
export function windowsOf(terms: TermRows, { customerId, category }: Subject): DisputeWindow[] {
  return terms.windows.of(customerId).filter((window) => window.category === category || window.category === 'default')
}

/** Articles by id; `place` is their order by material. */
export async function readItems(ids: readonly string[], read: Read): Promise<Map<string, { facts: ItemFacts; place: number }>> {
  if (ids.length === 0) return new Map()
  const rows = await read<ItemFacts>(sql`
    SELECT i.id::text, i.material, i.vendor_part AS "vendorPart", i.description, i.family, i.upc, i.inner_pack AS "innerPack", i.case_pack AS "casePack"
    FROM item i WHERE i.id = ANY(${[...ids]}::uuid[]) ORDER BY i.material`)
  return new Map(rows.map((facts, place) => [facts.id, { facts, place }]))
}

const accountsOf = (subject: Subject) =>
  [subject.customerId, subject.accountKey ?? '', (subject.invoiceId && subject.invoiceAccountKey) ?? ''] as const

/**
 * The prices of articles for a deduction: those of the payer's account or the invoice's own, else of the account that the customer's prices are kept
 * under. `articlesOf` answers the articles of a deduction.
 */
export async function readPrices(
  subjects: readonly Subject[],
  articlesOf: (subject: Subject) => readonly string[],
  read: Read,
): Promise<(subject: Subject) => PriceFacts[]> {
  const asked = new Map(subjects.map((subject) => [accountsOf(subject).join('\n'), accountsOf(subject)]))
  const accounts = await read<{ customerId: string; payer: string; invoiced: string; account: string | null }>(sql`
    SELECT k.customer_id::text AS "customerId", k.payer, k.invoiced, coalesce(
      (SELECT q.account_key FROM price_condition q WHERE q.customer_id = k.customer_id AND q.account_key = nullif(k.payer, '') LIMIT 1),
      (SELECT q.account_key FROM price_condition q WHERE q.customer_id = k.customer_id AND q.account_key = nullif(k.invoiced, '') LIMIT 1),
      (SELECT q.account_key FROM price_condition q WHERE q.customer_id = k.customer_id ORDER BY q.account_key LIMIT 1)) AS account
    FROM unnest(${[...asked.values()].map((one) => one[0])}::uuid[], ${[...asked.values()].map((one) => one[1])}::text[],
      ${[...asked.values()].map((one) => one[2])}::text[]) AS k(customer_id, payer, invoiced)`)
  const accountOf = new Map(accounts.map((row) => [[row.customerId, row.payer, row.invoiced].join('\n'), row.account]))
  const keyOf = (subject: Subject) => {
    const account = accountOf.get(accountsOf(subject).join('\n')) ?? null
    return account === null ? null : `${subject.customerId}\n${account}\n`
  }
  const wanted = new Set<string>()
  for (const subject of subjects) {
    const key = keyOf(subject)
    if (key !== null) for (const article of articlesOf(subject)) wanted.add(key + article)
  }
  const parts = [...wanted].map((one) => one.split('\n'))
  if (parts.length === 0) return () => []
  const prices = grouped(
    await read<PriceFacts & { owner: string }>(sql`
      SELECT concat_ws(E'\n', p.customer_id, p.account_key, p.item_id) AS owner, p.id::text, p.item_id::text AS "itemId", p.valid_from::text AS "validFrom",
        p.valid_to::text AS "validTo", p.price_micros AS "priceMicros", p.created_on::text AS "createdOn", p.position
      FROM unnest(${parts.map((one) => one[0])}::uuid[], ${parts.map((one) => one[1])}::text[], ${parts.map((one) => one[2])}::uuid[]) AS k(customer_id, account_key, item_id)
      JOIN price_condition p ON p.customer_id = k.customer_id AND p.account_key = k.account_key AND p.item_id = k.item_id ORDER BY p.valid_from`),
  )
  return (subject) => {
    const key = keyOf(subject)
    return key === null ? [] : articlesOf(subject).flatMap((article) => prices.of(key + article))
  }
}
