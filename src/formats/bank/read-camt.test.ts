import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { inspectCamt } from './inspect-camt'
import { readCamt } from './read-camt'

const ENTRY = `<Ntry><Amt Ccy="EUR">842.08</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts><BookgDt><DtTm>2024-02-18T08:00:00</DtTm></BookgDt><AcctSvcrRef>BK5</AcctSvcrRef>
<NtryDtls><TxDtls><Refs><EndToEndId>ZA1</EndToEndId></Refs><RltdPties><Dbtr><Pty><Nm>H&amp;M Nord</Nm></Pty></Dbtr></RltdPties><RmtInf><Ustrd>Zahlung</Ustrd><Ustrd>ZA1</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>`

function balance(type: string, amount: string, currency = 'EUR', side = 'CRDT'): string {
  return `<Bal><Tp><CdOrPrtry><Cd>${type}</Cd></CdOrPrtry></Tp><Amt Ccy="${currency}">${amount}</Amt><CdtDbtInd>${side}</CdtDbtInd><Dt><Dt>2024-02-18</Dt></Dt></Bal>`
}

function statement(...parts: string[]): string {
  return `<?xml version="1.0" encoding="UTF-8"?><n:Document xmlns:n="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><n:BkToCstmrStmt><Stmt><Id>S0007</Id><Acct><Id><IBAN>DE71</IBAN></Id></Acct>${parts.join('')}</Stmt></n:BkToCstmrStmt></n:Document>`
}

const read = (text: string) => readCamt(Buffer.from(text))

describe('statements', () => {
  it('read with prefixes, nested status and text that looks like a number', () => {
    const file = read(statement(balance('OPBD', '100.00'), balance('CLBD', '942.08'), ENTRY))
    expect(file).toMatchObject({ message: 'camt053', problems: [] })
    expect(file.statements[0]).toMatchObject({
      number: 'S0007',
      account: 'DE71',
      currency: 'EUR',
      day: '2024-02-18',
      opening: '100.00',
      closing: '942.08',
    })
    expect(file.statements[0]?.entries).toEqual([
      expect.objectContaining({
        reference: 'BK5',
        customerReference: 'ZA1',
        day: '2024-02-18',
        amount: '842.08',
        direction: 'credit',
        party: 'H&M Nord',
        text: 'Zahlung ZA1',
        position: 'statement 1 entry 1',
      }),
    ])
  })

  it('read an overdraft as negative and say when they do not balance', () => {
    const { statements, problems } = read(statement(balance('PRCD', '50.00', 'EUR', 'DBIT'), balance('CLBD', '700.00'), ENTRY))
    expect(statements[0]?.opening).toBe('-50.00')
    expect(problems).toEqual([expect.objectContaining({ position: 'statement 1', code: 'total-differs' })])
  })

  it('do not add balances of another currency', () => {
    const { documents, findings } = inspectCamt(Buffer.from(statement(balance('OPBD', '100.00'), balance('CLBD', '700.00', 'SEK'), ENTRY)))
    expect(documents[0]).toMatchObject({ amounts: { opening: '100.00', closing: '700.00' }, balance: null })
    expect(findings).toEqual([])
  })

  it('leave announced bookings out of the turnover', () => {
    const pending = ENTRY.replace('BOOK', 'PDNG')
    expect(inspectCamt(Buffer.from(statement(ENTRY, pending))).documents[0]).toMatchObject({ lines: 2, amounts: { credits: '842.08' } })
  })

  it('keep more than two decimals', () => {
    expect(read(statement(ENTRY.replace('842.08', '8.850'))).statements[0]?.entries[0]?.amount).toBe('8.850')
  })
})

describe('batches', () => {
  it('keep each payment and say when they do not add up to the entry', () => {
    const payment = (id: string, amount: string) =>
      `<TxDtls><Refs><EndToEndId>${id}</EndToEndId></Refs><Amt Ccy="EUR">${amount}</Amt></TxDtls>`
    const batch = `<Ntry><Amt Ccy="EUR">30.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts>BOOK</Sts><NtryDtls>${payment('A', '10.00')}${payment('B', '15.00')}</NtryDtls></Ntry>`
    const { statements, problems } = read(statement(batch))
    expect(statements[0]?.entries[0]?.details.map(({ reference, amount }) => [reference, amount])).toEqual([
      ['A', '10.00'],
      ['B', '15.00'],
    ])
    expect(problems).toEqual([expect.objectContaining({ position: 'statement 1 entry 1', field: 'NtryDtls', code: 'total-differs' })])
  })
})

describe('structured remittance', () => {
  const strd = `<Strd><RfrdDocInf><Tp><CdOrPrtry><Cd>CINV</Cd></CdOrPrtry></Tp><Nb>0090000912</Nb></RfrdDocInf><RfrdDocAmt>
    <DuePyblAmt Ccy="EUR">900.00</DuePyblAmt><DscntApldAmt><Tp><Cd>STDS</Cd></Tp><Amt Ccy="EUR">18.00</Amt></DscntApldAmt>
    <AdjstmntAmtAndRsn><Amt Ccy="EUR">39.92</Amt><CdtDbtInd>DBIT</CdtDbtInd><Rsn>022</Rsn><AddtlInf>short &amp; damaged</AddtlInf></AdjstmntAmtAndRsn>
    <RmtdAmt Ccy="EUR">842.08</RmtdAmt></RfrdDocAmt><AddtlRmtInf>order 4711</AddtlRmtInf></Strd>`

  it('names each document with what was taken off it', () => {
    const text = statement(ENTRY.replace('</RmtInf>', `${strd}</RmtInf>`))
    expect(read(text).statements[0]?.entries[0]?.details[0]?.documents).toEqual([
      {
        number: '0090000912',
        kind: 'invoice',
        due: '900.00',
        discount: '18.00',
        paid: '842.08',
        poNumber: null,
        adjustments: [{ amount: '39.92', direction: 'debit', reason: '022', text: 'short & damaged' }],
        text: 'order 4711',
      },
    ])
    expect(inspectCamt(Buffer.from(text)).documents[0]).toMatchObject({
      references: { invoice: ['0090000912'], trace: ['ZA1'] },
      adjustments: [{ amount: '-39.92', reason: '022', reference: null, appliesTo: '0090000912' }],
    })
  })

  it('reads the flat discount of older versions, credit notes, and adjustments without a document', () => {
    const older = `<Strd><RfrdDocInf><Nb>1</Nb></RfrdDocInf><RfrdDocAmt><DscntApldAmt Ccy="EUR">2.00</DscntApldAmt><CdtNoteAmt Ccy="EUR">0.00</CdtNoteAmt></RfrdDocAmt></Strd>
      <Strd><RfrdDocInf><Nb>CM2</Nb></RfrdDocInf><RfrdDocAmt><CdtNoteAmt Ccy="EUR">5.00</CdtNoteAmt></RfrdDocAmt></Strd>
      <Strd><RfrdDocAmt><AdjstmntAmtAndRsn><Amt Ccy="EUR">1.00</Amt></AdjstmntAmtAndRsn></RfrdDocAmt></Strd>`
    const documents = read(statement(ENTRY.replace('</RmtInf>', `${older}</RmtInf>`))).statements[0]?.entries[0]?.details[0]?.documents
    expect(documents?.map(({ number, kind, discount, paid }) => [number, kind, discount, paid])).toEqual([
      ['1', 'invoice', '2.00', null],
      ['CM2', 'credit-note', null, '5.00'],
      [null, 'invoice', null, null],
    ])
  })

  it('counts statements that have no entries', () => {
    const empty = '<Stmt><Id>S0006</Id></Stmt>'
    const text = statement(ENTRY).replace('<Stmt><Id>S0007', `${empty}<Stmt><Id>S0007`)
    const { statements } = read(text)
    expect(statements.map(({ number, entries }) => [number, entries.length])).toEqual([
      ['S0006', 0],
      ['S0007', 1],
    ])
    expect(statements[1]?.entries[0]?.position).toBe('statement 2 entry 1')
  })
})

describe('files that are not as they should be', () => {
  it.each([
    ['a document type', '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><Document>&b;</Document>', 'doctype-refused'],
    ['another message', '<Document><CstmrCdtTrfInitn/></Document>', 'not-camt'],
    ['a file cut off', statement(ENTRY).slice(0, 300), 'xml-malformed'],
    ['no XML', 'hello', 'xml-malformed'],
  ])('%s is refused with a finding', (_, text, code) => {
    const { documents, findings } = inspectCamt(Buffer.from(text))
    expect(documents).toEqual([])
    expect(findings.map((finding) => finding.code)).toEqual([code])
  })

  it('read Latin-1 when it is declared', () => {
    const text = statement(ENTRY.replace('H&amp;M', 'Müller')).replace('UTF-8', 'ISO-8859-1')
    expect(readCamt(Buffer.from(text, 'latin1')).statements[0]?.entries[0]?.party).toBe('Müller Nord')
  })

  it('never throw on damage', () => {
    const source = statement(balance('OPBD', '100.00'), ENTRY)
    const edit = fc.record({
      at: fc.nat(source.length),
      remove: fc.nat(8),
      insert: fc.constantFrom('', '<', '>', '&', '</Stmt>', 'x', '"', '<Ntry/>'),
    })
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 4 }), (edits) => {
        const text = edits.reduce((current, { at, remove, insert }) => current.slice(0, at) + insert + current.slice(at + remove), source)
        const { documents, findings } = inspectCamt(Buffer.from(text))
        expect(documents.length + findings.length).toBeGreaterThan(0)
      }),
      { numRuns: 300, seed: 53 },
    )
  })
})
