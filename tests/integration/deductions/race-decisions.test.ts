import { randomUUID } from 'node:crypto'
import { buildActor } from '@tests/factories/people'
import { insertCustomer, nameTestActor } from '@tests/factories/records'
import { expect, test } from 'vitest'
import { asId } from '@/core/ids'
import { Refusal } from '@/core/refusal'
import { decideDeduction } from '@/features/deductions/commands/decide-deduction'
import { useTestDatabase } from '../database'

const database = await useTestDatabase()
const PEOPLE = 20
const ITEMS = 200
/** How many of the people reach for each item. */
const RIVALS = 2

const people = Array.from({ length: PEOPLE }, (_, at) => ({
  ...buildActor(['specialist']),
  userId: asId<'user'>(randomUUID()),
  name: `Person ${at + 1}`,
}))

async function insertItems(): Promise<string[]> {
  const customer = await insertCustomer(database, 'HARBOR')
  await nameTestActor(database)
  const rows = await database.query<{ id: string }>(
    `insert into deduction (customer_id, claim_number, claim_key, amount_minor, open_minor, currency, taken_on, verdict, recoverable_minor)
     select $1, 'R-' || n, 'R' || n, 1000 + n, 1000 + n, 'USD', current_date, 'invalid', 1000 + n from generate_series(1, $2::int) n returning id`,
    [customer, ITEMS],
  )
  await database.query(
    `insert into verdict (deduction_id, judge, rule_set, kind, recoverable_minor, confidence_ppm, because, steps, citations, missing, facts_hash)
     select id, 'shortage', 't', 'invalid', amount_minor, 950000, 'signed-in-full', '[]', '[]', '{}', 'h' from deduction`,
  )
  return rows.map((row) => row.id)
}

test('of twenty people who decide two hundred claims at once one wins each, nothing is lost, and every change has one audit row', async () => {
  const ids = await insertItems()
  const before = await database.query<{ last: string }>('select coalesce(max(id), 0)::text as last from audit_entry')
  const work = people.map(async (person, at) => {
    const own = ids.filter((_id, item) => (at - item + PEOPLE * ITEMS) % PEOPLE < RIVALS)
    // Half of them begin at the other end, so that people meet.
    const outcomes = []
    for (const id of at % 2 === 0 ? own : own.reverse()) outcomes.push({ id, person: person.name, isWon: await tries(person, id) })
    return outcomes
  })
  const outcomes = (await Promise.all(work)).flat()
  expect(outcomes).toHaveLength(ITEMS * RIVALS)
  const winners = new Map(outcomes.filter((one) => one.isWon).map((one) => [one.id, one.person]))
  expect(outcomes.filter((one) => one.isWon)).toHaveLength(ITEMS)
  expect(winners.size).toBe(ITEMS)
  const rows = await database.query<{ id: string; version: number; decided_verdict: string; open_minor: string; amount_minor: string }>(
    'select id, version, decided_verdict, open_minor, amount_minor from deduction',
  )
  expect(rows.every((row) => row.version === 2 && row.decided_verdict === 'invalid' && row.open_minor === row.amount_minor)).toBe(true)
  const audited = await database.query<{ row_id: string; actor_name: string }>(
    `select row_id, actor_name from audit_entry where id > $1 and table_name = 'deduction' and event = 'deduction.decided'`,
    [before[0]?.last],
  )
  expect(audited).toHaveLength(ITEMS)
  expect(audited.every((entry) => winners.get(entry.row_id) === entry.actor_name)).toBe(true)
  const [chain] = await database.query<{ gaps: string }>(
    'select (max(chain_no) - min(chain_no) + 1 - count(*))::text as gaps from audit_entry where hash is not null',
  )
  expect(chain?.gaps).toBe('0')
}, 120_000)

async function tries(person: (typeof people)[number], id: string): Promise<boolean> {
  try {
    await decideDeduction(person, { deductions: [{ id, version: 1 }], decision: 'agree' })
    return true
  } catch (error) {
    if (error instanceof Refusal && error.code === 'stale') return false
    throw error
  }
}
