import { buildMsg } from '@tests/factories/build-msg'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { detectFormat } from '../detect-format'
import { readMsg } from './read-msg'

const CSV = Buffer.from('PO,Qty\n1,2\n')
const letter = { subject: '退货 RGA240018', body: 'Please find the claims attached.\r\nRegards', sender: 'Claims@Pinewood.example' }

/** Where a block of 512 bytes begins; the header is one, too. */
const blockAt = (block: number) => (block + 1) * 512

describe('a mail saved by Outlook', () => {
  it('gives its headers, its text and its attachments byte for byte', async () => {
    const bytes = buildMsg({ ...letter, files: [{ name: '扣款 claims.csv', type: 'text/csv', bytes: CSV }] })
    expect(detectFormat(bytes)).toBe('msg')
    const { mail, problems } = await readMsg(bytes)
    expect(problems).toEqual([])
    expect(mail).toMatchObject({
      subject: '退货 RGA240018',
      from: 'claims@pinewood.example',
      text: 'Please find the claims attached.\nRegards',
      attachments: [{ name: '扣款 claims.csv', mediaType: 'text/csv', isInText: false }],
    })
    expect(mail?.sentAt?.toISOString()).toBe('2024-03-25T09:15:00.000Z')
    expect(Buffer.from(mail?.attachments[0]?.bytes ?? [])).toEqual(CSV)
  })

  it('of the time before Unicode is read in the code page it names', async () => {
    const { mail } = await readMsg(buildMsg({ ...letter, codePage: 936 }, Buffer.from([0xb6, 0xa9, 0xb5, 0xa5, 0x20, 0x34, 0x35])))
    expect(mail?.text).toBe('订单 45')
  })

  it.each([
    [
      'a chain of blocks that leads back to itself',
      (view: DataView, block: number) => view.setInt32(blockAt(view.getInt32(76, true)) + block * 4, block, true),
    ],
    ['a directory entry that is its own neighbour', (view: DataView, block: number) => view.setInt32(blockAt(block) + 128 + 72, 1, true)],
  ])('with %s is damaged, and not read without end', async (_, damage) => {
    const bytes = Uint8Array.from(buildMsg(letter))
    const view = new DataView(bytes.buffer)
    damage(view, view.getInt32(48, true))
    expect(await readMsg(bytes)).toMatchObject({ mail: null, problems: [{ code: 'mail/broken' }] })
  })

  it('damaged in any way is a mail or a problem, and never a crash', async () => {
    const whole = buildMsg({ ...letter, files: [{ name: 'a.csv', type: 'text/csv', bytes: CSV }] })
    const damage = fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 40 })
    await fc.assert(
      fc.asyncProperty(damage, fc.nat(whole.length), async (changes, cut) => {
        const bytes = Uint8Array.from(whole)
        for (const [at, value] of changes) bytes[at] = value
        const { mail, problems } = await readMsg(changes.length % 2 === 0 ? bytes.subarray(0, cut) : bytes)
        expect(mail !== null || problems.length > 0).toBe(true)
      }),
      { numRuns: 60 },
    )
  }, 20_000)
})
