import { buildActor } from '@tests/factories/people'
import { insertUser } from '@tests/factories/records'
import { expect, test } from 'vitest'
import type { Actor } from '@/core/actor'
import { followDispute } from '@/features/deductions/commands/follow-dispute'
import { findDeduction } from '@/features/deductions/queries/find-deduction'
import { addProof } from '@/features/disputes/commands/add-proof'
import { bookReturn } from '@/features/disputes/commands/book-return'
import { buildPackages } from '@/features/disputes/commands/build-packages'
import { prepareDispute } from '@/features/disputes/commands/prepare-dispute'
import { recordAnswer } from '@/features/disputes/commands/record-answer'
import { submitDispute } from '@/features/disputes/commands/submit-dispute'
import { withdrawDispute } from '@/features/disputes/commands/withdraw-dispute'
import { makePackage } from '@/features/disputes/jobs/make-package'
import { DISPUTE_SOURCE } from '@/features/disputes/queries/dispute-list'
import { findDossier } from '@/features/disputes/queries/find-dossier'
import { findPackageFile } from '@/features/disputes/queries/find-package-file'
import { findPackages } from '@/features/disputes/queries/find-packages'
import { PackageFilter } from '@/features/disputes/schemas'
import { addDocument } from '@/features/documents/commands/add-document'
import { findDocumentFile } from '@/features/documents/queries/find-document-file'
import { actorOf, findPerson } from '@/server/actor-of-user'
import { findListTop } from '@/server/lists/find-list-top'
import { useTestDatabase } from '../database'
import { insertDisputeWorld } from './dispute-world'

const database = await useTestDatabase()
const specialist = await signIn('wei@example.test', ['specialist'])
const manager = await signIn('helena@example.test', ['manager'])
const today = '2026-11-23'
process.env['RECOUP_TODAY'] = today

async function signIn(email: string, roles: string[]): Promise<Actor> {
  const person = await findPerson(await insertUser(database, email, roles))
  if (!person) throw new Error('person is gone')
  return actorOf(person)
}

/** A dispute with a built package, and its account manager. */
async function ready(code: string, deadlineOn = '2026-11-24') {
  const world = await insertDisputeWorld(database, code, deadlineOn)
  const { id } = await prepareDispute(specialist, { deductionId: world.deductionId })
  const made = await makePackage(specialist, id)
  const [person] = await database.query<{ id: string }>('select id from app_user where email = $1', ['wei@example.test'])
  const account = {
    ...buildActor(['account-manager'], [world.customerId]),
    userId: specialist.kind === 'user' ? specialist.userId : buildActor([]).userId,
  }
  expect(person).toBeDefined()
  return { ...world, id, packageId: made.id, account }
}

const versionOf = async (id: string) => (await findDossier(specialist, id))?.dispute.version ?? 0

async function file(dispute: Awaited<ReturnType<typeof ready>>, actor: Actor = dispute.account) {
  const input = { disputeId: dispute.id, version: await versionOf(dispute.id), packageId: dispute.packageId, submittedOn: today }
  return submitDispute(actor, { ...input, portalReference: 'CASE-77' })
}

async function stateOf(deductionId: string) {
  const [row] = await database.query<{ state: string; open_minor: string }>('select state, open_minor from deduction where id = $1', [
    deductionId,
  ])
  return { state: row?.state, open: Number(row?.open_minor) }
}

test('nothing counts as filed without proof; with a receipt number it does', async () => {
  const dispute = await ready('2001')
  const bare = { disputeId: dispute.id, version: await versionOf(dispute.id), packageId: dispute.packageId, submittedOn: today }
  await expect(submitDispute(dispute.account, bare)).rejects.toMatchObject({ code: 'disputes/proof-needed' })
  expect((await stateOf(dispute.deductionId)).state).toBe('new')
  await file(dispute)
  expect((await stateOf(dispute.deductionId)).state).toBe('submitted')
  const [built] = await database.query<{ is_submitted: boolean }>('select is_submitted from dispute_package where id = $1', [
    dispute.packageId,
  ])
  expect(built?.is_submitted).toBe(true)
  await expect(makePackage(specialist, dispute.id)).rejects.toMatchObject({ code: 'disputes/already-submitted' })
})

test('a picture of the receipt is proof, but not another customer’s paper', async () => {
  const dispute = await ready('2002')
  const other = await ready('2003')
  const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  const shared = { mediaType: 'image/png', fileName: 'receipt.png' }
  const { documentId } = await addProof(dispute.account, { ...shared, disputeId: dispute.id, content: png })
  const submission = { disputeId: other.id, version: await versionOf(other.id), packageId: other.packageId, submittedOn: today }
  await expect(submitDispute(other.account, { ...submission, proofDocumentId: documentId })).rejects.toMatchObject({ code: 'not-found' })
  await expect(addProof(other.account, { ...shared, disputeId: other.id, content: png })).rejects.toMatchObject({ code: 'conflict' })
  await submitDispute(dispute.account, {
    disputeId: dispute.id,
    version: await versionOf(dispute.id),
    packageId: dispute.packageId,
    submittedOn: today,
    proofDocumentId: documentId,
  })
  expect((await findDossier(specialist, dispute.id))?.dispute.state).toBe('submitted')
})

test('after the window only a manager files, with a reason', async () => {
  const dispute = await ready('2004', '2026-11-20')
  await expect(file(dispute)).rejects.toMatchObject({ code: 'disputes/window-over' })
  const late = {
    disputeId: dispute.id,
    version: await versionOf(dispute.id),
    packageId: dispute.packageId,
    submittedOn: today,
    portalReference: 'C-1',
  }
  await expect(submitDispute(dispute.account, { ...late, lateReason: 'portal was down' })).rejects.toMatchObject({
    code: 'disputes/window-over',
  })
  await expect(submitDispute(manager, late)).rejects.toMatchObject({ code: 'disputes/window-over' })
  await expect(submitDispute(manager, { ...late, lateReason: 'portal was down' })).resolves.toMatchObject({ isLate: true })
})

test('another customer’s account manager finds nothing', async () => {
  const dispute = await ready('2005')
  const stranger = buildActor(['account-manager'], ['00000000-0000-7000-8000-000000000099'])
  await expect(file(dispute, stranger)).rejects.toMatchObject({ code: 'not-found' })
  expect(await findDossier(stranger, dispute.id)).toBeNull()
  expect(await findPackageFile(stranger, dispute.packageId, 'zip')).toBeNull()
  expect(await findDocumentFile(stranger, dispute.podId)).toBeNull()
  expect(await findDocumentFile(stranger, 'no-such-id')).toBeNull()
  expect(await findPackageFile(dispute.account, dispute.packageId, 'pdf')).toMatchObject({ fileName: 'HP-2005_dispute_v1.pdf' })
  expect(await findPackageFile(buildActor(['warehouse']), dispute.packageId, 'pdf')).toBeNull()
  expect((await findDocumentFile(dispute.account, dispute.podId))?.fileName).toBe('pod-2005.pdf')
})

test('a paid win closes deduction and dispute; a promise waits until the money is booked', async () => {
  const paid = await ready('2006')
  await file(paid)
  const answer = { answeredOn: today, wonMinor: '178800', lostMinor: '0' }
  await recordAnswer(specialist, { ...answer, disputeId: paid.id, version: await versionOf(paid.id), way: 'repaid' })
  expect(await stateOf(paid.deductionId)).toEqual({ state: 'closed', open: 0 })
  await expect(followDispute(specialist, { id: paid.deductionId, state: 'ready' })).rejects.toMatchObject({
    code: 'deductions/already-closed',
  })
  expect((await findDossier(specialist, paid.id))?.dispute).toMatchObject({ state: 'closed', outcome: 'won' })

  const promised = await ready('2007')
  await file(promised)
  const next = async () => (await findDeduction(specialist, promised.deductionId))?.row.nextAction
  expect(await next()).toBe('wait-for-answer')
  await recordAnswer(promised.account, { ...answer, disputeId: promised.id, version: await versionOf(promised.id), way: 'promised' })
  expect(await stateOf(promised.deductionId)).toEqual({ state: 'submitted', open: 178_800 })
  expect(await next()).toBe('wait-for-money')
  const list = await findListTop(DISPUTE_SOURCE, specialist, { tab: 'promised' })
  expect(list.rows.map((row) => row.id)).toContain(promised.id)
  await bookReturn(specialist, {
    disputeId: promised.id,
    version: await versionOf(promised.id),
    way: 'credited',
    amountMinor: '178800',
    bookedOn: today,
  })
  expect(await stateOf(promised.deductionId)).toEqual({ state: 'closed', open: 0 })
})

test('a partial win books both parts; money is not given up by an account manager', async () => {
  const dispute = await ready('2008')
  await file(dispute)
  const answer = { disputeId: dispute.id, version: await versionOf(dispute.id), answeredOn: today, wonMinor: '100000', lostMinor: '78800' }
  await expect(recordAnswer(dispute.account, { ...answer, way: 'promised', acceptsLoss: true })).rejects.toMatchObject({
    code: 'not-allowed',
  })
  expect((await findDossier(specialist, dispute.id))?.dispute.state).toBe('submitted')
  await expect(recordAnswer(specialist, { ...answer, wonMinor: '200000', way: 'repaid' })).rejects.toMatchObject({
    code: 'disputes/more-than-disputed',
  })
  await recordAnswer(specialist, { ...answer, way: 'repaid', acceptsLoss: true })
  const kinds = await database.query<{ kind: string; amount_minor: string }>(
    'select kind, amount_minor from resolution where deduction_id = $1 order by kind',
    [dispute.deductionId],
  )
  expect(kinds.map((row) => `${row.kind} ${row.amount_minor}`)).toEqual(['accepted 78800', 'repaid 100000'])
})

test('a withdrawn dispute leaves the deduction open and can be prepared again', async () => {
  const dispute = await ready('2009')
  await file(dispute)
  const input = { disputeId: dispute.id, version: await versionOf(dispute.id), reason: 'buyer agreed to credit' }
  await expect(withdrawDispute(dispute.account, input)).rejects.toMatchObject({ code: 'not-allowed' })
  await withdrawDispute(specialist, input)
  expect(await stateOf(dispute.deductionId)).toEqual({ state: 'ready', open: 178_800 })
  expect((await prepareDispute(specialist, { deductionId: dispute.deductionId })).id).toBe(dispute.id)
  expect((await findDossier(specialist, dispute.id))?.dispute).toMatchObject({ state: 'preparing', outcome: null })
})

test('many packages are asked for at once, each built by a job of its own', async () => {
  const worlds = [await insertDisputeWorld(database, '2010'), await insertDisputeWorld(database, '2011')]
  await database.query('update deduction set evidence_have = 5, evidence_need = 5 where id = any($1::uuid[])', [
    worlds.map((world) => world.deductionId),
  ])
  expect((await findPackages(specialist, PackageFilter.parse({ tab: 'ready' }))).rows.map((row) => row.name)).toEqual(
    expect.arrayContaining(['HP-2010', 'HP-2011']),
  )
  const asked = await buildPackages(specialist, { deductionIds: worlds.map((world) => world.deductionId) })
  expect(asked.disputeIds).toHaveLength(2)
  const runs = await database.query('select id from job_run where id = any($1::uuid[])', [asked.jobRunIds])
  expect(runs).toHaveLength(2)
  await expect(buildPackages(buildActor(['account-manager']), { deductionIds: [worlds[0]?.deductionId ?? ''] })).rejects.toMatchObject({
    code: 'not-allowed',
  })
})

test('a document added by hand is kept once for its customer', async () => {
  const { customerId } = await insertDisputeWorld(database, '2012')
  const input = { customerId, kind: 'photo', fileName: 'dock.png', mediaType: 'image/png', content: new Uint8Array([1, 2, 3]) }
  const first = await addDocument(specialist, input)
  expect((await addDocument(specialist, input)).id).toBe(first.id)
  await expect(addDocument(buildActor(['account-manager'], []), input)).rejects.toMatchObject({ code: 'not-found' })
})
