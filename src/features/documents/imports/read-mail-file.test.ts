import { expect, test } from 'vitest'
import { readMail } from '@/formats/eml/read-mail'
import { readMailFile } from './read-mail-file'

const COUNT = `From: warehouse@supplier.example
To: claims@supplier.example
Date: Mon, 18 Mar 2024 09:15:00 +0000
Subject: Stock count for delivery 80000140
MIME-Version: 1.0
Content-Type: text/plain; charset=utf-8

Delivery 80000140, PO 9450639422, material SC-105:
we counted 3 EA more than the book stock.
`

test('a mail is a document with its lines and the numbers it names', async () => {
  const { mail } = await readMail(Buffer.from(COUNT))
  const read = mail && readMailFile(mail)
  expect(read?.sentOn).toBe('2024-03-18')
  expect(read?.file.rows[0]?.values).toMatchObject({
    documentKind: 'mail',
    issuedOn: '2024-03-18',
    pages: [
      [
        'Stock count for delivery 80000140',
        'Delivery 80000140, PO 9450639422, material SC-105:',
        'we counted 3 EA more than the book stock.',
      ],
    ],
    links: [
      { idKind: 'delivery', idText: '80000140' },
      { idKind: 'po', idText: '9450639422' },
      { idKind: 'item', idText: 'SC-105' },
    ],
  })
})
