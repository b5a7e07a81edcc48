import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { finished } from 'node:stream/promises'

const LINES_PER_SET = 400

/** Small linear generator, so that the same seed makes the same file everywhere. Source: Numerical Recipes, LCG. */
export function seededInteger(seed: number): (below: number) => number {
  let state = seed >>> 0
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state % below
  }
}

/**
 * Writes an invented 820 of about `bytes` bytes: remittances of 400 lines with references and nested deductions.
 * Returns what it paid, in cents, and over how many lines: what a reader must find.
 */
export async function makeRemittance(path: string, bytes: number, seed: number): Promise<{ paidCents: number; lines: number }> {
  const random = seededInteger(seed)
  const out = createWriteStream(path)
  let written = 0
  const write = async (text: string) => {
    written += text.length
    if (!out.write(text)) await once(out, 'drain')
  }
  await write(
    'ISA*00*          *00*          *08*RETAILER       *ZZ*SUPPLIER       *240312*1345*U*00401*000000395*0*P*>~\n' +
      'GS*RA*RETAILER*SUPPLIER*20240312*1345*395*X*004010~\n',
  )
  let sets = 0
  let paidCents = 0
  while (written < bytes) {
    sets += 1
    const { text, totalCents } = remittance(sets, random)
    paidCents += totalCents
    await write(text)
  }
  await write(`GE*${sets}*395~\nIEA*1*000000395~\n`)
  out.end()
  await finished(out)
  return { paidCents, lines: sets * LINES_PER_SET }
}

function remittance(number: number, random: (below: number) => number): { text: string; totalCents: number } {
  const control = String(number).padStart(4, '0')
  const segments = [`ST*820*${control}`, '', `TRN*3*${4_000_000 + number}`, 'CUR*PR*USD', 'N1*PR*RETAILER*UL*0078700000000', 'ENT*1']
  let total = 0
  for (let line = 0; line < LINES_PER_SET; line += 1) {
    const gross = 10_000 + random(900_000)
    const withheld = line % 8 === 0 ? random(5_000) : 0
    const invoice = 90_000_000 + random(9_999_999)
    total += gross - withheld
    segments.push(`RMR*IV*${invoice}*PO*${cents(gross - withheld)}*${cents(gross)}`, `REF*DP*${String(random(100)).padStart(5, '0')}`)
    segments.push(
      `REF*PO*${1_000_000_000 + random(999_999_999)}`,
      `REF*ST*00787${String(random(99_999_999)).padStart(8, '0')}`,
      'DTM*003*20240106',
    )
    if (withheld > 0) segments.push(`ADX*-${cents(withheld)}*59*CM*${invoice}`, 'REF*6O*022', `REF*MC*${random(999_999_999)}`)
  }
  segments[1] = `BPR*I*${cents(total)}*C*CHK************20240312*VEN`
  segments.push(`SE*${segments.length + 1}*${control}`)
  return { text: `${segments.join('~\n')}~\n`, totalCents: total }
}

function cents(amount: number): string {
  return `${Math.trunc(amount / 100)}.${String(amount % 100).padStart(2, '0')}`
}
