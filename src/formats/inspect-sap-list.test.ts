import iconv from 'iconv-lite'
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

test('an unconverted list of a Chinese workplace is cut by its columns, in its own encoding', async () => {
  const ruler = '-'.repeat(60)
  const text = [
    '交货清单                          页 1',
    ruler,
    '|交货单  |项目|送达方|物料   |交货数量|单位|计划发货日期|',
    ruler,
    '|80000001|  10|600001|5000001|      24|个  |2024.03.04  |',
    '|80000002|  20|600001|5000002|      12|箱  |2024.03.05  |',
    ruler,
  ].join('\r\n')
  const { format, encoding, documents, findings } = await inspectFile('x', iconv.encode(text, 'gb18030'))
  expect({ format, encoding, findings }).toEqual({ format: 'sap-list', encoding: 'GB18030', findings: [] })
  expect(documents).toMatchObject([
    { kind: 'sap-vl06o', lines: 2, references: { delivery: ['80000001', '80000002'], item: ['5000001', '5000002'] } },
  ])
})

test('a spreadsheet export in UTF-16 has tabs, blank lines and a blank first column', async () => {
  const rows = [
    '',
    '\tVerkaufsbeleg\tPosition\tBelegdatum\tBestellnummer\tAuftraggeber\tMaterial\tAuftragsmenge\tME\tNettowert\tWährg',
    '',
    '\t10001\t10\t04.03.2025\t4500118\t500001\t5000001\t1.200\tST\t1.234,50\tEUR',
    '\t10001\t20\t04.03.2025\t4500118\t500001\t5000002\t2\tST\t10,00-\tEUR',
  ]
  const { format, encoding, documents, tables } = await inspectFile('x', iconv.encode(rows.join('\r\n'), 'utf-16le', { addBOM: true }))
  expect({ format, encoding }).toEqual({ format: 'sap-list', encoding: 'UTF-16LE' })
  expect(documents).toMatchObject([{ kind: 'sap-va05', lines: 2, amounts: { total: '1224.50' }, references: { po: ['4500118'] } }])
  expect(tables[0]?.columns.find(({ meaning }) => meaning === 'quantity')).toMatchObject({ title: 'Auftragsmenge', dialect: 'comma' })
})
