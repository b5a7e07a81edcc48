import { afterAll, beforeAll, expect, test } from 'vitest'
import { closeReaders } from '@/features/file-intake/imports/reader-pool'
import { useTestDatabase } from '../database'
import { takeFile, takeMasterData } from '../take-file'

const database = await useTestDatabase()
beforeAll(async () => void (await takeMasterData()))
afterAll(closeReaders)

const ORDERS =
  'Verkaufsbeleg;Position;Belegdatum;Bestellnummer;Auftraggeber;Warenempf.;Material;Auftragsmenge;ME;Nettopreis;Nettowert;Währg;Wunschlief.;ZBed;GStat'
const DELIVERIES =
  'Delivery,Item,Sales Doc.,Purchase Order No.,Ship-to,Material,Dlv. Qty,SU,Pl. GI Date,Ac. GI Date,GI,Bill of Lading,Carrier,PRO No.,Cartons,Plnt'
const order = (quantity: string, status: string) =>
  `11000171;000010;04.03.2024;4513321208;500002;;5000001;${quantity};EA;1.353,61;1.353,61;EUR;15.03.2024;N30;${status}`

test('a German order list reads its dates and decimal commas', async () => {
  const report = await takeFile('va05.csv', [ORDERS, order('1', 'A'), ''].join('\n'))
  expect(report).toMatchObject({ kind: 'sap-va05', rows: { accepted: 1 }, totals: { computed: '1353.61' } })
  expect(
    await database.query('select line, ordered_on::text, po_key, price_micros::text, requested_on::text, status from sales_order_line'),
  ).toEqual([
    { line: '10', ordered_on: '2024-03-04', po_key: '4513321208', price_micros: '1353610000', requested_on: '2024-03-15', status: 'A' },
  ])
})

test('a later list with another status is a new version', async () => {
  const report = await takeFile('va05-next.csv', [ORDERS, order('1', 'C'), ''].join('\n'))
  expect(report).toMatchObject({ rows: { accepted: 1 }, changed: 1 })
  expect(await database.query('select status, version from sales_order_line')).toEqual([{ status: 'C', version: 2 }])
})

test('of two rows for one item in a file the last one stands and the first one is told', async () => {
  const report = await takeFile('va05-twice.csv', [ORDERS, order('5', 'C'), order('6', 'C'), ''].join('\n'))
  expect(report.rows).toMatchObject({ accepted: 1, duplicate: 1 })
  expect(await database.query('select quantity::text from sales_order_line')).toEqual([{ quantity: '6' }])
})

test('deliveries find their customer by the ship-to party, or by the sales order', async () => {
  const rows = [
    '80000001,10,11999999,4500001,0000600001,5000002,48,EA,01/25/2024,01/26/2024,C,08600090000000017,NRTL,48935128,4,1000',
    '80000002,10,11000171,4513321208,,5000001,1,EA,03/09/2024,,A,,,,,2000',
    '80000003,10,11888888,X,12345,5000001,1,EA,03/09/2024,,A,,,,,2000',
  ]
  const report = await takeFile('vl06o.csv', [DELIVERIES, ...rows, ''].join('\n'))
  expect(report).toMatchObject({ kind: 'sap-vl06o', rows: { accepted: 2, rejected: 1 } })
  expect(
    await database.query(
      'select c.code, d.issued_on::text, d.cartons from delivery_line d join customer c on c.id = d.customer_id order by 1',
    ),
  ).toEqual([
    { code: 'R01', issued_on: '2024-01-26', cartons: 4 },
    { code: 'R02', issued_on: null, cartons: null },
  ])
})
