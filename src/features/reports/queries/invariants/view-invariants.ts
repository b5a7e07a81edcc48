import { sql } from '@/server/db/client'
import type { Invariant } from './invariant'

/** What must hold of saved views: nobody gets or is shown a view that they cannot see. */
export const VIEW_INVARIANTS: readonly Invariant[] = [
  {
    id: 'subscribed-view-is-seen',
    name: 'Whoever gets a view by mail keeps it or sees it',
    violations: sql`SELECT s.id::text AS what FROM view_subscription s JOIN saved_view v ON v.id = s.view_id WHERE NOT v.is_shared AND v.owner_id <> s.user_id`,
  },
  {
    id: 'first-view-is-shared',
    name: 'The first view of a role is open to colleagues and belongs to its list',
    violations: sql`SELECT r.id::text AS what FROM role_view r JOIN saved_view v ON v.id = r.view_id WHERE NOT v.is_shared OR v.page <> r.page`,
  },
]
