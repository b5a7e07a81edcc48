import type { Actor } from '@/core/actor'
import { select, sql } from '@/server/db/client'
import { scopeOf } from '@/server/db/scope-of'
import { EXCEPTION_COLUMNS, EXCEPTIONS, type ExceptionRow } from './exception-columns'

/** What is wrong with one order, the dearest first, with what was decided about it. */
export async function findOrderExceptions(actor: Actor, customerCode: string, poKey: string): Promise<ExceptionRow[]> {
  return select<ExceptionRow>(sql`
    SELECT ${EXCEPTION_COLUMNS} FROM ${EXCEPTIONS}
    WHERE c.code = ${customerCode} AND x.po_key = ${poKey} AND ${scopeOf(actor, sql`x.customer_id`)}
    ORDER BY x.state = 'resolved', x.at_stake_minor DESC, line_number(x.line), x.id`)
}
