import type { Actor } from '@/core/actor'
import { rolesOfTeam } from '@/features/tasks/rules/teams'
import { select, sql } from '@/server/db/client'
import { scopeOf } from '@/server/db/scope-of'

/** Whom a request for correction can be mailed to, and in which language they read. */
export type CorrectionRecipient = { email: string; name: string; locale: 'en' | 'zh-CN'; isPartner: boolean }

/**
 * The people of the team whose system is wrong (of account managers those who look after the customer), and the customer's own address for
 * orders. Empty when the actor does not see the customer.
 */
export async function findCorrectionRecipients(actor: Actor, differenceId: string): Promise<CorrectionRecipient[]> {
  const [difference] = await select<{ customer_id: string; owner_team: string }>(
    sql`SELECT d.customer_id::text, d.owner_team FROM difference d WHERE d.id = ${differenceId}::uuid AND ${scopeOf(actor, sql`d.customer_id`)}`,
  )
  if (!difference) return []
  return select<CorrectionRecipient>(sql`
    SELECT DISTINCT u.email, u.name, u.locale, false AS "isPartner" FROM app_user u JOIN user_role r ON r.user_id = u.id
    WHERE r.role = ANY(${[...rolesOfTeam(difference.owner_team)]}::text[]) AND NOT u.is_disabled AND (r.role <> 'account-manager'
      OR EXISTS (SELECT 1 FROM customer_assignment a WHERE a.user_id = u.id AND a.customer_id = ${difference.customer_id}::uuid))
    UNION ALL SELECT t.reply_email, c.name, t.reply_locale, true FROM order_term t JOIN customer c ON c.id = t.customer_id
    WHERE t.customer_id = ${difference.customer_id}::uuid AND t.reply_email IS NOT NULL
    ORDER BY 4, 2`)
}
