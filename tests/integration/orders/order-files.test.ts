import { buildX12 } from '@tests/factories/build-x12'
import { specialist } from '@tests/factories/people'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { undoBatch } from '@/features/file-intake/commands/undo-batch'
import { closeReaders } from '@/features/file-intake/imports/reader-pool'
import { checkOrders } from '@/features/orders/commands/check-orders'
import { useTestDatabase } from '../database'
import { takeFile, takeMasterData } from '../take-file'

// What is wrong with an order comes as a file and ends on somebody's worklist, by the same path as in the office.
vi.stubEnv('RECOUP_TODAY', '2024-03-13')
const database = await useTestDatabase()
beforeAll(async () => {
  await takeMasterData()
  await takeFile('master/price_conditions_us01.csv', PRICES)
  await takeFile('master/agreements.csv', AGREEMENTS)
  await takeFile('master/agreement_materials.csv', AGREEMENT_MATERIALS)
})
afterAll(closeReaders)

let serial = 0
beforeEach(() => {
  serial += 1
})
const po = () => `45100${String(serial).padStart(2, '0')}`
const CHARGER = 'VN*CH-20'
const SCOOTER = 'VN*SC-10'

const takeSets = (name: string, ...sets: string[][]) => takeFile(`edi/R01/${name}-${serial}.edi`, buildX12(sets))
const order = (...lines: string[]) => [
  '850',
  `BEG*00*SA*${po()}**20240312`,
  'DTM*010*20240318',
  'DTM*001*20240330',
  'ITD*08*3*2**10**45',
  ...lines,
]
const change = (...lines: string[]) => ['860', `BCH*04*SA*${po()}***20240312*****20240312`, ...lines]

/** What the check found about the order of this test: kind, line, figures and the team that has it. */
async function found(number = po()): Promise<string[]> {
  await checkOrders(specialist, {})
  const rows = await database.query<{ text: string }>(
    `select concat_ws(' ', kind, nullif(line, ''), coalesce(expected, '–') || ' / ' || coalesce(actual, '–'), owner_team) as text
     from order_exception where po_number = $1 and state = 'open' order by kind, line`,
    [number],
  )
  return rows.map(({ text }) => text)
}

describe('a file that brings', () => {
  test.each([
    ['an unknown item', ['PO1*1*12*EA*40.00**VN*NOBODY-1'], ['unknown-item 1 – / NOBODY-1 item-master']],
    ['a unit without factor', [`PO1*1*12*KG*40.00**${CHARGER}`], ['unit 1 – / KG item-master']],
    ['a negative quantity', [`PO1*1*-12*EA*40.00**${CHARGER}`], ['quantity 1 – / -12 order-management']],
    [
      'an article with two prices on one day',
      [`PO1*1*2*EA*300.00**${SCOOTER}`],
      ['two-prices 1 300.00 / 310.00 / 300.00 order-management'],
    ],
    ['another currency', ['CUR*BY*EUR', `PO1*1*12*EA*40.00**${CHARGER}`], ['currency USD / EUR finance']],
    [
      'an allowance of another rate',
      [`PO1*1*12*EA*40.00**${CHARGER}`, 'SAC*A*C310***4000********A1'],
      ['allowance 1 4800 / 4000 order-management'],
    ],
    [
      'an allowance for the whole order that nobody agreed',
      ['SAC*A*F800***1000', `PO1*1*12*EA*40.00**${CHARGER}`, 'SAC*A*C310****Z*10'],
      ['allowance 0 / 1000 order-management'],
    ],
  ])('%s ends on the worklist of who can put it right', async (_name, lines, expected) => {
    const report = await takeSets('order', order(...lines))
    expect(report).toMatchObject({ status: 'done', rows: { accepted: 1, rejected: 0 } })
    expect(await found()).toEqual(expected)
  })

  test('a delivery without an order, told to logistics', async () => {
    const report = await takeFile('sap/vl06o_20240312.csv', DELIVERY)
    expect(report).toMatchObject({ rows: { accepted: 1, rejected: 0 } })
    expect(await found('NOPO77')).toEqual(['delivery-without-order – / 80070001 logistics'])
  })

  test('a change before its order, which closes by itself when the order comes', async () => {
    await takeSets('change', change(`POC*1*QI*24*12*EA*40.00**${CHARGER}`))
    expect(await found()).toEqual([`change-without-order 1 – / ${po()} order-management`])
    await takeSets('order', order(`PO1*1*12*EA*40.00**${CHARGER}`, 'SAC*A*C310****Z*10'))
    expect(await found()).toEqual([])
  })
})

describe('a line that a change adds', () => {
  const lines = () =>
    database.query(
      `select l.line, l.quantity_first::int as first, l.quantity::int as now, l.price_micros::text as price, l.item_id is not null as known
       from order_line_now l where l.po_number = $1 order by l.line_no`,
      [po()],
    )
  const FIRST = { line: '1', first: 12, now: 12, price: '40000000', known: true }

  test('is checked like any other, whichever of the two files came first, and goes with its import', async () => {
    const added = await takeSets('change', change(`POC*2*AI*7**EA*39.00**${CHARGER}`, 'PO4*12'))
    await takeSets('order', order(`PO1*1*12*EA*40.00**${CHARGER}`, 'SAC*A*C310****Z*10'))
    expect(await lines()).toEqual([FIRST, { line: '2', first: 0, now: 7, price: '39000000', known: true }])
    expect(await found()).toContain('price 2 40.00 / 39.00 order-management')
    // The same order in other words, and the order again: the added line stays once.
    await takeSets('resent', order(`PO1*1*13*EA*40.00**${CHARGER}`, 'SAC*A*C310****Z*10'))
    expect(await lines()).toMatchObject([{ now: 13 }, { line: '2', now: 7 }])
    await undoBatch(specialist, { batchId: added.id })
    expect(await lines()).toMatchObject([{ line: '1', now: 13 }])
  })

  test('that names no article stays unclear', async () => {
    await takeSets('order', order(`PO1*1*12*EA*40.00**${CHARGER}`, 'SAC*A*C310****Z*10'))
    await takeSets('change', change('POC*3*AI*7**EA*39.00'))
    expect(await lines()).toEqual([FIRST])
    expect(await found()).toEqual(['change-unclear 3 – / AI order-management'])
  })

  test('of another article on a line that is taken stays unclear', async () => {
    await takeSets('order', order(`PO1*1*12*EA*40.00**${CHARGER}`, 'SAC*A*C310****Z*10'))
    await takeSets('change', change(`POC*1*AI*12**EA*40.00**${SCOOTER}`))
    expect(await found()).toContain('change-unclear 1 – / AI order-management')
  })
})

const PRICES = `customer,material,valid_from,valid_to,price,currency,created_on
0000500001,000000000005000002,2024-01-01,2024-12-31,40.00,USD,2023-12-01
0000500001,000000000005000001,2024-01-01,2024-12-31,300.00,USD,2023-12-01
0000500001,000000000005000001,2024-03-01,2024-12-31,310.00,USD,2024-02-01
`
const AGREEMENTS = `agreement,customer,kind,family,valid_from,valid_to,percent,unit_limit_per_order_line,claim_days_after_drop,text
A1,R01,promotion,CH,2024-03-01,2024-03-31,10,,,spring
`
const AGREEMENT_MATERIALS = `agreement,material
A1,000000000005000002
`
const DELIVERY = `Delivery;Item;Planned goods issue;Actual goods issue;Goods issue status;Ship-to party;Sales document;Material;Delivery quantity;Sales unit;Customer reference
80070001;10;12.03.2024;12.03.2024;C;0000600001;;000000000005000002;12;ST;NOPO77
`
