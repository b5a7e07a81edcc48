import { asCalendarDate, type CalendarDate } from '@/core/calendar-date'
import type { DeliveryFacts, PaperFacts, ReceiptFacts } from '@/features/deductions/rules/shipment-facts'
import { HEADPHONES } from './articles'

const day = (text: string): CalendarDate => asCalendarDate(text)

export function buildDelivery(changes: Partial<DeliveryFacts> = {}): DeliveryFacts {
  return {
    id: 'delivery',
    number: '80021177',
    plannedIssueOn: day('2026-03-10'),
    issuedOn: day('2026-03-10'),
    issueStatus: 'C',
    bol: '08600040000000051',
    carrier: 'NRTL',
    pro: '302786171',
    cartons: 20,
    plant: '2000',
    position: 'row 7',
    lines: [{ line: '20', itemId: HEADPHONES, quantity: 120n, position: 'row 7' }],
    ...changes,
  }
}

function buildPaper(changes: Partial<PaperFacts>): PaperFacts {
  return {
    documentId: 'paper',
    kind: 'proof-of-delivery',
    fileName: 'POD_302786171.pdf',
    number: '302786171',
    isRead: true,
    waitsForReading: false,
    cartonsPrinted: null,
    piecesShipped: null,
    piecesReceived: null,
    countBy: null,
    freightTerms: null,
    isSigned: true,
    isStamped: true,
    exceptions: null,
    signedOn: day('2026-03-13'),
    citations: {},
    ...changes,
  }
}

export function buildProofOfDelivery(changes: Partial<PaperFacts> = {}): PaperFacts {
  return buildPaper({ documentId: 'pod', piecesShipped: 20, piecesReceived: 20, ...changes })
}

export function buildBillOfLading(changes: Partial<PaperFacts> = {}): PaperFacts {
  return buildPaper({
    documentId: 'bol',
    kind: 'bill-of-lading',
    fileName: 'BOL_51.pdf',
    number: null,
    cartonsPrinted: 20,
    piecesShipped: 20,
    countBy: 'driver',
    ...changes,
  })
}

export function buildReceipt(received: bigint, changes: Partial<ReceiptFacts> = {}): ReceiptFacts {
  return {
    id: 'receipt',
    number: 'R1',
    receivedOn: day('2026-03-13'),
    purpose: 'first',
    isOnThisOrder: true,
    isOnThisShipment: true,
    poNumber: '4500118',
    position: 'interchange 1 segment 3',
    lines: [{ line: '2', itemId: HEADPHONES, received, damaged: 0n, position: 'interchange 1 segment 7' }],
    ...changes,
  }
}
