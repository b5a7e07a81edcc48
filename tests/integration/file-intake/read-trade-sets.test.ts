import { buildX12 } from '@tests/factories/build-x12'
import { specialist } from '@tests/factories/people'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { closeReaders } from '@/features/file-intake/imports/reader-pool'
import { findOrderChain } from '@/features/reconciliation/queries/find-order-chain'
import { useTestDatabase } from '../database'
import { takeFile, takeMasterData } from '../take-file'
import { takeTwice } from '../take-twice'

const database = await useTestDatabase()
beforeAll(async () => void (await takeMasterData()))
afterAll(closeReaders)

describe('load tenders', () => {
  const TENDER = [
    '204',
    'B2**BLKF**L7702**PP',
    'B2A*00',
    'L11*80000777*SI',
    'L11*45007*PO',
    'G62*64*20240310',
    'S5*1*CL',
    'G62*37*20240312',
    'OID*80000778*45008',
    'S5*2*CU',
    'G62*53*20240315',
    'L3*10*G*557.21*FR*55721',
  ]

  test('link order, delivery and load; the same tender adds nothing, a changed one is a new version', async () => {
    await takeTwice('204', TENDER, 1)
    expect(
      await database.query(
        `select number, purpose, tendered_on::text as tendered, pickup_on::text as pickup, deliver_on::text as deliver, stops, amount_minor::text as amount from load_tender`,
      ),
    ).toEqual([
      {
        number: 'L7702',
        purpose: 'original',
        tendered: '2024-03-10',
        pickup: '2024-03-12',
        deliver: '2024-03-15',
        stops: 2,
        amount: '55721',
      },
    ])
    const changed = TENDER.map((segment) => segment.replace('B2A*00', 'B2A*04').replace('45008', '45009'))
    expect(await takeFile('edi/R01/204-change.edi', buildX12([changed]))).toMatchObject({ rows: { accepted: 1 }, changed: 1 })
    expect(
      await database.query(
        `select t.version, t.purpose, string_agg(r.id_kind || ' ' || r.id_key, ', ' order by r.id_kind, r.id_key) as links
         from load_tender t join load_tender_reference r on r.load_tender_id = t.id group by t.id`,
      ),
    ).toEqual([{ version: 2, purpose: 'change', links: 'bol L7702, delivery 80000777, delivery 80000778, po 45007, po 45009' }])
  })

  test('without a number are kept for correction', async () => {
    const report = await takeFile('edi/R01/204-bare.edi', buildX12([['204', 'B2**BLKF', 'S5*1*CL']]))
    expect(report).toMatchObject({ rows: { accepted: 0, rejected: 1 }, findings: [{ field: 'B204', code: 'load-number-missing' }] })
  })
})

describe('acknowledgements', () => {
  test('say which of our sets were taken, when, and what was wrong with the others', async () => {
    const sets = ['997', 'AK1*IN*395', 'AK2*810*0001', 'AK5*A', 'AK2*810*0002', 'AK3*BIG*2**8', 'AK5*R*5', 'AK9*P*2*2*1']
    await takeTwice('997', sets, 2)
    expect(
      await database.query(
        `select set_id, group_control as grp, set_control as set, outcome, errors, acknowledged_at at time zone 'UTC' as at from acknowledgement order by set_control`,
      ),
    ).toMatchObject([
      { set_id: '810', grp: '395', set: '0001', outcome: 'accepted', errors: [] },
      { set_id: '810', grp: '395', set: '0002', outcome: 'rejected', errors: ['BIG at segment 2 code 8', 'AK5 5'] },
    ])
  })

  test('find the ship notice and the invoice they speak of', async () => {
    const invoice = ['810', 'BIG*20240312*90000881**45008', 'IT1*1*10*EA*10.00**VN*SC-10', 'TDS*10000']
    const notice = ['856', 'BSN*00*80000778*20240312*0700', 'HL*1**S', 'HL*2*1*O', 'PRF*45008', 'HL*3*2*I', 'LIN*1*VN*SC-10', 'SN1*1*10*EA']
    await takeFile('edi/R01/810-sent.edi', buildX12([invoice, notice]))
    const advice = ['824', 'BGN*11*A9*20240313*0810', 'OTI*TR*IV*90000881*****395*0001*810', 'TED*007*Price missing']
    await takeTwice('824', advice, 1)
    expect(
      await database.query(
        `select v.number as invoice, a.outcome, a.errors, a.code from sent_invoice v
         join acknowledgement a on a.customer_id = v.customer_id and a.number_key = v.number_key and a.source = '824'`,
      ),
    ).toEqual([{ invoice: '90000881', outcome: 'rejected', errors: ['007 Price missing'], code: 'TR' }])
    expect(
      await database.query(
        `select n.number as notice, v.number as invoice, n.group_control as grp, n.set_control as ns, v.set_control as vs from ship_notice n, sent_invoice v
         where n.number = '80000778' and v.number = '90000881'`,
      ),
    ).toEqual([{ notice: '80000778', invoice: '90000881', grp: '395', ns: '0002', vs: '0001' }])
  })

  test('of a whole interchange are kept too; of an unknown partner they are rejected', async () => {
    const ta1 = buildX12([])
      .replace(/GS\*[^~]*~\nGE\*[^~]*~\n/, 'TA1*000000012*240311*0900*R*006~\n')
      .replace('IEA*1', 'IEA*0')
    expect(await takeFile('edi/R01/ta1.edi', ta1)).toMatchObject({ kind: 'x12-ta1', rows: { accepted: 1 } })
    expect(await takeFile('edi/nobody/ta1.edi', `${ta1}\n`)).toMatchObject({
      rows: { accepted: 0, rejected: 1 },
      findings: [{ code: 'intake/unknown-customer' }],
    })
  })
})

test('an 857 is a ship notice and an invoice', async () => {
  const set = [
    '857',
    'BHT*0010*00*N77*20240320*0915',
    'HL*1**S',
    'TD1*CTN*2',
    'TD5**2*BLKF',
    'REF*BM*0860777',
    'REF*IV*90000857',
    'REF*SI*80000857',
    'HL*2*1*O',
    'PRF*45857',
    'HL*3*2*I',
    'IT1*1*10*EA*10.00**VN*SC-10',
    'SAC*A*C310***500',
    'TDS*9500',
  ]
  await takeTwice('857', set, 2)
  expect(
    await database.query(
      `select n.number as notice, l.quantity::text as shipped, l.po_number as po, v.number as invoice, v.total_minor::text as total,
         s.allowance_minor::text as allowance, s.item_id is not null as known
       from ship_notice n join ship_notice_line l on l.ship_notice_id = n.id, sent_invoice v join sent_invoice_line s on s.sent_invoice_id = v.id
       where n.number = '80000857' and v.number = '90000857'`,
    ),
  ).toEqual([{ notice: '80000857', shipped: '10', po: '45857', invoice: '90000857', total: '9500', allowance: '500', known: true }])
})

test('text messages are notes beside what they name, each once', async () => {
  const message = [
    '864',
    'BMG*00**04',
    'DTM*097*20240313',
    'MIT*M12*Chargeback notice',
    'MSG*Chargeback 881204 for invoice 90000881, PO 45008.',
  ]
  const other = ['864', 'BMG*00**04', 'MIT*M13*Shortage', 'MSG*Invoice 90000857 was short by two cartons.']
  expect(await takeFile('edi/R01/864.edi', buildX12([message, other, message]))).toMatchObject({
    kind: 'x12-864',
    rows: { accepted: 2, duplicate: 1 },
  })
  expect((await takeFile('edi/R01/864-b.edi', buildX12([message], { lineEnd: '\r\n' }))).rows).toMatchObject({ accepted: 0, duplicate: 1 })
  expect(
    await database.query(
      `select d.file_name as name, d.number, d.issued_on::text as day, d.lines, string_agg(k.id_kind || ' ' || k.id_key, ', ' order by k.id_kind, k.id_key) as links
       from document d join document_link k on k.document_id = d.id where d.kind = 'message' group by d.id order by d.number`,
    ),
  ).toEqual([
    {
      name: '864.edi · M12',
      number: 'M12',
      day: '2024-03-13',
      lines: [['Chargeback notice', 'Chargeback 881204 for invoice 90000881, PO 45008.']],
      links: 'claim 881204, invoice 90000881, po 45008',
    },
    expect.objectContaining({ name: '864.edi · M13', links: 'invoice 90000857' }),
  ])
})

test('an 867 reports what was sold on; a line without a quantity is kept for correction', async () => {
  const set = [
    '867',
    'BPT*00*REP9*20240131',
    'N1*DB*Dealer Alder*91*700001',
    'PTD*SD',
    'DTM*003*20240115',
    'QTY*32*5*EA',
    'LIN**VN*SC-10',
    'UIT*EA*10.00',
  ]
  await takeTwice('867', set, 1)
  expect(
    await database.query(
      `select number, location, transfer, sold_on::text as day, quantity::text, price_micros::text as price, amount_minor::text as amount, item_id is not null as known from sales_report`,
    ),
  ).toEqual([
    {
      number: 'REP9',
      location: '700001',
      transfer: 'SD',
      day: '2024-01-15',
      quantity: '5',
      price: '10000000',
      amount: '5000',
      known: true,
    },
  ])
  const broken = [...set.slice(0, 5), 'LIN**VN*SC-10', 'PTD*SD', 'QTY*32*2*EA', 'LIN**VN*CH-20']
  expect(await takeFile('edi/R01/867-b.edi', buildX12([broken]))).toMatchObject({
    rows: { read: 2, accepted: 1, rejected: 1 },
    findings: [{ field: 'QTY02', code: 'quantity-unreadable' }],
  })
})

test('the papers of an order show its load, what became of our documents, and the notes about it', async () => {
  const chain = await findOrderChain(specialist, 'R01', '45008')
  const shown = (step: string) => chain?.links.filter((link) => link.step === step).map(({ number, note }) => `${number}: ${note}`)
  expect(shown('load-tender')).toEqual([])
  expect(shown('acknowledgement')).toEqual(['90000881: 810 accepted', '90000881: 810 rejected 007 Price missing'])
  expect(shown('message')).toEqual(['864.edi · M12: Chargeback notice'])
  expect((await findOrderChain(specialist, 'R01', '45007'))?.links.map(({ step, number }) => [step, number])).toEqual([
    ['load-tender', 'L7702'],
  ])
})
