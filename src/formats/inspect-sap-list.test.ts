import { expect, test } from 'vitest'
import { inspectFile } from './inspect-file'

test('line items show what raises, what lowers and whether the sum is the stated one', async () => {
  const rows = ['500001;A;90000912;RV;04.03.2025;1.000,00;EUR', '500001;B;1400000031;DZ;05.03.2025;960,00-;EUR']
  const text = ['Debitor;Zuordnung;Belegnummer;Belegart;Belegdatum;Betrag in Belegwährung;Währung', ...rows, '**;;;;;40,00;EUR', ''].join(
    '\n',
  )
  const { format, documents } = await inspectFile('x', Buffer.from(text, 'latin1'))
  expect(format).toBe('sap-list')
  expect(documents).toMatchObject([
    {
      kind: 'sap-fbl5n',
      currency: 'EUR',
      lines: 2,
      amounts: { total: '40.00', debits: '1000.00', credits: '960.00' },
      balance: { stated: '40.00', computed: '40.00', difference: '0.00' },
    },
  ])
})
