import { buildMail } from '@tests/factories/build-mail'
import { insertCustomer, insertDeduction, insertUser, nameTestActor } from '@tests/factories/records'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Actor, systemActor } from '@/core/actor'
import { requestEvidence } from '@/features/deductions/commands/request-evidence'
import { findDeduction } from '@/features/deductions/queries/find-deduction'
import { findPapersOfDeduction } from '@/features/deductions/queries/find-papers-of-deduction'
import { namePaper } from '@/features/documents/commands/name-paper'
import { deliverPapers } from '@/features/file-intake/commands/deliver-papers'
import { closeReaders } from '@/features/file-intake/imports/reader-pool'
import { receiveAnswer } from '@/features/file-intake/imports/receive-answer'
import { receiveFile } from '@/features/file-intake/imports/receive-file'
import { watchReplies } from '@/features/file-intake/jobs/watch-replies'
import { actorOf, findPerson } from '@/server/actor-of-user'
import { useTestDatabase } from '../database'

const database = await useTestDatabase()
afterAll(closeReaders)
const robot = systemActor('test')
const png = (mark: number) => Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13, mark])
let dana: Actor = robot
let tom: Actor = robot
const claims: Record<string, string> = {}

async function signIn(email: string, role: string): Promise<Actor> {
  const person = await findPerson(await insertUser(database, email, [role]))
  if (!person) throw new Error('person is gone')
  return actorOf(person)
}

async function ask(claim: string): Promise<{ id: string; number: number }> {
  await requestEvidence(robot, { deductionId: claims[claim] ?? '', evidence: ['bill-of-lading'] })
  const [task] = await database.query<{ id: string; number: number }>('select id, number from task where subject_id = $1 and state = $2', [
    claims[claim],
    'open',
  ])
  if (!task) throw new Error('nothing was asked')
  return task
}
const taskOf = async (id: string) =>
  (await database.query<{ state: string; answer: string }>('select state, answer from task where id = $1', [id]))[0]
function send(actor: Actor, taskId: string, bytes: Uint8Array, name: string) {
  const body = new FormData()
  body.append('file', new File([Buffer.from(bytes)], name))
  return receiveAnswer(actor, taskId, new Request('http://localhost/papers', { method: 'POST', body }))
}

beforeAll(async () => {
  await nameTestActor(database)
  const customer = await insertCustomer(database, 'HARBOR')
  for (const [at, claim] of ['C-1', 'C-2', 'C-3', 'C-4'].entries()) {
    const id = await insertDeduction(database, customer, claim)
    claims[claim] = id
    await database.query(`update deduction set category = 'shortage', delivery_key = $2 where id = $1`, [
      id,
      claim === 'C-4' ? '8000' : `800${at}`,
    ])
    await database.query(
      `insert into delivery_line (customer_id, number, number_key, line, material, quantity, unit, bol, bol_key, issue_status, fingerprint, batch_id, position)
       values ($1, $2, $2, 10, '4000', 1, 'EA', 'BOL' || $2, 'BOL' || $2, 'C', 'f', '0190b000-0000-7000-8000-000000000001', 'row 1') on conflict do nothing`,
      [customer, claim === 'C-4' ? '8000' : `800${at}`],
    )
  }
  dana = await signIn('dana@example.test', 'warehouse')
  tom = await signIn('tom@example.test', 'order-management')
})

test('a picture sent from the page of a request is tied to the claim, counts as what was asked for, and ends the request', async () => {
  const task = await ask('C-1')
  const sibling = await ask('C-4')
  await expect(send(tom, task.id, png(1), 'pallet.png')).rejects.toMatchObject({ code: 'not-allowed' })
  const { documents } = await send(dana, task.id, png(1), 'pallet.png')
  expect(documents).toHaveLength(1)
  expect(await taskOf(task.id)).toEqual({ state: 'closed', answer: 'pallet.png' })
  // The same truck, so the same paper: the request about the other claim ends, too.
  expect(await taskOf(sibling.id)).toMatchObject({ state: 'closed' })
  expect(await findPapersOfDeduction(robot, claims['C-1'] ?? '')).toMatchObject([
    { kind: 'bill-of-lading', fileName: 'pallet.png', state: 'needs-reading' },
  ])
  // It is there, so nobody is asked to bring it; the verdict asks for it to be read, as the checklist says.
  const [row] = await database.query<{ have: number; missing: string[] }>(
    'select evidence_have as have, missing from deduction where claim_number = $1',
    ['C-1'],
  )
  expect(row?.missing).not.toContain('bill-of-lading')
  expect(row).toMatchObject({ have: 1, missing: expect.arrayContaining(['unread-bill-of-lading']) })
  const detail = await findDeduction(robot, claims['C-1'] ?? '')
  expect(detail?.evidence.find((entry) => entry.evidence === 'bill-of-lading')).toMatchObject({ isThere: true, isUnread: true })
  expect(detail?.unread).toMatchObject([{ missing: 'unread-bill-of-lading', fileName: 'pallet.png' }])
})

test('a second page after the answer is tied as well', async () => {
  const [task] = await database.query<{ id: string }>('select id from task where subject_id = $1', [claims['C-1']])
  await send(dana, task?.id ?? '', png(2), 'page-2.png')
  expect(await findPapersOfDeduction(robot, claims['C-1'] ?? '')).toHaveLength(2)
})

test('what is no paper ends nothing', async () => {
  const task = await ask('C-2')
  await expect(send(dana, task.id, Buffer.from('a,b\n1,2\n'), 'list.csv')).rejects.toMatchObject({ code: 'tasks/no-paper' })
  await expect(deliverPapers(dana, { taskId: task.id, batchIds: [task.id] })).rejects.toMatchObject({ code: 'tasks/no-paper' })
  await expect(namePaper(dana, { documentId: task.id, kind: 'paper' })).resolves.toEqual({ isNamed: false })
  expect(await taskOf(task.id)).toMatchObject({ state: 'open' })
})

const reply = (number: number, from: string, text: string, mark: number | null) =>
  Buffer.from(
    buildMail(
      `RE: [R-${number}] Bill of lading`,
      text,
      mark === null ? [] : [{ name: `bol-${mark}.png`, type: 'image/png', bytes: png(mark) }],
    )
      .toString('latin1')
      .replace('claims@pinewood.example', from),
    'latin1',
  )

test('a mail in reply delivers its attachment, and what was written above the quoted mail is the answer', async () => {
  const task = await ask('C-3')
  const stranger = reply(task.number, 'stranger@example.test', 'Here you are', 7)
  await receiveFile(robot, { path: 'INBOX/stranger.eml', bytes: stranger, way: 'mail' })
  await watchReplies()
  expect(await taskOf(task.id)).toMatchObject({ state: 'open' })
  const text = 'Signed by the driver.\n\nOn Mon, 23 Nov 2026 Recoup wrote:\n> Please send it'
  await receiveFile(robot, { path: 'INBOX/answer.eml', bytes: reply(task.number, 'dana@example.test', text, 8), way: 'mail' })
  await watchReplies()
  expect(await taskOf(task.id)).toEqual({ state: 'closed', answer: 'Signed by the driver.' })
  expect((await findPapersOfDeduction(robot, claims['C-3'] ?? '')).map((paper) => paper.fileName)).toContain('bol-8.png')
})

test('a mail without a paper is the answer itself, and the request waits for its asker', async () => {
  const [task] = await database.query<{ id: string; number: number }>('select id, number from task where subject_id = $1', [claims['C-2']])
  const mail = reply(task?.number ?? 0, 'dana@example.test', 'The carrier has it, tomorrow.', null)
  await receiveFile(robot, { path: 'INBOX/words.eml', bytes: mail, way: 'mail' })
  await watchReplies()
  expect(await taskOf(task?.id ?? '')).toEqual({ state: 'answered', answer: 'The carrier has it, tomorrow.' })
})
