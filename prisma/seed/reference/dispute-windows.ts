/**
 * How long each demo customer accepts a dispute, counted from an anchor day. Last day = anchor + days.
 * `payment` is the day of the remittance, `invoice` the invoice date, `invoiceDue` the invoice date plus net days.
 * Windows of real retailers differ by source and change; that is why each row carries its source, the month it was
 * checked and how sure we are.
 */
export type DisputeWindow = {
  readonly customer: string
  /** Category of deductions the row is for, or 'default'. */
  readonly type: string
  readonly days: number
  readonly anchor: 'payment' | 'invoice' | 'invoiceDue'
  readonly source: string
  readonly confidence: 'stated by the customer' | 'two sources agree' | 'one source' | 'assumed'
}

const GUIDE = 'vendor guide of the customer, payments chapter'
const AGREEMENT = 'vendor agreement, claims clause'

export const DISPUTE_WINDOWS: readonly DisputeWindow[] = [
  { customer: 'C01', type: 'default', days: 28, anchor: 'payment', source: GUIDE, confidence: 'stated by the customer' },
  { customer: 'C01', type: 'shortage', days: 14, anchor: 'payment', source: GUIDE, confidence: 'stated by the customer' },
  { customer: 'C01', type: 'returns', days: 21, anchor: 'payment', source: GUIDE, confidence: 'stated by the customer' },
  {
    customer: 'C02',
    type: 'default',
    days: 90,
    anchor: 'payment',
    source: 'marketplace help pages, disputes',
    confidence: 'two sources agree',
  },
  {
    customer: 'C02',
    type: 'shortage',
    days: 40,
    anchor: 'invoiceDue',
    source: 'marketplace help pages, shortage claims',
    confidence: 'two sources agree',
  },
  {
    customer: 'C02',
    type: 'compliance',
    days: 30,
    anchor: 'payment',
    source: 'marketplace help pages, chargebacks',
    confidence: 'stated by the customer',
  },
  { customer: 'C03', type: 'default', days: 45, anchor: 'payment', source: AGREEMENT, confidence: 'one source' },
  { customer: 'C03', type: 'price', days: 30, anchor: 'payment', source: AGREEMENT, confidence: 'one source' },
  { customer: 'C03', type: 'shortage', days: 30, anchor: 'payment', source: AGREEMENT, confidence: 'one source' },
  {
    customer: 'C03',
    type: 'shortage',
    days: 45,
    anchor: 'payment',
    source: 'help pages of the portal, shortage claims',
    confidence: 'one source',
  },
  { customer: 'C04', type: 'default', days: 30, anchor: 'payment', source: GUIDE, confidence: 'stated by the customer' },
  { customer: 'C04', type: 'returns', days: 60, anchor: 'payment', source: GUIDE, confidence: 'one source' },
  { customer: 'C05', type: 'default', days: 45, anchor: 'payment', source: GUIDE, confidence: 'stated by the customer' },
  { customer: 'C05', type: 'shortage', days: 30, anchor: 'payment', source: GUIDE, confidence: 'stated by the customer' },
  { customer: 'C05', type: 'compliance', days: 30, anchor: 'payment', source: GUIDE, confidence: 'stated by the customer' },
  { customer: 'C06', type: 'default', days: 45, anchor: 'payment', source: AGREEMENT, confidence: 'stated by the customer' },
  { customer: 'C07', type: 'default', days: 60, anchor: 'payment', source: GUIDE, confidence: 'two sources agree' },
  { customer: 'C07', type: 'price', days: 45, anchor: 'payment', source: 'mail of the category office', confidence: 'one source' },
  { customer: 'C08', type: 'default', days: 30, anchor: 'payment', source: AGREEMENT, confidence: 'stated by the customer' },
  {
    customer: 'C09',
    type: 'default',
    days: 60,
    anchor: 'payment',
    source: 'Rahmenvertrag, Ziffer 9 Belastungen',
    confidence: 'stated by the customer',
  },
  { customer: 'C10', type: 'default', days: 45, anchor: 'payment', source: '供应商手册，结算章节', confidence: 'stated by the customer' },
  {
    customer: 'C11',
    type: 'default',
    days: 60,
    anchor: 'payment',
    source: 'distribution agreement, section 12',
    confidence: 'stated by the customer',
  },
  { customer: 'C12', type: 'default', days: 60, anchor: 'payment', source: 'our general terms, no other agreement', confidence: 'assumed' },
]
