import { buildMail } from '@tests/factories/build-mail'
import { buildActor, specialist } from '@tests/factories/people'
import { insertUser } from '@tests/factories/records'
import { takeFile } from '@tests/integration/take-file'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor } from '@/core/actor'
import { asId } from '@/core/ids'
import { closeReaders } from '@/features/file-intake/imports/reader-pool'
import { mailCorrection } from '@/features/reconciliation/commands/mail-correction'
import { reconcile } from '@/features/reconciliation/commands/reconcile'
import { findCorrectionRecipients } from '@/features/reconciliation/queries/find-correction-recipients'
import { findDifferenceHistory } from '@/features/reconciliation/queries/find-difference-history'
import { readHistory } from '@/features/reconciliation/rules/read-history'
import { useTestDatabase } from '../database'
import { changeOrder, HARBOR, insertHarborOrder, KESTREL } from './harbor-order'

const database = await useTestDatabase()
let wei: Actor = specialist
let differenceId = ''

beforeAll(async () => {
  await insertHarborOrder(database)
  wei = { ...specialist, userId: asId<'user'>(await insertUser(database, 'wei@example.test', ['specialist'])) }
  await insertUser(database, 'qin@example.test', ['account-manager'])
  await database.query(
    `insert into order_term (customer_id, reply_email, reply_locale) values ('${HARBOR}', 'orders@harbor.example', 'zh-CN')`,
  )
  await changeOrder(database, { quantity: 24, priceMicros: 60_080_000, on: '2026-03-04' })
  await reconcile(specialist, {})
  const [row] = await database.query<{ id: string }>(`select id from difference where kind = 'order-price'`)
  differenceId = row?.id ?? ''
})
afterAll(closeReaders)

const mail = () => ({ differenceId, to: 'orders@harbor.example', subject: 'Please correct 4500118', text: '60.08 or 74.50?' })
const words = async () =>
  (await findDifferenceHistory(wei, differenceId)).flatMap((entry) => {
    const word = readHistory(entry)
    return word === null ? [] : [`${word.word} ${word.text ?? ''}`.trim()]
  })

test('it can go to the team that is wrong and to the customer, each in their language; nobody else sees them', async () => {
  expect((await findCorrectionRecipients(wei, differenceId)).map((one) => `${one.email} ${one.locale} ${one.isPartner}`)).toEqual([
    'orders@harbor.example zh-CN true',
  ])
  await database.query(
    `insert into customer_assignment (user_id, customer_id) select id, '${HARBOR}' from app_user where email = 'qin@example.test'`,
  )
  expect((await findCorrectionRecipients(wei, differenceId)).map((one) => one.email)).toEqual(['qin@example.test', 'orders@harbor.example'])
  expect(await findCorrectionRecipients(buildActor(['specialist'], [KESTREL]), differenceId)).toEqual([])
})

test('the mail waits in the outbox, the difference waits for its answer', async () => {
  await expect(mailCorrection(buildActor(['specialist'], [KESTREL]), mail())).rejects.toMatchObject({ code: 'not-found' })
  await expect(mailCorrection(buildActor(['cash'], 'all'), mail())).rejects.toMatchObject({ code: 'not-allowed' })
  await expect(mailCorrection(wei, { ...mail(), to: 'nobody' })).rejects.toMatchObject({ fields: { to: 'email' } })
  await mailCorrection(wei, mail())
  expect(await database.query('select to_address, state, subject_kind, subject_id from mail_message')).toEqual([
    { to_address: 'orders@harbor.example', state: 'queued', subject_kind: 'difference', subject_id: differenceId },
  ])
  expect(await database.query('select state from difference where id = $1', [differenceId])).toEqual([{ state: 'asked' }])
  expect(await words()).toEqual(['mailed orders@harbor.example: Please correct 4500118', 'found'])
})

test('an answer that comes in as a mail joins the history, and leads to the mail', async () => {
  const [sent] = await database.query<{ id: string }>('select message_id as id from mail_message')
  const reply = buildMail('Re: Please correct 4500118', 'You are right, 74.50 holds.', [], [`In-Reply-To: ${sent?.id}`])
  expect(await takeFile('mail/reply.eml', reply)).toMatchObject({ status: 'done' })
  expect((await words())[0]).toBe('mail-answered Re: Please correct 4500118 – You are right, 74.50 holds.')
  const [last] = await findDifferenceHistory(wei, differenceId)
  expect(await database.query('select kind from document where id = $1', [last?.document_id])).toEqual([{ kind: 'mail' }])
  expect(await takeFile('mail/other.eml', buildMail('Holidays', 'We are closed.', [], ['In-Reply-To: <other@x.example>']))).toMatchObject({
    status: 'done',
  })
  expect((await words()).filter((word) => word.startsWith('mail-answered'))).toHaveLength(1)
})

test('what agrees already is not asked for, and a mail is sent again when the same comes back', async () => {
  await changeOrder(database, { quantity: 24, priceMicros: 74_500_000, on: '2026-03-05' })
  await reconcile(specialist, { only: 'changed' })
  await expect(mailCorrection(wei, mail())).rejects.toMatchObject({ code: 'reconciliation/already-resolved' })
  expect((await words())[0]).toBe('closed')
})
