import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildX12 } from '@tests/factories/build-x12'
import { Workbook } from 'exceljs'
import { afterAll, expect, test } from 'vitest'
import { PartFolder } from './part-folder'
import { readContent } from './read-content'
import { RowSink } from './row-sink'

const folder = mkdtempSync(join(tmpdir(), 'recoup-cut-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const CUTS = 50

async function read(bytes: Uint8Array) {
  const storedAt = join(folder, 'cut')
  writeFileSync(storedAt, bytes)
  let rows = ''
  const sink = new RowSink(
    '00000000-0000-7000-8000-000000000009',
    (text) => void (rows += text),
    async () => undefined,
  )
  const content = await readContent(storedAt, 'edi/R01/cut', sink, {
    around: [],
    parts: new PartFolder(join(folder, 'parts')),
    lockboxProfiles: [],
  })
  sink.flush()
  return { ...content, rows: rows.split('\n').filter((line) => line !== ''), accepted: sink.rows, rejected: sink.rejected }
}

const order = (number: string) => ['850', `BEG*00*SA*${number}**20240301`, 'PO1*1*12*EA*19.99**UP*0860004000013', 'CTT*1']
const edifact = `UNB+UNOC:3+A+B+240301:1200+1'UNH+1+ORDERS:D:96A:UN'BGM+220+4711+9'DTM+137:20240301:102'LIN+1++4000001:EN'QTY+21:5'UNS+S'UNT+7+1'UNZ+1+1'`
const csv = `Claim Number,Claim Date,Deduction Code,Claim Amount\n${Array.from({ length: 30 }, (_, at) => `C-${at},2024-03-14,24,1${at}.00\n`).join('')}`
const bai2 =
  '01,BANK,US,240117,0600,17,80,,2/\n02,US,BANK,1,240117,0600,USD,2/\n03,4450,USD,010,+0000,,,015,307944,,/\n16,142,307944,D,1,0,307944,BK1,9133,SHOP/\n49,615888,3/\n98,615888,1,5/\n99,615888,1,7/\n'
const mt940 =
  ':20:VR1\r\n:25:6222\r\n:28C:312/1\r\n:60F:C240312EUR1000,\r\n:61:2403120313C23,5NTRFFK58//BK17\r\n:86:051?00TRANSFER?20Invoice 9001\r\n:62F:C240312EUR1023,50\r\n-\r\n'
const camt = `<?xml version="1.0"?><Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt><Stmt><Id>N1</Id><Ntry><Amt Ccy="EUR">842.08</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>2024-02-18</Dt></BookgDt></Ntry></Stmt></BkToCstmrStmt></Document>`
const json = JSON.stringify({
  d: { results: [{ SalesOrder: '1', SoldToParty: '5', TransactionCurrency: 'EUR', to_Item: { results: [] } }] },
})
const idoc = `<?xml version="1.0"?><ORDERS05><IDOC BEGIN="1"><EDI_DC40 SEGMENT="1"><MESTYP>ORDERS</MESTYP></EDI_DC40><E1EDK01 SEGMENT="1"><BELNR>4500118</BELNR></E1EDK01></IDOC></ORDERS05>`
const eml = `From: a@example.test\r\nTo: b@example.test\r\nSubject: Remittance\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary="X"\r\n\r\n--X\r\nContent-Type: text/plain\r\n\r\nPlease find attached.\r\n--X\r\nContent-Type: text/csv; name="claims.csv"\r\nContent-Disposition: attachment; filename="claims.csv"\r\n\r\n${csv.replaceAll('\n', '\r\n')}--X--\r\n`

async function xlsx(): Promise<Uint8Array> {
  const workbook = new Workbook()
  const sheet = workbook.addWorksheet('Claims')
  for (const line of csv.trim().split('\n')) sheet.addRow(line.split(','))
  return Buffer.from(await workbook.xlsx.writeBuffer())
}
const pdf = () =>
  Buffer.from(
    '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj\nxref\n0 4\n0000000000 65535 f \ntrailer<</Size 4/Root 1 0 R>>\nstartxref\n160\n%%EOF',
  )

/** Formats that say where they end: cut anywhere before, something is said about it. */
const ENDING: ReadonlySet<string> = new Set(['x12', 'edifact', 'camt', 'json', 'idoc', 'xlsx'])

test.each([
  ['x12', async () => Buffer.from(buildX12([order('4500001'), order('4500002'), order('4500003')]))],
  ['edifact', async () => Buffer.from(edifact)],
  ['csv', async () => Buffer.from(csv)],
  ['bai2', async () => Buffer.from(bai2)],
  ['mt940', async () => Buffer.from(mt940)],
  ['camt', async () => Buffer.from(camt)],
  ['json', async () => Buffer.from(json)],
  ['idoc', async () => Buffer.from(idoc)],
  ['eml', async () => Buffer.from(eml)],
  ['pdf', async () => pdf()],
  ['xlsx', xlsx],
] as const)(
  '%s cut off at fifty places never breaks and keeps its good rows; where the format says its end, the cut is said',
  { timeout: 60_000 },
  async (name, make) => {
    const bytes = await make()
    const whole = await read(bytes)
    for (let cut = 1; cut <= CUTS; cut++) {
      const at = Math.floor((bytes.length * cut) / (CUTS + 1))
      const part = await read(bytes.subarray(0, at))
      expect(part.accepted).toBeLessThanOrEqual(whole.accepted)
      // The last row may be half of one; all before it stand as they did.
      for (const [index, row] of part.rows.slice(0, -1).entries()) expect([at, row]).toEqual([at, whole.rows[index]])
      const isSaid = part.refused !== null || part.waiting !== null || part.problems.length > 0 || part.rejected > 0
      if (ENDING.has(name)) expect([name, at, isSaid]).toEqual([name, at, true])
    }
  },
)
