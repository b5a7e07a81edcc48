import { asCalendarDate, type CalendarDate } from '@/core/calendar-date'
import type { SiblingFacts } from '@/features/deductions/rules/sibling-facts'
import type { ClaimFacts, DeductionFacts, InvoiceFacts, OrderFacts, ValidityFacts } from '@/features/deductions/rules/validity-facts'
import { HEADPHONES } from './articles'
import { buildBillOfLading, buildDelivery, buildProofOfDelivery } from './build-shipment-facts'

const day = (text: string): CalendarDate => asCalendarDate(text)

/**
 * The facts of one claim: 120 headphones in cases of 6 on 20 cartons, ordered, shipped, billed at 74.50 and signed in full;
 * the customer booked 96 and took 24 × 74.50 = 1,788.00. A test states only what differs.
 */
export function buildFacts(changes: Partial<ValidityFacts> = {}): ValidityFacts {
  return {
    deduction: buildDeduction(),
    customer: {
      id: 'customer',
      code: 'HP',
      netDays: 60,
      discountPpm: 20_000,
      discountDays: 10,
      finePpm: 30_000,
      freightTerms: 'prepaid',
      hasConcealedCode: true,
    },
    claim: buildClaim(),
    invoice: buildInvoice(),
    order: buildOrder(),
    period: null,
    booked: [],
    delivery: buildDelivery(),
    shipNotice: null,
    receipts: [],
    papers: [buildProofOfDelivery(), buildBillOfLading()],
    carrierEvents: [],
    freightBills: [],
    freightTariff: null,
    items: [
      {
        id: HEADPHONES,
        material: '4000105',
        vendorPart: 'HM2-SD',
        description: 'Headphones M2, sand',
        family: 'HP',
        upc: '860004000105',
        innerPack: 2,
        casePack: 6,
      },
    ],
    prices: [
      {
        id: 'price',
        itemId: HEADPHONES,
        validFrom: day('2026-01-01'),
        validTo: day('2026-12-31'),
        priceMicros: 74_500_000n,
        createdOn: day('2025-12-01'),
        position: 'row 2',
      },
    ],
    agreements: [],
    siblings: [],
    bankEntry: { id: 'bank', reference: 'BK1', bookedOn: day('2026-03-20'), position: 'line 3' },
    returnAuthorisations: [],
    returnReceipts: [],
    credits: [],
    stockReports: [],
    mails: [],
    ...changes,
  }
}

export function buildDeduction(changes: Partial<DeductionFacts> = {}): DeductionFacts {
  return {
    id: 'deduction',
    number: 1,
    claimNumber: 'HP-881204',
    claimKey: 'HP881204',
    paymentNumber: '700123',
    takenOn: day('2026-05-20'),
    amountMinor: 178_800n,
    currency: 'USD',
    category: 'shortage',
    reasonCode: '22',
    codeText: 'Carton shortage',
    itemId: HEADPHONES,
    quantity: 24n,
    unitMicros: 74_500_000n,
    partOf: null,
    remittanceLine: null,
    ...changes,
  }
}

export function buildClaim(changes: Partial<ClaimFacts> = {}): ClaimFacts {
  return {
    id: 'claim',
    number: 'HP-881204',
    claimedOn: day('2026-05-01'),
    quantity: 24n,
    unitMicros: 74_500_000n,
    amountMinor: 178_800n,
    receivedQuantity: 96n,
    reference: null,
    position: 'row 5',
    ...changes,
  }
}

export function buildInvoice(changes: Partial<InvoiceFacts> = {}): InvoiceFacts {
  return {
    id: 'invoice',
    number: '90417733',
    numberKey: '90417733',
    invoicedOn: day('2026-03-12'),
    netMinor: 894_000n,
    currency: 'USD',
    position: 'row 10',
    lines: [
      {
        id: 'invoice-line',
        line: '20',
        itemId: HEADPHONES,
        quantity: 120n,
        priceMicros: 74_500_000n,
        allowanceMinor: 0n,
        netMinor: 894_000n,
        agreementNumber: null,
        position: 'row 10',
      },
    ],
    terms: { id: 'sent-1', netDays: 60, discountPpm: 20_000, discountDays: 10, position: 'interchange 1 segment 9' },
    ...changes,
  }
}

export function buildOrder(changes: Partial<OrderFacts> = {}): OrderFacts {
  return {
    id: 'order',
    number: '4500118',
    orderedOn: day('2026-03-01'),
    shipFrom: day('2026-03-08'),
    shipBy: day('2026-03-15'),
    freightTerms: 'prepaid',
    carrier: 'NRTL',
    netDays: 60,
    discountPpm: 20_000,
    discountDays: 10,
    position: 'interchange 1 segment 4',
    lines: [{ line: '2', itemId: HEADPHONES, quantity: 120n, priceMicros: 74_500_000n, pack: 6, position: 'interchange 1 segment 12' }],
    changes: [],
    confirmations: [],
    ...changes,
  }
}

export function buildSibling(changes: Partial<SiblingFacts> = {}): SiblingFacts {
  return {
    id: 'sibling',
    number: 2,
    claimNumber: 'HP-870001',
    claimKey: 'HP870001',
    category: 'shortage',
    reasonCode: '22',
    amountMinor: 178_800n,
    itemId: HEADPHONES,
    quantity: 24n,
    unitMicros: 74_500_000n,
    invoiceKey: '90417733',
    poKey: '4500118',
    reference: null,
    takenOn: day('2026-04-20'),
    claimedOn: day('2026-04-01'),
    position: 'row 3',
    repaid: [],
    ...changes,
  }
}
