import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { finished } from 'node:stream/promises'
import { seededInteger } from './make-remittance'

const TITLES =
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
  const random = seededInteger(seed)
  const out = createWriteStream(path)
  out.write(`${preamble}${TITLES}\r\n`)
  let netCents = 0
  let block: string[] = []
  for (let line = 0; line < lines; line += 1) {
    const { text, cents } = orderLine(line, random)
    netCents += cents
    block.push(text)
    if (block.length < 2_000 && line < lines - 1) continue
    if (!out.write(`${block.join('\r\n')}\r\n`)) await once(out, 'drain')
    block = []
  }
  out.end()
  await finished(out)
  return { lines, netCents }
}

function orderLine(line: number, random: (below: number) => number): { text: string; cents: number } {
  const order = 11_000_000 + Math.floor(line / LINES_PER_ORDER)
  const item = ((line % LINES_PER_ORDER) + 1) * 10
  const quantity = 1 + random(480)
  const priceCents = 199 + random(90_000)
  const cents = quantity * priceCents
  const account = 100_000 + (order % ORDER_LIST_ACCOUNTS)
  const day = `2026-${two(1 + (order % 9))}-${two(1 + (order % 28))}`
  const po = order % 9 === 0 ? `"PO ""${order}"", rev. 2"` : `4500${order}`
  const shipTo = random(10) === 0 ? '' : String(200_000 + (account % 97))
  const cells = [order, item, day, po, account, shipTo, `M${10_000 + random(ORDER_LIST_MATERIALS)}`, quantity, 'EA']
  return { text: [...cells, money(priceCents), money(cents), 'USD', day, TERMS[order % TERMS.length], 'C'].join(','), cents }
}

function money(cents: number): string {
  const text = `${Math.trunc(cents / 100).toLocaleString('en')}.${two(cents % 100)}`
  return text.includes(',') ? `"${text}"` : text
}

function two(value: number): string {
  return String(value).padStart(2, '0')
}
