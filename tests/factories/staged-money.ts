import { fact, record, type StagedSample } from './staged-sample'

const paid = {
  kind: 'invoice',
  reference: '90000152',
  grossMinor: 10_000,
  discountMinor: 0,
  paidMinor: 8_800,
  deductedMinor: 1_200,
  claimNumber: '7700123',
  isNetted: false,
  position: 'row 2',
}

/** Claims, payments, bookings and ledger items of the same order. */
export const MONEY_SAMPLES: readonly StagedSample[] = [
  {
    ...fact('portal-claim', 'portal_claim', {
      claimNumber: '7700123',
      claimedOn: '2026-03-01',
      code: '22',
      poNumber: '4500001',
      invoiceNumber: '90000152',
      vendorPart: 'SC-10',
      quantity: 1,
      amountMinor: 1_200,
      source: 'portal',
    }),
    changed: { amountMinor: 1_300 },
  },
  record(
    'remittance',
    'remittance',
    {
      account: '0000500001',
      number: 'PAY-1',
      paidOn: '2026-03-10',
      totalMinor: 8_800,
      computedMinor: 8_800,
      source: 'x12-820',
      lines: [paid],
    },
    { lines: [paid, { ...paid, reference: '90000153', claimNumber: '7700124' }] },
  ),
  fact('bank-entry', 'bank_entry', {
    reference: 'B-1',
    account: '1',
    bookedOn: '2026-03-10',
    currency: 'USD',
    amountMinor: 8_800,
    text: 'PAY-1',
    paymentNumbers: ['PAY-1'],
  }),
  {
    ...fact('ledger-item', 'ledger_item', {
      account: '0000500001',
      documentNumber: '1400001',
      kind: 'DZ',
      postingKey: '06',
      assignment: '7700123',
      reference: '90000152',
      documentOn: '2026-03-10',
      amountMinor: 1_200,
      currency: 'USD',
    }),
    changed: { clearingNumber: '1500001', clearedOn: '2026-03-20' },
  },
]
