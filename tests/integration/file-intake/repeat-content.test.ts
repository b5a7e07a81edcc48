import { Workbook } from 'exceljs'
import fc from 'fast-check'
import iconv from 'iconv-lite'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { closeReaders } from '@/features/file-intake/imports/reader-pool'
import { useTestDatabase } from '../database'
import { takeFile, takeMasterData } from '../take-file'

const database = await useTestDatabase()
beforeAll(async () => void (await takeMasterData()))
afterAll(closeReaders)

type Claim = { number: string; on: string; code: string; text: string; po: string; quantity: string; amount: string }
type Column = keyof Claim

const claimsOf = (prefix: string, text: string, count = 6): Claim[] =>
  Array.from({ length: count }, (_, at) => ({
    number: `${prefix}-${at + 1}`,
    on: `2024-03-${String(14 + at).padStart(2, '0')}`,
    code: 'SHT',
    text: `${text} ${at + 1}`,
    po: `45002${at}`,
    quantity: String(at + 1),
    amount: `${at + 1}2.50`,
  }))
const ENGLISH: Record<Column, string> = {
  number: 'Claim Number',
  on: 'Claim Date',
  code: 'Deduction Code',
  text: 'Code Description',
  po: 'PO Number',
  quantity: 'Claim Qty',
  amount: 'Claim Amount',
}
const COLUMNS = Object.keys(ENGLISH) as Column[]
const TURNED: Column[] = ['amount', 'po', 'text', 'number', 'quantity', 'code', 'on']

const csv = (claims: readonly Claim[], columns: readonly Column[] = COLUMNS, separator = ',', end = '\n') =>
  [columns.map((column) => ENGLISH[column]), ...claims.map((claim) => columns.map((column) => claim[column]))]
    .map((cells) => cells.join(separator) + end)
    .join('')

async function xlsx(claims: readonly Claim[]): Promise<Uint8Array> {
  const workbook = new Workbook()
  const sheet = workbook.addWorksheet('Claims')
  sheet.addRow(COLUMNS.map((column) => ENGLISH[column]))
  for (const { on, quantity, amount, ...claim } of claims)
    sheet.addRow([claim.number, new Date(`${on}T00:00:00Z`), claim.code, claim.text, claim.po, Number(quantity), Number(amount)])
  return Buffer.from(await workbook.xlsx.writeBuffer())
}

const stored = (prefix: string) =>
  database.query<Record<string, unknown>>(
    `select claim_number, claimed_on::text, code, code_text, po_key, quantity::text, amount_minor::text, occurrence from portal_claim
     where claim_number like $1 order by claim_number, occurrence`,
    [`${prefix}-%`],
  )

test('the same claims as CSV, as workbook, in other column order, with other separators and line ends add nothing', async () => {
  const claims = claimsOf('S', 'Carton shortage')
  expect(await takeFile('portal/R01/first.csv', csv(claims))).toMatchObject({ status: 'done', rows: { accepted: 6 } })
  const before = await stored('S')
  const copies: [string, string | Uint8Array][] = [
    ['claims.xlsx', await xlsx(claims)],
    ['turned.csv', csv(claims, TURNED)],
    ['semicolons.csv', csv(claims, COLUMNS, ';', '\r\n')],
    ['tabs.txt', csv(claims, TURNED, '\t', '\r')],
    ['mark.csv', `\ufeff${csv(claims)}`],
  ]
  for (const [name, content] of copies)
    expect([name, (await takeFile(`portal/R01/${name}`, content)).rows]).toMatchObject([name, { accepted: 0, duplicate: 6, rejected: 0 }])
  expect(await stored('S')).toEqual(before)
})

test.each([
  ['G', '短装 纸箱数量不足，仓库实收少于发货', ['gb18030', 'utf16-le', 'utf16-be']],
  ['B', '短裝 紙箱數量不足，倉庫實收少於出貨', ['big5', 'utf16-le']],
  ['J', '数量不足のため差し引きます。倉庫の検品による', ['shift_jis', 'utf16-le']],
  ['W', 'Fehlmenge für Größe „groß“, Rückgabe geprüft', ['win1252', 'utf16-be']],
])('words of claims %s come out right in every encoding, and the same claims add nothing', async (prefix, words, encodings) => {
  const text = csv(claimsOf(prefix, words.replaceAll(',', ' '), 8))
  expect(await takeFile(`portal/R01/${prefix}.csv`, text)).toMatchObject({ status: 'done', rows: { accepted: 8 } })
  const before = await stored(prefix)
  expect(before[0]).toMatchObject({ code_text: `${words.replaceAll(',', ' ')} 1` })
  for (const encoding of encodings) {
    const addBOM = encoding.startsWith('utf16')
    const copy = await takeFile(`portal/R01/${prefix}-${encoding}.csv`, iconv.encode(text, encoding, { addBOM }))
    expect([encoding, copy.rows]).toMatchObject([encoding, { accepted: 0, duplicate: 8, rejected: 0 }])
  }
  expect(await stored(prefix)).toEqual(before)
})

test('files that overlap, split and shuffled in any way, come to the same end state', { timeout: 240_000 }, async () => {
  let run = 0
  const claims = claimsOf('X', 'Carton shortage', 12)
  const range = fc.tuple(fc.nat(11), fc.nat(11)).map(([a, b]) => [Math.min(a, b), Math.max(a, b) + 1] as const)
  await fc.assert(
    fc.asyncProperty(fc.array(range, { minLength: 1, maxLength: 4 }), fc.boolean(), async (ranges, isTurned) => {
      run += 1
      const own = claims.map((claim) => ({ ...claim, number: `X${run}-${claim.number}` }))
      // Whatever the pieces leave out comes last, so that all of it has come.
      const pieces = [...ranges.map(([from, to]) => own.slice(from, to)), own]
      for (const [at, piece] of pieces.entries()) {
        const rows = at % 2 === 1 ? [...piece].reverse() : piece
        const report = await takeFile(`portal/R01/x${run}-${at}.csv`, csv(rows, isTurned ? TURNED : COLUMNS))
        expect(report.rows.accepted + report.rows.duplicate).toBe(report.rows.read)
        expect(report.rows).toMatchObject({ rejected: 0 })
      }
      const end = await stored(`X${run}`)
      expect(end.map((row) => [row['claim_number'], row['amount_minor'], row['occurrence']])).toEqual(
        own.map(({ number, amount }) => [number, amount.replace('.', ''), 1]).sort((a, b) => (String(a[0]) < String(b[0]) ? -1 : 1)),
      )
    }),
    { numRuns: 6 },
  )
})
