import { nameTestActor } from '@tests/factories/records'
import type { TestDatabase } from '@tests/integration/database'
import type { Row } from '@tests/integration/file-intake/stage-rows'

/** Articles every trading test sells, with their pack. */
const ARTICLES = [
  ['SC-10', 2],
  ['CH-20', 12],
  ['HP-30', 6],
  ['CB-40', 24],
] as const

export async function insertArticles(database: TestDatabase): Promise<void> {
  await nameTestActor(database)
  for (const [part, pack] of ARTICLES) {
    await database.query(
      `insert into item (material, material_key, vendor_part, description, case_pack) values ($1, comparison_key($1), $2, $2, $3)`,
      [`M${part}`, part, pack],
    )
  }
}

export type Line = { line?: string; article?: number; quantity?: number; price?: number; unit?: string }
export type Order = { customer: string; number: string; lines?: readonly Line[]; on?: string; shipBy?: string; netDays?: number }

const partOf = (line: Line) => ARTICLES[line.article ?? 0]?.[0] ?? 'SC-10'
const micros = (line: Line) => Math.round((line.price ?? 10) * 1_000_000)
const LINES: readonly Line[] = [{ quantity: 24 }, { quantity: 48, article: 1, price: 20 }]

/** The customer's order as its reader stages it. */
export function orderRow({ customer, number, lines = LINES, on = '2026-03-02', shipBy = '2099-12-31', netDays = 30 }: Order): Row {
  return {
    kind: 'purchase-order',
    values: {
      customer,
      number,
      orderedOn: on,
      shipBy,
      netDays,
      currency: 'USD',
      source: 'x12-850',
      lines: lines.map((line, index) => ({
        line: line.line ?? String(index + 1),
        customerItem: null,
        upc: null,
        vendorPart: partOf(line),
        quantity: line.quantity ?? 24,
        unit: line.unit ?? 'EA',
        priceMicros: micros(line),
        pack: 1,
        position: `row ${index + 1}`,
      })),
    },
  }
}

/** The lines of SAP's order list; items count in tens. */
export function salesRows({ customer, number, lines = LINES, on = '2026-03-02', sales }: Order & { sales: string }): Row[] {
  return lines.map((line, index) => ({
    kind: 'sales-order-line',
    values: {
      customer,
      account: '500001',
      number: sales,
      line: line.line ?? String((index + 1) * 10),
      orderedOn: on,
      poNumber: number,
      material: `M${partOf(line)}`,
      quantity: line.quantity ?? 24,
      unit: line.unit ?? 'EA',
      priceMicros: micros(line),
      netMinor: Math.round((line.price ?? 10) * 100 * (line.quantity ?? 24)),
      currency: 'USD',
      requestedOn: '2099-12-31',
      terms: 'N30',
    },
  }))
}

type Shipment = Order & { sales: string; delivery: string; bol?: string; issuedOn?: string }

export function deliveryRows({ customer, number, lines = LINES, sales, delivery, bol, issuedOn = '2026-03-05' }: Shipment): Row[] {
  return lines.map((line, index) => ({
    kind: 'delivery-line',
    values: {
      customer,
      number: delivery,
      line: line.line ?? String((index + 1) * 10),
      salesOrder: sales,
      poNumber: number,
      material: `M${partOf(line)}`,
      quantity: line.quantity ?? 24,
      unit: 'EA',
      issuedOn,
      issueStatus: 'C',
      bol: bol ?? null,
    },
  }))
}

export function noticeRow({ customer, number, lines = LINES, delivery, bol }: Order & { delivery: string; bol?: string }): Row {
  return {
    kind: 'ship-notice',
    values: {
      customer,
      number: delivery,
      sentAt: '2026-03-05T10:00',
      shippedOn: '2026-03-05',
      bol: bol ?? null,
      lines: lines.map((line, index) => ({
        poNumber: number,
        line: String(index + 1),
        upc: null,
        vendorPart: partOf(line),
        quantity: line.quantity ?? 24,
        unit: 'EA',
        position: `row ${index + 1}`,
      })),
    },
  }
}

export function receiptRow({ customer, number, lines = LINES, receipt, bol }: Order & { receipt: string; bol?: string }): Row {
  return {
    kind: 'receipt',
    values: {
      customer,
      number: receipt,
      receivedOn: '2026-03-09',
      purpose: 'first',
      poNumber: number,
      bol: bol ?? null,
      source: 'x12-861',
      lines: lines.map((line, index) => ({
        line: String(index + 1),
        customerItem: null,
        upc: null,
        vendorPart: partOf(line),
        received: line.quantity ?? 24,
        damaged: 0,
        position: `row ${index + 1}`,
      })),
    },
  }
}

type Bill = Shipment & { invoice: string }

export function invoiceRows({ customer, number, lines = LINES, sales, delivery, invoice }: Bill): Row[] {
  return lines.map((line, index) => ({
    kind: 'invoice',
    values: {
      customer,
      number: invoice,
      line: line.line ?? String((index + 1) * 10),
      account: '500001',
      invoicedOn: '2026-03-06',
      currency: 'USD',
      poNumber: number,
      delivery,
      salesOrder: sales,
      material: `M${partOf(line)}`,
      quantity: line.quantity ?? 24,
      priceMicros: micros(line),
      netMinor: Math.round((line.price ?? 10) * 100 * (line.quantity ?? 24)),
    },
  }))
}
