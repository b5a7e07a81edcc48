import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { finished } from 'node:stream/promises'
import { seededInteger } from './make-remittance'

export const TITLES =
  'Sales Doc.,Item,Doc. Date,Purchase Order No.,Sold-to,Ship-to,Material,Order Qty,SU,Net Price,Net Value,Curr.,Req.Dlv.Dt,PayT,OvSt'
const TERMS = ['N30', 'N60', 'ZB2', '2/10 N45'] as const
const LINES_PER_ORDER = 8

export const ORDER_LIST_ACCOUNTS = 40
export const ORDER_LIST_MATERIALS = 500

/** What the list says in sum: what a reader must find. */
export type OrderListTruth = { lines: number; netCents: number }

/**
 * Writes an invented SAP VA05 list of so many order lines as CSV: amounts with thousands in quotes, texts with quotes and
 * commas, blank cells. Lines above the titles make the same orders come in other bytes.
 */
export async function makeOrderList(path: string, lines: number, seed: number, preamble = ''): Promise<OrderListTruth> {
  const out = createWriteStream(path)
  out.write(`${preamble}${TITLES}\r\n`)
  const truth = { lines, netCents: 0 }
  let block: string[] = []
  for (const cells of orderLines(lines, seed, truth)) {
    block.push(cells.map(quoted).join(','))
    if (block.length < 2_000) continue
    if (!out.write(`${block.join('\r\n')}\r\n`)) await once(out, 'drain')
    block = []
  }
  out.end(block.length === 0 ? '' : `${block.join('\r\n')}\r\n`)
  await finished(out)
  return truth
}

function quoted(cell: string): string {
  return /[",]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
}

/** The cells of invented order lines; what they say in sum is added to `truth`. */
export function* orderLines(lines: number, seed: number, truth: OrderListTruth = { lines: 0, netCents: 0 }): Generator<string[]> {
  const random = seededInteger(seed)
  for (let line = 0; line < lines; line += 1) {
    const { cells, cents } = orderLine(line, random)
    truth.netCents += cents
    yield cells
  }
}

function orderLine(line: number, random: (below: number) => number): { cells: string[]; cents: number } {
  const order = 11_000_000 + Math.floor(line / LINES_PER_ORDER)
  const item = ((line % LINES_PER_ORDER) + 1) * 10
  const quantity = 1 + random(480)
  const priceCents = 199 + random(90_000)
  const cents = quantity * priceCents
  const account = 100_000 + (order % ORDER_LIST_ACCOUNTS)
  const day = `2026-${two(1 + (order % 9))}-${two(1 + (order % 28))}`
  const po = order % 9 === 0 ? `PO "${order}", rev. 2` : `4500${order}`
  const shipTo = random(10) === 0 ? '' : String(200_000 + (account % 97))
  const cells = [order, item, day, po, account, shipTo, `M${10_000 + random(ORDER_LIST_MATERIALS)}`, quantity, 'EA'].map(String)
  return { cells: [...cells, money(priceCents), money(cents), 'USD', day, TERMS[order % TERMS.length] ?? '', 'C'], cents }
}

function money(cents: number): string {
  return `${Math.trunc(cents / 100).toLocaleString('en')}.${two(cents % 100)}`
}

function two(value: number): string {
  return String(value).padStart(2, '0')
}
