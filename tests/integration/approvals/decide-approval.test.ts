import { buildActor } from '@tests/factories/people'
import { insertCustomer, nameTestActor } from '@tests/factories/records'
import { beforeEach, describe, expect, test } from 'vitest'
import { type Actor, systemActor } from '@/core/actor'
import { asId } from '@/core/ids'
import { decideApproval } from '@/features/approvals/commands/decide-approval'
import { requestApproval } from '@/features/approvals/commands/request-approval'
import { findApprovals } from '@/features/approvals/queries/find-approvals'
import { ApprovalFilter } from '@/features/approvals/schemas'
import { useTestDatabase } from '../database'

const database = await useTestDatabase()
const harbor = await insertCustomer(database, 'HARBOR')
const kestrel = await insertCustomer(database, 'KESTREL')

const asker = buildActor(['specialist'])
const manager: Actor = { ...buildActor(['manager']), userId: asId('00000000-0000-7000-8000-000000000002') }
let count = 0
let subjectId = ''
let contentHash = ''

const ask = (actor: Actor = asker, content: Record<string, unknown> = { category: 'damage' }) =>
  requestApproval(actor, { kind: 'code-map', subjectId, customerId: harbor, label: `HARBOR ${count}`, content })
const decide = (actor: Actor, changes: { contentHash?: string; decision?: 'approved' | 'rejected'; reason?: string } = {}) =>
  decideApproval(actor, { kind: 'code-map', subjectId, contentHash, decision: 'approved', ...changes })
const states = () =>
  database.query<{ state: string; decided_by: string | null }>(
    'select state, decided_by from approval_request where subject_id = $1 order by requested_at, id',
    [subjectId],
  )

beforeEach(async () => {
  count += 1
  subjectId = `00000000-0000-7000-9000-${String(count).padStart(12, '0')}`
  ;({ contentHash } = await ask())
})

describe('a request for approval', () => {
  test('is decided by a second person, once, and both acts are in the audit', async () => {
    await decide(manager)
    expect(await states()).toEqual([{ state: 'approved', decided_by: manager.kind === 'user' ? manager.userId : '' }])
    await expect(decide(manager)).rejects.toMatchObject({ code: 'not-found' })
    const audited = await database.query<{ event: string }>(
      `select event from audit_entry where table_name = 'approval_request' and row_id = (select id::text from approval_request where subject_id = $1) order by id`,
      [subjectId],
    )
    expect(audited.map((entry) => entry.event)).toEqual(['approval.requested', 'approval.decided'])
  })

  test('is never decided by who asked, whatever their roles', async () => {
    await expect(decide(buildActor(['specialist', 'manager']))).rejects.toMatchObject({ code: 'not-allowed' })
    expect(await states()).toEqual([{ state: 'open', decided_by: null }])
  })

  test('cannot be approved by its asker past the program either', async () => {
    await nameTestActor(database)
    await expect(
      database.query(
        `update approval_request set state = 'approved', decided_by = requested_by, decided_at = now() where subject_id = $1`,
        [subjectId],
      ),
    ).rejects.toThrow('approval_request_second_person')
  })

  test('is decided by managers and finance only, for customers they see', async () => {
    await expect(decide({ ...manager, roles: ['specialist'] })).rejects.toMatchObject({ code: 'not-allowed' })
    await expect(decide({ ...manager, customerIds: [asId(kestrel)] })).rejects.toMatchObject({ code: 'not-allowed' })
    await expect(decide(systemActor('night'))).rejects.toMatchObject({ code: 'not-allowed' })
    await decide({ ...manager, roles: ['finance'], customerIds: [asId(harbor)] })
  })

  test('is rejected only with a reason', async () => {
    await expect(decide(manager, { decision: 'rejected' })).rejects.toMatchObject({ fields: { reason: 'required' } })
    await decide(manager, { decision: 'rejected', reason: 'not what they mean' })
    expect(await states()).toMatchObject([{ state: 'rejected' }])
  })

  test('that was changed voids the one before; who saw the old content decides nothing', async () => {
    const fresh = await ask(asker, { category: 'price' })
    expect(fresh.contentHash).not.toBe(contentHash)
    await expect(decide(manager)).rejects.toMatchObject({ code: 'approvals/changed' })
    await decide(manager, { contentHash: fresh.contentHash })
    expect((await states()).map((row) => row.state)).toEqual(['voided', 'approved'])
  })

  test('stays as it was asked, in the database too', async () => {
    await nameTestActor(database)
    await expect(database.query(`update approval_request set content = '{}' where subject_id = $1`, [subjectId])).rejects.toThrow()
    await expect(database.query(`delete from approval_request where subject_id = $1`, [subjectId])).rejects.toThrow('never changes')
  })

  test('is asked by people only', async () => {
    await expect(ask(systemActor('night'))).rejects.toMatchObject({ code: 'not-allowed' })
  })

  test('by two approvers at once has one answer', async () => {
    const answers = await Promise.allSettled([decide(manager), decide(manager, { decision: 'rejected', reason: 'no' })])
    expect(answers.filter((answer) => answer.status === 'fulfilled')).toHaveLength(1)
  })
})

test('the list shows what waits for whom', async () => {
  const of = async (actor: Actor, tab: 'waiting' | 'mine' | 'decided') =>
    (await findApprovals(actor, ApprovalFilter.parse({ tab }))).rows.filter((row) => row.subject_id === subjectId).length
  expect(await of(manager, 'waiting')).toBe(1)
  expect(await of({ ...manager, customerIds: [asId(kestrel)] }, 'waiting')).toBe(0)
  expect(await of(asker, 'waiting')).toBe(0)
  expect(await of(buildActor(['manager']), 'waiting')).toBe(0)
  expect(await of(asker, 'mine')).toBe(1)
})
