import { insertDeduction } from '@tests/factories/records'
import type { TestDatabase } from '../database'

type Case = { category: string; isComplete: boolean; wonMinor: bigint; lostMinor: bigint }

/** A claim whose dispute the customer answered, with or without every required paper; returns the deduction's id. */
export async function insertAnswered(database: TestDatabase, customerId: string, claim: string, one: Case): Promise<string> {
  const amount = one.wonMinor + one.lostMinor
  const id = await insertDeduction(database, customerId, claim, amount)
  await database.query(`update deduction set category = $2, evidence_need = 3, evidence_have = $3 where id = $1`, [
    id,
    one.category,
    one.isComplete ? 3 : 2,
  ])
  await database.query(
    `insert into dispute (deduction_id, customer_id, amount_minor, currency, state, submitted_on, answered_on, outcome, won_minor, lost_minor)
     values ($1, $2, $3, (select currency from customer where id = $2), 'answered', current_date - 20, current_date - 5,
       case when $4::bigint = 0 then 'lost' when $5::bigint = 0 then 'won' else 'partly' end, $4, $5)`,
    [id, customerId, amount.toString(), one.wonMinor.toString(), one.lostMinor.toString()],
  )
  return id
}
