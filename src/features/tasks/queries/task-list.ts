import { sql } from '@/server/db/client'
import { keyContains } from '@/server/db/key-contains'
import { likeText } from '@/server/db/like-text'
import { scopeOf } from '@/server/db/scope-of'
import { customerColumn } from '@/server/lists/customer-column'
import { keyedColumn } from '@/server/lists/keyed-column'
import type { ListSource } from '@/server/lists/list-source'
import { TASK_LIST } from '../rules/task-list'
import { teamsOfRoles } from '../rules/teams'
import { dueDay } from './task-due'

/** The list of requests in the database, over `task t`, `customer c`, the asker `u`, the owner `w` and, where it is about one, `deduction d`. */
export const TASK_SOURCE: ListSource = {
  shape: TASK_LIST,
  from: sql`task t LEFT JOIN customer c ON c.id = t.customer_id LEFT JOIN app_user u ON u.id = t.created_by LEFT JOIN app_user w ON w.id = t.owner_id
    LEFT JOIN deduction d ON t.subject_kind = 'deduction' AND d.id = t.subject_id`,
  id: sql`t.id`,
  currency: sql`d.currency`,
  scope: (actor) => scopeOf(actor, sql`t.customer_id`),
  columns: () => ({
    title: { value: sql`t.title` },
    kind: { value: sql`t.kind` },
    team: { value: sql`t.team` },
    owner: { value: sql`w.name`, asked: { kind: 'choice', column: sql`t.owner_id::text` } },
    // Only what is open has a day to be done by.
    due: { value: sql`(CASE WHEN t.state = 'open' THEN ${dueDay(sql`t.due_at`)} END)` },
    customer: customerColumn,
    about: keyedColumn(sql`d.claim_number`, sql`d.claim_key`),
    worth: { value: sql`d.amount_minor` },
    asked: { value: sql`u.name` },
    when: { value: sql`t.created_at` },
    state: { value: sql`t.state` },
  }),
  tabs: (actor) => ({
    mine: sql`t.team = ANY(${[...teamsOfRoles(actor.roles)]}::text[])`,
    'asked-by-me': actor.kind === 'job' ? sql`FALSE` : sql`t.created_by = ${actor.userId}::uuid`,
  }),
  search: (typed) =>
    sql`(t.title ILIKE ${`%${likeText(typed)}%`} OR t.number::text = ${typed} OR ${keyContains(typed, [sql`d.claim_key`, sql`d.po_key`, sql`d.invoice_key`])})`,
  extras: {
    subjectKind: sql`t.subject_kind`,
    paper: sql`(SELECT coalesce(p.number, p.file_name) FROM document p WHERE t.subject_kind = 'document' AND p.id = t.subject_id)`,
    createdBy: sql`t.created_by`,
    number: sql`t.number`,
    version: sql`t.version`,
    ownerId: sql`t.owner_id`,
  },
}
