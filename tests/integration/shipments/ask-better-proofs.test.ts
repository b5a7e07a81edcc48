import { buildActor, specialist } from '@tests/factories/people'
import { insertUser } from '@tests/factories/records'
import { BATCH, HARBOR, insertHarborOrder } from '@tests/integration/reconciliation/harbor-order'
import { beforeAll, expect, test, vi } from 'vitest'
import { systemActor } from '@/core/actor'
import { undoBatch } from '@/features/file-intake/commands/undo-batch'
import { raiseSignals } from '@/features/reconciliation/commands/raise-signals'
import { askBetterProofs } from '@/features/shipments/commands/ask-better-proofs'
import { gradeProofs } from '@/features/shipments/commands/grade-proofs'
import { answerTask } from '@/features/tasks/commands/answer-task'
import { askByItself } from '@/features/tasks/commands/ask-by-itself'
import { closeTask } from '@/features/tasks/commands/close-task'
import { withdrawOwnTasks } from '@/features/tasks/commands/withdraw-own-tasks'
import { useTestDatabase } from '../database'

vi.stubEnv('RECOUP_TODAY', '2026-03-20')
const database = await useTestDatabase()

beforeAll(async () => {
  await insertHarborOrder(database)
  await insertUser(database, 'wang@example.test', ['logistics'])
  // Its own receipt is a good one; these tests bring weaker ones of other deliveries.
  for (const [number, pro] of [
    ['80030001', '700001'],
    ['80030002', '700002'],
    ['80030003', '700003'],
    ['80030004', '700004'],
  ])
    await database.query(
      `insert into delivery_line (customer_id, number, number_key, line, po_number, po_key, material, quantity, unit, issued_on, issue_status, carrier, pro, pro_key, fingerprint, batch_id, position)
       values ($1, $2, $2, '10', 'P' || $2, 'P' || $2, 'M1', 12, 'EA', '2026-03-10', 'C', 'TLSV', $3, $3, 'f', $4, 'row 2')`,
      [HARBOR, number, pro, BATCH],
    )
})

type Paper = {
  pro: string
  name: string
  isSigned?: boolean
  received?: number | null
  countBy?: string | null
  signedOn?: string
  batch?: string
}

/** A receipt as read: signed, not stamped, without an own count: grade C. */
async function insertPaper({ pro, name, isSigned = true, received = null, countBy = 'shipper', signedOn = '2026-03-13', batch }: Paper) {
  const [document] = await database.query<{ id: string }>(
    `insert into document (kind, file_id, file_name, state, issued_on, customer_id, batch_id)
     select 'proof-of-delivery', b.file_id, $1, 'text', $2::date, $3, $4::uuid from import_batch b where b.id = $5 returning id`,
    [name, signedOn, HARBOR, batch ?? null, BATCH],
  )
  await database.query(
    `insert into delivery_paper (document_id, kind, customer_id, pro, pro_key, pieces_shipped, pieces_received, count_by, is_signed, is_stamped, is_po_visible, signed_on)
     values ($1, 'proof-of-delivery', $2, $3, $3, 26, $4, $5, $6, $7, true, $8::date)`,
    [document?.id, HARBOR, pro, received, countBy, isSigned, received !== null, signedOn],
  )
  return document?.id ?? ''
}

const grade = () => gradeProofs(systemActor('test'), {})
const tasks = (title: string) =>
  database.query<{ id: string; version: number; state: string }>(
    `select id, version, state, team, kind, created_by, due_at::date::text as due, answer from task where title = $1 order by number`,
    [title],
  )

test('a weak receipt is asked for again by itself, once, with the days a carrier desk is given', async () => {
  await insertPaper({ pro: '700001', name: 'weak-1.pdf' })
  await grade()
  await grade()
  await raiseSignals(specialist, {})
  expect(await tasks('PRO 700001')).toMatchObject([
    { state: 'open', team: 'logistics', kind: 'better-proof', created_by: null, due: '2026-03-23' },
  ])
  expect(await database.query(`select state from order_signal where kind = 'proof-weak' and delivery_key = '80030001'`)).toEqual([
    { state: 'asked' },
  ])
})

test('a better paper ends the request; without it the request opens again', async () => {
  const better = await insertPaper({ pro: '700001', name: 'better-1.pdf', received: 26, countBy: null })
  await grade()
  expect(await tasks('PRO 700001')).toMatchObject([{ state: 'closed', answer: 'better-1.pdf' }])
  await database.query('update document set replaced_by_id = null where replaced_by_id = $1', [better])
  await database.query('update document set tombstoned_at = now() where id = $1', [better])
  await grade()
  expect(await tasks('PRO 700001')).toMatchObject([{ state: 'open', answer: null }])
})

test('a better paper that a person finds weak gives the place back, and the request opens again', async () => {
  const [weak] = await database.query<{ id: string }>(`select id from document where file_name = 'weak-1.pdf'`)
  const better = await insertPaper({ pro: '700001', name: 'better-2.pdf', received: 26, countBy: null })
  await grade()
  const replacing = () => database.query('select replaced_by_id from document where id = $1', [weak?.id])
  expect(await replacing()).toEqual([{ replaced_by_id: better }])
  await database.query(`update delivery_paper set is_signed = false, grade = null where document_id = $1`, [better])
  await grade()
  expect(await replacing()).toEqual([{ replaced_by_id: null }])
  expect(await tasks('PRO 700001')).toMatchObject([{ state: 'open' }])
})

test('what is paid and not withheld, or what the carrier keeps no longer, is not asked for', async () => {
  await insertPaper({ pro: '700002', name: 'old.pdf', signedOn: '2024-03-13' })
  await grade()
  expect(await tasks('PRO 700002')).toEqual([])
  await database.query(
    `insert into invoice (customer_id, number, number_key, delivery_key, invoiced_on, currency, net_minor, fingerprint, batch_id, position)
     values ($1, '90030001', '90030001', '80030001', '2026-03-11', 'USD', 1000, 'f', $2, 'row 1')`,
    [HARBOR, BATCH],
  )
  await database.query(
    `insert into remittance_line (remittance_id, customer_id, line_no, kind, reference, reference_key, paid_minor, deducted_minor, position)
     select id, customer_id, 9, 'invoice', '90030001', '90030001', 1000, 0, 'segment 20' from remittance where number = '4437158'`,
  )
  await raiseSignals(specialist, {})
  expect(await tasks('PRO 700001')).toMatchObject([{ state: 'closed' }])
})

test('what a person has closed stays closed, and an answer keeps an import from being undone', async () => {
  const logistics = buildActor(['logistics'], 'all')
  await insertPaper({ pro: '700003', name: 'weak-3.pdf' })
  await grade()
  const [task] = await tasks('PRO 700003')
  await answerTask(logistics, { taskId: task?.id ?? '', version: task?.version ?? 0, answer: 'The carrier has no better one.' })
  const [answered] = await tasks('PRO 700003')
  await closeTask(specialist, { taskId: answered?.id ?? '', version: answered?.version ?? 0 })
  await grade()
  expect(await tasks('PRO 700003')).toMatchObject([{ state: 'closed' }])
})

test('an import with a weak receipt is undone with the request nobody answered', async () => {
  const [batch] = await database.query<{ id: string }>(
    `insert into import_batch (file_id, file_name, sha256, bytes, format, kind, way, state, rows_read, accepted)
     select file_id, 'weak-4.pdf', repeat('cd', 32), 10, 'pdf', 'proof', 'cli', 'done', 1, 1 from import_batch where id = $1 returning id`,
    [BATCH],
  )
  await insertPaper({ pro: '700004', name: 'weak-4.pdf', batch: batch?.id ?? '' })
  await grade()
  expect(await tasks('PRO 700004')).toMatchObject([{ state: 'open' }])
  await undoBatch(specialist, { batchId: batch?.id ?? '' })
  expect(await tasks('PRO 700004')).toEqual([])
})

test('only who works over all customers lets things be asked by themselves, or takes them back', async () => {
  const some = buildActor(['specialist'], [HARBOR])
  const about = { subjectKind: 'document' as const, subjectIds: [HARBOR] }
  const requests = [{ subjectId: HARBOR, customerId: null, title: 'PRO 1', dueOn: '2026-03-23' }]
  await expect(askByItself(some, { kind: 'better-proof', subjectKind: 'document', team: 'logistics', requests })).rejects.toMatchObject({
    code: 'not-allowed',
  })
  await expect(withdrawOwnTasks(some, about)).rejects.toMatchObject({ code: 'not-allowed' })
  expect(await withdrawOwnTasks(specialist, about)).toEqual({ withdrawn: 0 })
  expect(await askBetterProofs(specialist, {})).toMatchObject({ asked: 0, reopened: 0, settled: 0 })
})
