import { ITEM, record, type StagedSample } from './staged-sample'
import { TRADE_SAMPLES } from './staged-trade'

/** A sample of every kind that has a committer, in their order: each finds its customer, article or agreement in the ones before it. */
export const STAGED_SAMPLES: readonly StagedSample[] = [
  record(
    'customer',
    'customer',
    {
      code: 'K01',
      name: 'Kingston Stores',
      companyCode: 'US01',
      currency: 'USD',
      netDays: 45,
      accountNumber: '0000500001',
      ediId: 'KINGSTON',
    },
    { netDays: 60 },
  ),
  record(
    'customer-account',
    'customer_account',
    { accountNumber: '0000700001', name: 'Kingston East', parent: 'K01' },
    { name: 'Kingston Far East' },
  ),
  record(
    'ship-to',
    'ship_to',
    { shipToAccount: '0000600001', number: '7001', name: 'DC 7001', city: 'Elm City', gln: '0078701700107' },
    { city: 'Oak City' },
  ),
  record(
    'item',
    'item',
    { material: ITEM, vendorPart: 'SC-10', description: 'Scooter', upc: '860009000017', casePack: 2 },
    { casePack: 4 },
  ),
  record('customer-item', 'customer_item', { material: ITEM, customerItem: 'PW-771', upc: '860009000017' }, { customerItem: 'PW-779' }),
  record(
    'price-condition',
    'price_condition',
    { material: ITEM, account: '0000500001', validFrom: '2026-01-01', validTo: '2026-12-31', priceMicros: 19_990_000, currency: 'USD' },
    { priceMicros: 18_990_000 },
  ),
  record(
    'agreement',
    'agreement',
    { number: 'AG-1', kind: 'off-invoice', family: 'SC', validFrom: '2026-01-01', validTo: '2026-03-31', ratePpm: 50_000 },
    { ratePpm: 60_000 },
  ),
  { ...record('agreement-item', 'agreement_item', { agreement: 'AG-1', material: ITEM }, {}), changed: null },
  record('reason-code', 'reason_code', { code: '22', x12Code: '59', text: 'Shortage' }, { text: 'Short shipped' }),
  record('dispute-window', 'dispute_window', { type: 'shortage', days: 90, anchor: 'payment' }, { days: 60 }),
  record('freight-tariff', 'freight_tariff', { carrier: 'EXLA', baseMinor: 12_000, perCartonMinor: 150 }, { baseMinor: 13_000 }),
  ...TRADE_SAMPLES,
]
