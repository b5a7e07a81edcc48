import { buildMail } from '@tests/factories/build-mail'
import { FakeImap } from '@tests/integration/server/fake-imap'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { closeReaders } from '@/features/file-intake/imports/reader-pool'
import { watchMailbox } from '@/features/file-intake/jobs/watch-mailbox'
import { useTestDatabase } from '../database'
import { bytesOf, insertRetailer, orderSet } from './build-papers'

const database = await useTestDatabase()
const server = new FakeImap()
let address = ''
beforeAll(async () => {
  await insertRetailer(database)
  address = await server.start()
})
afterAll(async () => {
  closeReaders()
  delete process.env['IMAP_URL']
  await server.stop()
})

const order = (number: string) => ({ name: `${number}.edi`, type: 'application/edi-x12', bytes: bytesOf([orderSet(number)]) })
const batches = () => database.query('select path, way, state from import_batch order by number')
const runs = () =>
  database.query<{ state: string; error: string | null }>(
    `select state, error from job_run where queue = 'file-intake.mailbox' order by created_at`,
  )

test('unread messages are taken with their attachments, marked as read and moved', async () => {
  process.env['IMAP_URL'] = `${address}?done=Imported`
  server.add(buildMail('Orders of today', 'attached', [order('I1')]))
  server.add(buildMail('Nothing new', 'hello', []))
  await watchMailbox()
  expect(await batches()).toEqual([
    { path: 'INBOX/Orders of today.eml', way: 'mail', state: 'done' },
    { path: 'INBOX/Orders of today.eml/I1.edi', way: 'mail', state: 'done' },
    { path: 'INBOX/Nothing new.eml', way: 'mail', state: 'done' },
  ])
  expect(server.messages.map(({ folder, flags }) => [folder, [...flags]])).toEqual([
    ['Imported', ['\\Seen']],
    ['Imported', ['\\Seen']],
  ])
})

test('a message that was taken but not marked before a crash is not taken twice', async () => {
  const [first] = server.messages
  if (first) Object.assign(first, { folder: 'INBOX', flags: new Set() })
  await watchMailbox()
  expect(await batches()).toHaveLength(3)
  expect(first?.folder).toBe('Imported')
})

test('a mailbox that refuses is told once with its reason, and again when it works', async () => {
  const before = (await runs()).length
  process.env['IMAP_URL'] = address.replace('secret', 'guess')
  await expect(watchMailbox()).rejects.toThrow('wrong password')
  await watchMailbox()
  process.env['IMAP_URL'] = address
  await watchMailbox()
  await watchMailbox()
  const told = (await runs()).slice(before)
  expect(told.map(({ state }) => state)).toEqual(['failed', 'done'])
  expect(told[0]?.error).toContain('wrong password')
})

test('a setting that is no address is said', async () => {
  process.env['IMAP_URL'] = 'mail.example'
  await expect(watchMailbox()).rejects.toThrow('IMAP_URL')
  expect((await runs()).at(-1)).toMatchObject({ state: 'failed', error: expect.stringContaining('IMAP_URL') })
})
