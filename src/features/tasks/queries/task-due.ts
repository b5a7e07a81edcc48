import { companyToday } from '@/server/clock'
import { type Sql, sql } from '@/server/db/client'
import { env } from '@/server/env'

/** The company's day by which a request is due, given the SQL of its due time. */
export function dueDay(dueAt: Sql): Sql {
  return sql`(${dueAt} AT TIME ZONE ${env().RECOUP_TIMEZONE})::date`
}

/** Whether its day has passed: counts say the same as the rows, which show days. */
export function isOverdue(dueAt: Sql): Sql {
  return sql`(${dueDay(dueAt)} < ${companyToday()}::date)`
}
