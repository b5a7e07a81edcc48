import type { Day } from './calendar'
import { CUSTOMER_SITES, type Site } from './sites'

/** How a customer sends and receives documents; decides which files the story writes for it. */
export type Habit =
  | 'nested-820'
  | 'marketplace'
  | 'outer-820'
  | 'warehouse-club'
  | 'negative-820'
  | 'grocery'
  | 'cheque-stub'
  | 'edifact'
  | 'chinese'
  | 'advice-text'
  | 'dealers'

export type Customer = {
  id: string
  account: string
  name: string
  /** Spelling for papers that know Latin letters only. */
  latinName: string
  style: string
  habit: Habit
  companyCode: 'US01' | 'DE01' | 'CN01'
  currency: string
  netDays: number
  discountPercent: number
  discountDays: number
  freightTerms: 'prepaid' | 'collect' | 'both'
  finePercent: number
  cycleDays: number
  ediId: string
  ediQualifier: string
  /** Element separator of its X12. */
  separator: '*' | '|'
  /** Network cuts its stream after so many characters; 0 is never. */
  wrapAt: number
  /** X12 sets exchanged; empty for customers without X12. */
  sets: readonly string[]
  /** Price level against the US list, in thousandths of the customer's currency. */
  priceLevel: number
  ordersPerWeek: number
  /** Days on which it pays besides its weekly or fortnightly run. */
  extraPaymentDays: readonly Day[]
  sites: readonly Site[]
}

type Sketch = Partial<Customer> & Pick<Customer, 'id' | 'name' | 'style' | 'habit' | 'ordersPerWeek' | 'netDays'>

function customer(sketch: Sketch): Customer {
  const number = Number(sketch.id.slice(1))
  return {
    account: String(100000 + number).padStart(10, '0'),
    latinName: sketch.name,
    companyCode: 'US01',
    currency: 'USD',
    discountPercent: 0,
    discountDays: 0,
    freightTerms: 'prepaid',
    finePercent: 3,
    cycleDays: 7,
    ediId: `MERCUST${sketch.id.slice(1)}`,
    ediQualifier: number % 2 === 0 ? 'ZZ' : '08',
    separator: '*',
    wrapAt: 0,
    sets: [],
    priceLevel: 1000,
    extraPaymentDays: [],
    sites: CUSTOMER_SITES[sketch.id] ?? [],
    ...sketch,
  }
}

const US_SETS = ['850', '856', '810', '861'] as const

/** The twelve customers of the demo, in the order of their numbers. */
export const CUSTOMERS: readonly Customer[] = [
  customer({
    id: 'C01',
    name: 'Harbor & Pine',
    style: 'walmart',
    habit: 'nested-820',
    ordersPerWeek: 10,
    netDays: 14,
    sets: ['850', '855', '860', '856', '810', '820'],
    extraPaymentDays: [-13, -15, -16],
  }),
  customer({
    id: 'C02',
    name: 'Lantern Row Marketplace',
    style: 'amazon',
    habit: 'marketplace',
    ordersPerWeek: 9,
    netDays: 30,
    discountPercent: 2,
    discountDays: 20,
    freightTerms: 'both',
    priceLevel: 970,
    sets: ['856', '810'],
  }),
  customer({
    id: 'C03',
    name: 'Kestrel Home',
    style: 'bestbuy',
    habit: 'outer-820',
    ordersPerWeek: 8,
    netDays: 30,
    sets: [...US_SETS, '855', '820', '852'],
    extraPaymentDays: [-35, -28, -26, -16, -12],
  }),
  customer({
    id: 'C04',
    name: 'Cinder Lane',
    style: 'target',
    habit: 'outer-820',
    ordersPerWeek: 7,
    netDays: 30,
    finePercent: 5,
    freightTerms: 'collect',
    sets: [...US_SETS, '860', '820'],
    extraPaymentDays: [-24, -23, -12],
  }),
  customer({
    id: 'C05',
    name: 'Blue Mesa Markets',
    style: 'costco',
    habit: 'warehouse-club',
    ordersPerWeek: 7,
    netDays: 20,
    discountPercent: 1,
    discountDays: 10,
    finePercent: 5,
    sets: US_SETS,
    extraPaymentDays: [-36, -32, -27, -19],
  }),
  customer({
    id: 'C06',
    name: 'Oak & Gale',
    style: 'homedepot',
    habit: 'negative-820',
    ordersPerWeek: 6,
    netDays: 30,
    freightTerms: 'both',
    sets: [...US_SETS, '855', '820'],
    extraPaymentDays: [-48, -42, -36, -24, -10],
  }),
  customer({
    id: 'C07',
    name: 'Fennel & Rye Grocers',
    style: 'grocery',
    habit: 'grocery',
    ordersPerWeek: 6,
    netDays: 30,
    discountPercent: 2,
    discountDays: 10,
    priceLevel: 990,
    sets: [...US_SETS, '860', '812', '820'],
  }),
  customer({
    id: 'C08',
    name: 'Tern & Co. Canada',
    style: 'regional',
    habit: 'cheque-stub',
    ordersPerWeek: 6,
    netDays: 30,
    currency: 'CAD',
    priceLevel: 1370,
    separator: '|',
    wrapAt: 80,
    sets: US_SETS,
    extraPaymentDays: [-33, -28, -26, -18],
  }),
  customer({
    id: 'C09',
    name: 'Nordlicht Elektromarkt',
    style: 'german',
    habit: 'edifact',
    ordersPerWeek: 4,
    netDays: 30,
    companyCode: 'DE01',
    currency: 'EUR',
    priceLevel: 920,
    discountPercent: 3,
    discountDays: 14,
  }),
  customer({
    id: 'C10',
    name: '云帆优选商城',
    latinName: 'Yunfan Select Mall',
    style: 'chinese',
    habit: 'chinese',
    ordersPerWeek: 4,
    netDays: 30,
    companyCode: 'CN01',
    currency: 'CNY',
    priceLevel: 7150,
  }),
  customer({
    id: 'C11',
    name: 'Halyard Distribution',
    style: 'distributor',
    habit: 'advice-text',
    ordersPerWeek: 3,
    netDays: 30,
    cycleDays: 14,
    priceLevel: 900,
  }),
  customer({ id: 'C12', name: 'Main Street Dealers', style: 'dealers', habit: 'dealers', ordersPerWeek: 4, netDays: 15, priceLevel: 1080 }),
]

/** A payer: the customer itself, or one of the dealers grouped under C12. */
export type Payer = { account: string; name: string }

export const DEALERS: readonly Payer[] = [
  'Corner Wheel, Ashford',
  'Volt & Spoke, Dunmore',
  'Riverside Scooters, Elkton',
  'The Battery Barn, Fallon',
  'City Glide, Galena',
  'Pedal House, Harlan',
  'Gadget Pantry, Ironton',
  'Two Wheels Up, Juniper',
].map((name, index) => ({ account: String(300000 + index).padStart(10, '0'), name }))
