import { buildMail } from '@tests/factories/build-mail'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { plainTextOfHtml } from './plain-text-of-html'
import { readMail } from './read-mail'

const mail = (...lines: string[]) => readMail(Buffer.from(lines.join('\r\n')))

describe('a mail', () => {
  it('gives its headers and its text', async () => {
    const { mail: read, problems } = await mail(
      'From: Receiving <Dock@C03.example>',
      'To: logistics@voltride.example, claims@voltride.example',
      'Date: Mon, 25 Mar 2024 09:15:00 +0000',
      'Subject: =?utf-8?B?5Lqk6LSn?= PO 00254285',
      'Message-ID: <a1@c03.example>',
      '',
      'Your appointment is confirmed.',
      '',
    )
    expect(problems).toEqual([])
    expect(read).toMatchObject({
      messageId: '<a1@c03.example>',
      subject: '交货 PO 00254285',
      from: 'dock@c03.example',
      fromName: 'Receiving',
      to: ['logistics@voltride.example', 'claims@voltride.example'],
      text: 'Your appointment is confirmed.',
      attachments: [],
    })
    expect(read?.sentAt?.toISOString()).toBe('2024-03-25T09:15:00.000Z')
  })

  it('gives its attachments byte for byte, and the text of an HTML body', async () => {
    const { mail: read } = await mail(
      'From: a@b.example',
      'Subject: s',
      'Date: Mon, 25 Mar 2024 09:15:00 +0000',
      'MIME-Version: 1.0',
      'Content-Type: multipart/mixed; boundary=x',
      '',
      '--x',
      'Content-Type: text/html; charset=utf-8',
      '',
      '<style>p{}</style><p>Claim&nbsp;<b>123</b></p>',
      '--x',
      'Content-Type: text/csv; name="claims.csv"',
      'Content-Transfer-Encoding: base64',
      'Content-Disposition: attachment; filename="claims.csv"',
      '',
      Buffer.from('PO,Qty\n1,2\n').toString('base64'),
      '--x--',
      '',
    )
    expect(read?.text).toBe('Claim 123')
    expect(read?.attachments).toMatchObject([{ name: 'claims.csv', mediaType: 'text/csv' }])
    expect(Buffer.from(read?.attachments[0]?.bytes ?? []).toString()).toBe('PO,Qty\n1,2\n')
  })

  it.each([
    ['gb18030', Buffer.from([0xb6, 0xa9, 0xb5, 0xa5, 0x20, 0x34, 0x35])],
    ['big5', Buffer.from([0xad, 0x71, 0xb3, 0xe6, 0x20, 0x34, 0x35])],
  ])('in %s is read in it, quoted-printable or not', async (charset, body) => {
    const head = ['From: a@b.example', 'Subject: s', 'MIME-Version: 1.0', `Content-Type: text/plain; charset=${charset}`]
    const quoted = [...body].map((byte) => `=${byte.toString(16).toUpperCase().padStart(2, '0')}`).join('')
    const plain = Buffer.concat([Buffer.from([...head, 'Content-Transfer-Encoding: 8bit', '', ''].join('\r\n')), body])
    const word = charset === 'gb18030' ? '订单 45' : '訂單 45'
    expect((await readMail(plain)).mail?.text).toBe(word)
    expect((await mail(...head, 'Content-Transfer-Encoding: quoted-printable', '', quoted)).mail?.text).toBe(word)
  })

  it('names its attachments as sent, in every way that mail programs write them, without folders', async () => {
    const part = (header: string) => ['--x', 'Content-Type: application/pdf', `Content-Disposition: attachment; ${header}`, '', 'a']
    const { mail: read } = await mail(
      'From: a@b.example',
      'MIME-Version: 1.0',
      'Content-Type: multipart/mixed; boundary=x',
      '',
      ...part("filename*=UTF-8''%E7%AD%BE%E6%94%B6%E5%8D%95.pdf"),
      ...part('filename="=?gb2312?B?x6nK1bWlLnBkZg==?="'),
      ...part('filename*0="delivery rec"; filename*1="eipt.pdf"'),
      ...part('filename="..\\\\..\\\\evil.pdf"'),
      ...part('size=1'),
      '--x--',
      '',
    )
    expect(read?.attachments.map((file) => file.name)).toEqual([
      '签收单.pdf',
      '签收单.pdf',
      'delivery receipt.pdf',
      'evil.pdf',
      'attachment-5',
    ])
  })

  it('damaged anywhere is a mail or a problem, and never a crash', async () => {
    const whole = buildMail('订单', 'see file', [{ name: 'a.csv', type: 'text/csv', bytes: Buffer.from('PO,Qty\n1,2\n') }])
    const damage = fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 60 })
    await fc.assert(
      fc.asyncProperty(damage, async (changes) => {
        const bytes = Uint8Array.from(whole)
        for (const [at, value] of changes) bytes[at] = value
        const { mail: read, problems } = await readMail(bytes)
        expect(read !== null || problems.length > 0).toBe(true)
      }),
      { numRuns: 80 },
    )
  }, 20_000)

  it('without headers is none', async () => {
    expect(await readMail(Buffer.from('just some words'))).toMatchObject({ mail: null, problems: [{ code: 'mail/broken' }] })
    expect((await readMail(new Uint8Array([0, 255, 10, 13]))).mail).toBeNull()
  })
})

it('text of HTML keeps cells and lines apart and hides scripts', () => {
  expect(plainTextOfHtml('<table><tr><td>PO</td><td>12 &lt; 13</td></tr></table><script>x</script>end<style>never closed')).toBe(
    'PO  12 < 13\nend',
  )
  expect(plainTextOfHtml('<'.repeat(100_000)).length).toBeGreaterThan(0)
})
