import { buildIdoc, flatRecord, idocSegment as segment } from '@tests/factories/build-idoc'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { inspectFile } from '@/formats/inspect-file'
import type { Format } from '@/formats/inspection'
import type { JsonValue, ReadFile } from '@/formats/staged-row'
import { FORMAT_READERS } from './readers'

const eaches = { amount: 2, unitOfMeasure: 'Cases', unitSize: 4 }
const STRD =
  '<Strd><RfrdDocInf><Nb>90000912</Nb></RfrdDocInf><RfrdDocAmt><DuePyblAmt Ccy="EUR">900.00</DuePyblAmt><AdjstmntAmtAndRsn><Amt Ccy="EUR">57.92</Amt><CdtDbtInd>DBIT</CdtDbtInd><Rsn>022</Rsn></AdjstmntAmtAndRsn></RfrdDocAmt></Strd>'

/** A small file of each format, by which the mutations start. */
const SEEDS: readonly [Format, string][] = [
  [
    'bai2',
    '01,BANK,US,240117,0600,17,80,,2/\n02,US,BANK,1,240117,0600,USD,2/\n03,4450,USD,010,+0000,,,015,307944,,/\n16,142,307944,D,1,0,307944,BK1,9133,SHOP 12/34, INV 7\n88,EREF: PAY-77\n88,REMI: 90000912 LESS 16,142\n49,615888,5/\n98,615888,1,7/\n99,615888,1,9/\n',
  ],
  [
    'mt940',
    ':20:VR1\r\n:25:6222\r\n:28C:312/1\r\n:60F:C240312EUR1000,\r\n:61:2403120313C23,5NTRFFK58//BK17\r\n:86:051?00TRANSFER?20Invoice 9001?32SHOP\r\n:61:2402300301RD6,NMSCNONREF\r\n:62F:C240312EUR1029,50\r\n-\r\n',
  ],
  [
    'camt054',
    `<?xml version="1.0"?><Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.054.001.08"><BkToCstmrDbtCdtNtfctn><Ntfctn><Id>N1</Id><Ntry><Amt Ccy="EUR">842.08</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>2024-02-18</Dt></BookgDt><NtryDtls><TxDtls><Refs><EndToEndId>ZA1</EndToEndId></Refs><Amt Ccy="EUR">842.08</Amt><RmtInf>${STRD}</RmtInf></TxDtls></NtryDtls></Ntry></Ntfctn></BkToCstmrDbtCdtNtfctn></Document>`,
  ],
  [
    'lockbox',
    `100031001234 1220999990240312 0830\n20310012341220999990          080\n50010000068751240312\n600100100000980000210000210001234567000000471\n4001001601990000912        00001000000000002000022\n70010000068751240312001${'98000'.padStart(10, '0')}\n9000007\n`,
  ],
  [
    'idoc-xml',
    buildIdoc(
      'INVOIC',
      {},
      segment('E1EDK01', { CURCY: 'EUR', BELNR: '0090001542' }),
      segment('E1EDKA1', { PARVW: 'AG', PARTN: '0000500001' }),
      segment(
        'E1EDP01',
        { POSEX: '10', MENGE: '2' },
        segment('E1EDP05', { ALCKZ: '-', BETRG: '1.00' }),
        segment('E1EDP19', { QUALF: '002', IDTNR: 'ES-0100' }),
        segment('E1EDP26', { QUALF: '003', BETRG: '79.50-' }),
      ),
      segment('E1EDS01', { SUMID: '010', SUMME: '79.50' }),
    ),
  ],
  [
    'idoc-flat',
    [
      flatRecord('EDI_DC40', [13, '0000000000813429'], [35, '2'], [99, 'ORDERS'], [378, '20250326']),
      flatRecord('E2EDK01005', [4, 'USD'], [83, '4500118']),
      flatRecord('E2EDP01007', [0, '10'], [11, '2000.000'], [54, '12.50'], [69, '1000'], [78, '25.00']),
    ].join('\n'),
  ],
  [
    'odata-json',
    JSON.stringify({
      d: {
        results: [
          {
            SalesOrder: '1',
            SoldToParty: '5',
            TransactionCurrency: 'EUR',
            SalesOrderDate: '/Date(1742947200000)/',
            to_Item: { results: [{ SalesOrderItem: '10', Material: 'M', RequestedQuantity: '2', NetAmount: '10.00' }] },
          },
        ],
      },
    }),
  ],
  [
    'amazon-json',
    JSON.stringify({
      payload: {
        ordersStatus: [
          {
            purchaseOrderNumber: '2P',
            itemStatus: [
              {
                itemSequenceNumber: '1',
                orderedQuantity: { orderedQuantity: eaches },
                acknowledgementStatus: { confirmationStatus: 'ACCEPTED', acceptedQuantity: eaches },
                receivingStatus: { receivedQuantity: eaches, lastReceiveDate: '2024-03-12T00:00:00Z' },
              },
            ],
          },
        ],
      },
    }),
  ],
  [
    'amazon-json',
    JSON.stringify({
      invoices: [
        { id: '9', remitToParty: {}, invoiceTotal: { amount: '10.00', currencyCode: 'USD' }, items: [{ invoicedQuantity: eaches }] },
      ],
    }),
  ],
]

const PIECES = [
  '',
  ',',
  '/',
  '\n',
  '\r\n',
  '88,',
  '16,142,1,S',
  '49,',
  ':61:',
  ':86:',
  '-',
  '?20',
  '{4:',
  '<',
  '>',
  '</Ntry>',
  '&amp;',
  '"',
  '{',
  '}',
  '[',
  ']',
  ':',
  'null',
  '0',
  '9'.repeat(40),
  '-1',
  '\u0000',
  '\ufeff',
  'ä',
  '金额',
  ' '.repeat(70),
  'é'.repeat(3),
]

const mutation = fc.record({ at: fc.nat(), remove: fc.nat(12), insert: fc.constantFrom(...PIECES) })

function mutated(text: string, edits: readonly { at: number; remove: number; insert: string }[]): string {
  return edits.reduce((current, { at, remove, insert }) => {
    const place = at % (current.length + 1)
    return current.slice(0, place) + insert + current.slice(place + remove)
  }, text)
}

describe('readers of files that strangers send', () => {
  it.each(SEEDS.map(([format, text], index) => [`${format} (${index + 1})`, format, text] as const))(
    '%s never breaks, keeps only what can be kept, and says something about every file',
    async (_, format, text) => {
      await fc.assert(
        fc.asyncProperty(fc.array(mutation, { maxLength: 5 }), async (edits) => {
          const bytes = Buffer.from(mutated(text, edits))
          const read = await FORMAT_READERS[format]?.({ path: 'bank/x', bytes })
          if (read) {
            expect(saidOf(read)).toBeGreaterThan(0)
            for (const row of read.rows) checkValues(row.values)
            for (const { problem } of read.rejected) expect(problem.code).toMatch(/^[a-z0-9/-]+$/)
          }
        }),
        { numRuns: 150, seed: 20_261_128 },
      )
    },
  )

  it('whole files are inspected whatever they hold', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...SEEDS), fc.array(mutation, { maxLength: 8 }), async ([, text], edits) => {
        const inspection = await inspectFile('x', Buffer.from(mutated(text, edits)))
        expect(inspection.documents.length + inspection.tables.length + inspection.findings.length).toBeGreaterThan(0)
      }),
      { numRuns: 200, seed: 28 },
    )
  })
})

/** Nothing may vanish: a file yields rows, rows kept for correction, blanks, findings, or waits. */
function saidOf({ rows, rejected, blank, problems, waiting }: ReadFile): number {
  return rows.length + rejected.length + blank + problems.length + (waiting === undefined ? 0 : 1)
}

/** Money is whole minor units, days are days, whatever the file said. */
function checkValues(value: JsonValue): void {
  if (Array.isArray(value)) return value.forEach(checkValues)
  if (value === null || typeof value !== 'object') return
  for (const [name, inner] of Object.entries(value)) {
    if (/(?:Minor|Micros)$/.test(name) && inner !== null) expect(inner).toMatch(/^-?\d{1,17}$/)
    if (/On$/.test(name) && inner !== null) expect(inner).toMatch(/^\d{4}-\d{2}-\d{2}$/)
    checkValues(inner)
  }
}
