import { type Cents, cents, times } from './amounts'
import { withCheckDigit } from './items'

export type Carrier = {
  scac: string
  name: string
  proDigits: number
  /** True when its status messages state the cartons delivered. */
  countsPieces: boolean
  baseFreight: Cents
  freightPerCarton: Cents
  /** The carrier's habit of naming its delivery receipts. */
  receiptName(pro: string, compactDate: string): string
}

export const CARRIERS: readonly Carrier[] = [
  carrier('NRTL', 'Northern Trail Lines', 9, true, '175.00', '3.90', (pro) => `POD_${pro}.pdf`),
  carrier('BLKF', 'Black Fork Freight', 10, true, '175.00', '3.90', (pro, date) => `BLKF_${pro}_${date}.pdf`),
  carrier('SRPX', 'Sierra Parcel Express', 8, false, '175.00', '3.90', (pro) => `DR-${pro}.pdf`),
  carrier('CTLN', 'Cotton Line Carriers', 9, true, '175.00', '3.90', (pro, date) => `${date}-${pro}-delivery-receipt.pdf`),
  carrier('TLSV', 'Tallis Valley Freight', 10, false, '187.75', '4.25', (pro) => `tv${pro}.pdf`),
]

/** Freight of a delivery by the tariff: base plus cartons times rate. */
export function freightOf(by: Carrier, cartons: number): Cents {
  return by.baseFreight + times(by.freightPerCarton, cartons)
}

/** The supplier of the story. */
export const OWN = {
  name: 'Meridian Mobility',
  ediId: 'MERIDIANUS',
  vendorNumber: '558120',
  gln: withCheckDigit('086005120001'),
  companyPrefix: '8600512',
  plants: [
    { id: '1000', name: 'Reno DC', city: 'Reno', region: 'NV' },
    { id: '2000', name: 'Memphis DC', city: 'Memphis', region: 'TN' },
  ],
} as const
export type Plant = (typeof OWN.plants)[number]

function carrier(
  scac: string,
  name: string,
  proDigits: number,
  countsPieces: boolean,
  base: string,
  perCarton: string,
  receiptName: Carrier['receiptName'],
): Carrier {
  return { scac, name, proDigits, countsPieces, baseFreight: cents(base), freightPerCarton: cents(perCarton), receiptName }
}
