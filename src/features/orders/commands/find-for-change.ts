import type { Scope } from '@/server/command'
import { selectIn, sql } from '@/server/db/client'
import { scopeOf } from '@/server/db/scope-of'
import type { ExceptionKind, ExceptionState } from '../rules/exception-kinds'

export type ExceptionForChange = {
  id: string
  customerId: string
  customerCode: string
  poNumber: string
  poKey: string
  line: string
  kind: ExceptionKind
  field: string
  expected: string | null
  actual: string | null
  atStakeMinor: bigint
  currency: string
  state: ExceptionState
  ownerTeam: string
  reason: string | null
  version: number
}

/** The exceptions that a person chose, locked; null when one of them is not among the actor's customers. */
export async function findChosenExceptions(
  scope: Scope,
  input: { exceptions: readonly { id: string }[] },
): Promise<ExceptionForChange[] | null> {
  return findExceptionsForChange(
    scope,
    input.exceptions.map(({ id }) => id),
  )
}

/** The same by their ids. */
export async function findExceptionsForChange({ tx, actor }: Scope, ids: readonly string[]): Promise<ExceptionForChange[] | null> {
  const found = await selectIn<ExceptionForChange>(
    tx,
    sql`SELECT x.id::text, x.customer_id::text AS "customerId", c.code AS "customerCode", x.po_number AS "poNumber", x.po_key AS "poKey", x.line, x.kind,
        x.field, x.expected, x.actual, x.at_stake_minor AS "atStakeMinor", x.currency::text, x.state, x.owner_team AS "ownerTeam", x.reason, x.version
      FROM order_exception x JOIN customer c ON c.id = x.customer_id
      WHERE x.id = ANY(${[...ids]}::uuid[]) AND ${scopeOf(actor, sql`x.customer_id`)} ORDER BY x.id FOR UPDATE OF x`,
  )
  return found.length === new Set(ids).size ? found : null
}
