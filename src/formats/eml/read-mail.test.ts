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
