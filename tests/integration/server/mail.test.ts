import { randomUUID } from 'node:crypto'
import { type AddressInfo, createServer, type Socket } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { systemActor } from '@/core/actor'
import { asCalendarDate } from '@/core/calendar-date'
import { db } from '@/server/db/client'
import { queueMail } from '@/server/mail/queue-mail'
import { sendQueuedMail } from '@/server/mail/send-queued-mail'
import { useTestDatabase } from '../database'

const database = await useTestDatabase()

// As much of SMTP as one delivery needs; what stands after DATA is kept.
const received: string[] = []
function converse(socket: Socket): void {
  let data: string | null = null
  socket.write('220 test\r\n')
  socket.on('data', (chunk: Buffer) => {
    const text = chunk.toString()
    if (data !== null) {
      data += text
      if (!data.endsWith('\r\n.\r\n')) return
      received.push(data)
      data = null
      socket.write('250 kept\r\n')
    } else if (/^DATA/i.test(text)) {
      data = ''
      socket.write('354 go on\r\n')
    } else if (/^QUIT/i.test(text)) socket.end('221 bye\r\n')
    else socket.write('250 ok\r\n')
  })
}
const post = createServer(converse)

beforeAll(async () => {
  await new Promise<void>((done) => post.listen(0, '127.0.0.1', done))
})
afterAll(() => {
  delete process.env['SMTP_URL']
  post.close()
})

async function queue(subject: string): Promise<void> {
  const actor = systemActor('test')
  await db().$transaction((tx) =>
    queueMail(
      { tx, actor, today: asCalendarDate('2026-11-22'), operationId: randomUUID(), event: 'test.mailed' },
      { to: 'xu@example.test', subject, text: '请补第 2 页' },
    ),
  )
}
const states = () => database.query('select subject, state, attempts from mail_message order by created_at')

test('without a mail server mail stays in the outbox', async () => {
  await queue('POD page 2')
  expect(await sendQueuedMail()).toBe(0)
  expect(await states()).toEqual([{ subject: 'POD page 2', state: 'queued', attempts: 0 }])
})

test('with one it leaves once, under its own message id', async () => {
  process.env['SMTP_URL'] = `smtp://127.0.0.1:${(post.address() as AddressInfo).port}`
  expect(await sendQueuedMail()).toBe(1)
  expect(await sendQueuedMail()).toBe(0)
  const [row] = await database.query<{ message_id: string }>('select message_id from mail_message')
  expect(received).toHaveLength(1)
  expect(received[0]).toContain(row?.message_id)
  expect(await states()).toEqual([{ subject: 'POD page 2', state: 'sent', attempts: 0 }])
})

test('a server that cannot be reached leaves it queued for another try', async () => {
  process.env['SMTP_URL'] = 'smtp://127.0.0.1:1'
  await queue('Second')
  await sendQueuedMail()
  expect((await states()).at(-1)).toEqual({ subject: 'Second', state: 'queued', attempts: 1 })
})
