import { Refusal } from '@/core/refusal'
import type { Scope } from '@/server/command'
import { selectIn, sql } from '@/server/db/client'
import { type CauseNature, explainsOwed } from '../rules/root-cause'

/** Refuses a root cause that is no leaf in force today, and for what is owed one that is the customer's error. Empty names none. */
export async function assertCause({ tx, today }: Scope, causeKey: string, isOwed: boolean): Promise<void> {
  if (causeKey === '') return
  const [term] = await selectIn<{ nature: CauseNature; isRetired: boolean }>(
    tx,
    sql`SELECT nature, is_retired AS "isRetired" FROM cause_term WHERE cause_key = ${causeKey} AND valid_from <= ${today}::date
      ORDER BY valid_from DESC LIMIT 1`,
  )
  if (!term || term.isRetired || (isOwed && !explainsOwed(term.nature)))
    throw new Refusal('invalid-input', { fields: { causeKey: 'invalid_value' } })
}
