import { buildX12 } from '@tests/factories/build-x12'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { closeReaders } from '@/features/file-intake/imports/reader-pool'
import { useTestDatabase } from '../database'
import { takeFile, takeMasterData } from '../take-file'
import { takeTwice } from '../take-twice'

const database = await useTestDatabase()
beforeAll(async () => void (await takeMasterData()))
afterAll(closeReaders)

describe('grocery sets', () => {
  test('an order of cases becomes a purchase order', async () => {
    const set = [
      '875',
      'G50*N*20240312*G45118',
      'G62*02*20240320',
      'G66*CC',
      'N1*ST*Pinewood DC 7001*92*7001',
      'G68*10*CA*240.00**VN*CH-20',
      'G70*12',
    ]
    await takeTwice('875', set, 1)
    expect(
      await database.query(
        `select o.freight_terms as terms, o.ship_by::text as by, o.ship_to_number as site, l.quantity::text, l.unit, l.pack, l.price_micros::text as price
         from purchase_order o join purchase_order_line l on l.purchase_order_id = o.id where o.number = 'G45118'`,
      ),
    ).toEqual([{ terms: 'collect', by: '2024-03-20', site: '7001', quantity: '10', unit: 'CA', pack: 12, price: '240000000' }])
  })

  test('an invoice and a direct-store delivery are invoices we sent; a return takes its money back', async () => {
    await takeTwice(
      '880',
      ['880', 'G01*20240312*90000880**G45118', 'G23*01*3***2**10**30', 'G17*10*CA*10.00**VN*CH-20', 'G72*97*02***-.50', 'G33*9500'],
      1,
    )
    const delivery = ['894', 'G82*D*90000894*925123*7001*925485**20240310', 'G83*1*12*EA**VN*CH-20**1.50', 'G84*12*1800']
    await takeTwice('894', delivery, 2)
    const back = ['894', 'G82*C*90000895*925123*7001*925485**20240310', 'G83*1*2*EA**VN*CH-20**1.50', 'G84*2*300']
    await takeTwice('894-back', back, 1)
    expect(
      await database.query(
        `select v.number, v.total_minor::text as total, v.net_days as net, l.quantity::text, l.allowance_minor::text as allowance, l.item_id is not null as known,
           (select sum(n.quantity)::text from ship_notice s join ship_notice_line n on n.ship_notice_id = s.id where s.number = v.number) as shipped
         from sent_invoice v join sent_invoice_line l on l.sent_invoice_id = v.id where v.number in ('90000880', '90000894', '90000895') order by v.number`,
      ),
    ).toEqual([
      { number: '90000880', total: '9500', net: 30, quantity: '10', allowance: '500', known: true, shipped: null },
      { number: '90000894', total: '1800', net: null, quantity: '12', allowance: '0', known: true, shipped: '12' },
      { number: '90000895', total: '-300', net: null, quantity: '-2', allowance: '0', known: true, shipped: null },
    ])
  })
})

test('a set nobody reads is named when the others of its file are taken over', async () => {
  const order = ['850', 'BEG*00*SA*45999**20240310', 'PO1*1*12*EA*3.61**VN*CH-20']
  const report = await takeFile('edi/R01/mixed.edi', buildX12([order, ['940', 'W05*N*9*8'], ['940', 'W05*N*8*8']]))
  expect(report).toMatchObject({ status: 'done', rows: { accepted: 1 }, findings: [{ field: 'ST01', code: 'set-not-read' }] })
  expect(await takeFile('edi/R01/940.edi', buildX12([['940', 'W05*N*9*8']]))).toMatchObject({ status: 'waiting', kind: 'x12-940' })
})
