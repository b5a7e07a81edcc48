import { buildIdoc, idocSegment as segment } from '@tests/factories/build-idoc'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { closeReaders } from '@/features/file-intake/imports/reader-pool'
import { useTestDatabase } from '../database'
import { takeFile, takeMasterData } from '../take-file'

const database = await useTestDatabase()
beforeAll(async () => void (await takeMasterData()))
afterAll(closeReaders)

const PARTNER = segment('E1EDKA1', { PARVW: 'AG', PARTN: '0000500001' })
const MATERIAL = segment('E1EDP19', { QUALF: '002', IDTNR: '000000000005000001' })

test('an order, its delivery, its invoice and its payment come in as IDocs', async () => {
  const order = buildIdoc(
    'ORDERS',
    { DIRECT: '2' },
    segment('E1EDK01', { CURCY: 'USD', BELNR: '4500118' }),
    PARTNER,
    segment(
      'E1EDP01',
      { POSEX: '10', MENGE: '24.000', MENEE: 'EA', VPREI: '100.00' },
      segment('E1EDP19', { QUALF: '003', IDTNR: '860009000017' }),
    ),
  )
  const delivery = buildIdoc(
    'DELVRY',
    {},
    segment(
      'E1EDL20',
      { VBELN: '0080001542' },
      segment('E1ADRM1', { PARTNER_Q: 'AG', PARTNER_ID: '0000500001' }),
      segment(
        'E1EDL24',
        { POSNR: '10', MATNR: '000000000005000001', LFIMG: '24', VRKME: 'EA' },
        segment('E1EDL41', { QUALI: '001', BSTNR: '4500118' }),
      ),
    ),
  )
  const invoice = buildIdoc(
    'INVOIC',
    {},
    segment('E1EDK01', { CURCY: 'USD', BELNR: '0090000912' }),
    PARTNER,
    segment('E1EDK02', { QUALF: '001', BELNR: '4500118' }),
    segment('E1EDP01', { POSEX: '10', MENGE: '24', MENEE: 'EA' }, MATERIAL, segment('E1EDP26', { QUALF: '003', BETRG: '2400.00' })),
  )
  const advice = buildIdoc(
    'REMADV',
    {},
    segment(
      'E1IDKU1',
      { BGMREF: '2000004711' },
      segment('E1EDKA1', { PARVW: 'AG', NAME1: 'Pinewood Stores' }),
      segment('E1IDPU5', { MOAQUAL: '006', MOABETR: '2400.00-', CUXWAERZ: 'USD' }),
      segment('E1IDPU1', { DOCNAME: 'INV', DOCNUMMR: '0090000912' }, segment('E1IDPU5', { MOAQUAL: '006', MOABETR: '2400.00-' })),
    ),
  )
  const reports = []
  for (const [name, content] of Object.entries({ order, delivery, invoice, advice }))
    reports.push(await takeFile(`sap/${name}.xml`, content))
  expect(reports.map(({ kind, rows }) => [kind, rows.accepted, rows.rejected])).toEqual([
    ['idoc-orders', 1, 0],
    ['idoc-delvry', 1, 0],
    ['idoc-invoic', 1, 0],
    ['idoc-remadv', 1, 0],
  ])
  expect(
    await database.query(
      `select o.number as po, d.number as delivery, d.quantity::text, i.number as invoice, i.net_minor::text as net, l.paid_minor::text as paid
       from purchase_order o join delivery_line d on d.po_key = o.number_key join invoice i on i.po_key = o.number_key
       join remittance_line l on l.reference_key = i.number_key join remittance r on r.id = l.remittance_id
       where r.number = '2000004711' and r.customer_id = o.customer_id`,
    ),
  ).toEqual([{ po: '4500118', delivery: '0080001542', quantity: '24', invoice: '0090000912', net: '240000', paid: '240000' }])
  const again = await takeFile('sap/order-again.xml', order.replace('0000000000813429', '0000000000813430'))
  expect(again.rows).toMatchObject({ accepted: 0, duplicate: 1 })
})

test('an answer of the OData service is the same sales order as the list', async () => {
  const answer = {
    d: {
      results: [
        {
          SalesOrder: '10001',
          SoldToParty: '500001',
          TransactionCurrency: 'USD',
          to_Item: {
            results: [{ SalesOrderItem: '10', Material: '5000001', RequestedQuantity: '24', NetAmount: '2400.00' }],
          },
        },
      ],
    },
  }
  expect(await takeFile('sap/orders.json', JSON.stringify(answer))).toMatchObject({ kind: 'odata-sales-order', rows: { accepted: 1 } })
  expect(await database.query(`select number, line, net_minor::text as net, item_id is not null as known from sales_order_line`)).toEqual([
    { number: '10001', line: '10', net: '240000', known: true },
  ])
})
