import { systemActor } from '@/core/actor'
import { findDeductions } from '@/features/deductions/queries/find-deductions'
import { findTrackerFacets } from '@/features/deductions/queries/find-tracker-facets'
import { findTrackerGroups } from '@/features/deductions/queries/find-tracker-groups'
import { findTrackerTabs } from '@/features/deductions/queries/find-tracker-tabs'
import { TRACKER_SORTS, type TrackerSort } from '@/features/deductions/rules/tracker-sorts'
import { TrackerFilter } from '@/features/deductions/schemas'
import { pool } from '@/server/db/client'
import { type Times, timesAlone, timesInTurn } from './timed'

/** One thing somebody does in the tracker; `bare` is SQL that a person would write for the same rows, count and sums. */
export type TrackerPath = { group: string; name: string; isIndexed: boolean; ours: () => Promise<unknown>; bare: readonly string[] }

const ROUNDS = { ours: 15, bare: 15 }
const actor = systemActor('bench')
const RISK = `CASE coalesce(d.decided_verdict, d.verdict) WHEN 'valid' THEN 0 WHEN 'undecided' THEN d.open_minor ELSE least(d.recoverable_minor, d.open_minor) END`

const ORDER: Readonly<Record<TrackerSort, string>> = {
  deadline: 'd.deadline_on',
  priority: `(${RISK})`,
  amount: 'd.amount_minor',
  'at-risk': `(${RISK})`,
  claim: 'd.claim_key',
  customer: 'c.name',
  category: 'd.category',
  code: 'd.reason_code',
  verdict: 'coalesce(d.decided_verdict, d.verdict)',
  confidence: 'd.confidence_ppm',
  taken: 'd.taken_on',
  state: 'd.state',
  owner: 'u.name',
  evidence: '(d.evidence_have - d.evidence_need)',
  number: 'd.number',
}

function page(where: string, order: string): string[] {
  return [
    `SELECT d.id, d.number, d.claim_number, c.code, c.name, u.name AS owner, d.amount_minor, d.open_minor, ${RISK} AS at_risk, d.deadline_on, d.state, d.verdict
     FROM deduction d JOIN customer c ON c.id = d.customer_id LEFT JOIN app_user u ON u.id = d.owner_id WHERE ${where} ORDER BY ${order} LIMIT 101`,
    `SELECT d.currency, count(*), sum(d.amount_minor), sum(d.open_minor), sum(${RISK}) FROM deduction d WHERE ${where} GROUP BY d.currency`,
  ]
}

function list(group: string, name: string, params: object, bare: readonly string[], isIndexed = true): TrackerPath {
  const filter = TrackerFilter.parse(params)
  return { group, name, isIndexed, ours: () => findDeductions(actor, filter), bare }
}

// Somebody who types a number may mean the beginning or a part of it: whatever holds it is shown, so the bare SQL looks for that too. Asking
// for nothing but the same number, as it once did, finds one row of those eleven.
const NUMBER = (like: string) => `d.id IN (SELECT n.deduction_id FROM deduction_number n WHERE n.key LIKE '${like}')`
const WEEK = 'd.open_minor > 0 AND d.deadline_on BETWEEN current_date AND current_date + 7'

export const TRACKER_PATHS: readonly TrackerPath[] = [
  ...TRACKER_SORTS.flatMap((sort) =>
    (['asc', 'desc'] as const).map((direction) =>
      list(
        'sort',
        `${sort} ${direction}`,
        { sort, direction },
        page('TRUE', `${ORDER[sort]} ${direction}, d.number ${direction}`),
        sort !== 'priority',
      ),
    ),
  ),
  list('filter', 'category', { category: 'shortage' }, page(`d.category = 'shortage'`, 'd.deadline_on, d.number')),
  list(
    'filter',
    'customer by amount',
    { customer: 'BENCH7', sort: 'amount', direction: 'desc' },
    page(`d.customer_id IN (SELECT id FROM customer WHERE code = 'BENCH7')`, 'd.amount_minor DESC, d.number DESC'),
  ),
  list(
    'filter',
    'state and verdict',
    { state: 'ready', verdict: 'invalid' },
    page(`d.state = 'ready' AND d.verdict = 'invalid'`, 'd.deadline_on, d.number'),
  ),
  list(
    'filter',
    'submitted by day taken',
    { tab: 'submitted', sort: 'taken' },
    page(`d.state = 'submitted'`, 'd.taken_on, d.number'),
    false,
  ),
  list(
    'filter',
    'days taken',
    { from: '2024-01-01', to: '2024-01-31' },
    page(`d.taken_on BETWEEN '2024-01-01' AND '2024-01-31'`, 'd.deadline_on, d.number'),
    false,
  ),
  list(
    'filter',
    'amount between',
    { min: '1000000', max: '1500000' },
    page('d.amount_minor BETWEEN 1000000 AND 1500000', 'd.deadline_on, d.number'),
    false,
  ),
  list('search', 'whole number', { q: 'CL-19887' }, page(NUMBER('%CL19887%'), 'd.deadline_on, d.number'), false),
  list('search', 'part of a number', { q: '98876' }, page(NUMBER('%98876%'), 'd.deadline_on, d.number'), false),
  list('search', 'mistyped number', { q: 'CL-1988X' }, page(NUMBER('%CL1988%'), 'd.deadline_on, d.number'), false),
  { ...deep('deadline'), bare: page(`(d.deadline_on, d.number) > (current_date - 400, 0)`, 'd.deadline_on, d.number') },
  { ...deep('amount'), bare: page('(d.amount_minor, d.number) > (60000, 0)', 'd.amount_minor, d.number') },
  { group: 'totals', name: 'tabs', isIndexed: true, ours: () => findTrackerTabs(actor, TrackerFilter.parse({})), bare: tabs('TRUE') },
  {
    group: 'totals',
    name: 'tabs of a category',
    isIndexed: true,
    ours: () => findTrackerTabs(actor, TrackerFilter.parse({ category: 'price' })),
    bare: tabs(`d.category = 'price'`),
  },
  ...facets('all', {}, 'TRUE'),
  ...facets('of two categories', { category: 'price,damage' }, `d.category IN ('price', 'damage')`),
  ...facets('under a condition', { where: '{"all":[["amount","over","10000"]]}' }, 'd.amount_minor > 1000000'),
  {
    group: 'totals',
    name: 'subtotals by customer',
    isIndexed: false,
    ours: () => findTrackerGroups(actor, TrackerFilter.parse({}), 'customer'),
    bare: [
      `SELECT d.customer_id, d.currency, count(*), sum(d.amount_minor), sum(d.open_minor), sum(${RISK}), min(d.deadline_on) FILTER (WHERE d.open_minor > 0) FROM deduction d GROUP BY 1, 2`,
    ],
  },
]

// A page far behind the first: the cursor is made as the page before makes it.
function deep(sort: 'deadline' | 'amount'): TrackerPath {
  const cursor = Buffer.from(
    JSON.stringify(sort === 'deadline' ? [new Date(Date.now() - 400 * 86_400_000).toISOString().slice(0, 10), '0'] : ['60000', '0']),
  )
  return list('page', `far behind, by ${sort}`, { sort, after: cursor.toString('base64url') }, [])
}

function facets(name: string, params: object, where: string): TrackerPath[] {
  const filter = TrackerFilter.parse(params)
  const columns = ['d.state', 'd.customer_id', 'd.category', 'd.verdict', 'd.owner_id', 'd.evidence_have >= d.evidence_need']
  return [
    {
      group: 'facets',
      name,
      isIndexed: false,
      ours: () => findTrackerFacets(actor, filter),
      bare: columns.map((column) => `SELECT ${column}, count(*) FROM deduction d WHERE ${where} GROUP BY 1`),
    },
  ]
}

function tabs(where: string): string[] {
  const sums = `SELECT d.currency, count(*), sum(d.amount_minor) FROM deduction d WHERE ${where}`
  return [
    'TRUE',
    `d.open_minor > 0 AND d.state = 'submitted'`,
    'd.open_minor = 0',
    `d.open_minor > 0 AND d.state = 'collecting'`,
    WEEK,
  ].map((tab) => `${sums} AND ${tab} GROUP BY d.currency`)
}

/** Ours and the bare SQL in turn. */
export function timesOf({ ours, bare }: TrackerPath): Promise<{ ours: Times; bare: Times }> {
  return timesInTurn({ ours, bare: () => Promise.all(bare.map((text) => pool().query(text))) }, ROUNDS)
}

/** Ours alone. */
export function timesOfOurs({ ours }: TrackerPath): Promise<Times> {
  return timesAlone(ours, ROUNDS.ours)
}
