import { type Sql, sql } from '@/server/db/client'
import type { SubjectKind } from '../rules/teams'

/** Where the records of a kind lie: something with `id` and `customer_id`. */
export const SUBJECTS: Readonly<Record<SubjectKind, Sql>> = {
  deduction: sql`deduction`,
  dispute: sql`dispute`,
  difference: sql`difference`,
  'order-exception': sql`order_exception`,
  document: sql`document`,
  signal: sql`order_signal`,
  'import-batch': sql`import_batch`,
  customer: sql`(SELECT id, id AS customer_id FROM customer)`,
}

/** Whether a user `u` may hear of a customer's record: everybody who works, an account manager only with the customer. */
export function mayHearOf(customerId: Sql): Sql {
  return sql`(NOT u.is_disabled AND (EXISTS (SELECT 1 FROM user_role r WHERE r.user_id = u.id AND r.role <> 'account-manager')
    OR EXISTS (SELECT 1 FROM customer_assignment a WHERE a.user_id = u.id AND a.customer_id = ${customerId})))`
}
