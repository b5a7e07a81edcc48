import { describe, expect, test } from 'vitest'
import { LIST_SHAPES } from '@/features/file-intake/imports/list-readers'
import { readCsv } from '../csv/read-csv'
import { asLongTable } from '../table'
import { compareTitles, titleParts } from './compare-titles'
import type { KnownShares } from './judge-values'
import { type KindProposal, proposeKinds } from './propose-columns'
import { surveyTable } from './survey-table'

const proposals = async (text: string, known: ReadonlyMap<string, KnownShares> = new Map()): Promise<KindProposal[]> =>
  proposeKinds((await surveyTable(asLongTable(readCsv(text)))).columns, LIST_SHAPES, known)
const propose = async (text: string, known?: ReadonlyMap<string, KnownShares>): Promise<KindProposal> =>
  (await proposals(text, known))[0] ?? { kind: '', score: 0, columns: [] }
const meanings = (proposal: KindProposal) => Object.fromEntries(proposal.columns.map(({ key, field }) => [key, field]))

describe('columns proposed by their titles', () => {
  test('in English, of a portal nobody has seen', async () => {
    const proposal = await propose(
      'Debit Note,Issued On,Violation Code,Narrative,Purchase Order Number,Penalty Amount,Ccy\nDN-40001,2026-10-01,LATE,Arrived after the window,4500118,150.00,USD\nDN-40002,2026-10-02,ASN,Notice came late to us,4500119,75.00,USD\n',
    )
    expect(proposal.kind).toBe('portal-claims')
    expect(meanings(proposal)).toEqual({
      debitnote: 'claimNumber',
      issuedon: 'claimedOn',
      violationcode: 'code',
      narrative: 'codeText',
      purchaseordernumber: 'poNumber',
      penaltyamount: 'amountMinor',
      ccy: 'currency',
    })
  })

  test('in Chinese', async () => {
    const proposal = await propose(
      '罚款单号,生成日期,费用类型,扣款说明,采购订单号,门店编号,扣款总额,币别\nFK-20001,2026/10/01,延迟,到货晚于预约时间三天,4500118,7001,150.00,CNY\nFK-20002,2026/10/02,短少,收货数量少于发票数量,4500119,7002,80.50,CNY\n',
    )
    expect(proposal.kind).toBe('portal-claims')
    expect(meanings(proposal)).toEqual({
      罚款单号: 'claimNumber',
      生成日期: 'claimedOn',
      费用类型: 'code',
      扣款说明: 'codeText',
      采购订单号: 'poNumber',
      门店编号: 'site',
      扣款总额: 'amountMinor',
      币别: 'currency',
    })
  })

  test('in German, with abbreviations', async () => {
    const proposal = await propose(
      'Belastungs-Nr;Buchungsdatum;Grund-Code;Begründung;Bestell-Nr;Fehlmenge;Belastungsbetrag;Whg\nB-10001;01.10.2026;F1;Ware fehlte bei Annahme;4500118;12;1.250,00;EUR\nB-10002;02.10.2026;F2;Lieferung kam zu spät an;4500119;3;80,50;EUR\n',
    )
    expect(proposal.kind).toBe('portal-claims')
    expect(meanings(proposal)).toEqual({
      belastungsnr: 'claimNumber',
      buchungsdatum: 'claimedOn',
      grundcode: 'code',
      begründung: 'codeText',
      bestellnr: 'poNumber',
      fehlmenge: 'quantity',
      belastungsbetrag: 'amountMinor',
      whg: 'currency',
    })
  })

  test('that are only like known ones, with the title they are like', async () => {
    const proposal = await propose('Chargebk Nbr,Deduct. Amt,Vendor Inv.,Rsn Cd\nCB-10001,150.00,90417733,A1\nCB-10002,75.25,90417734,A2\n')
    expect(proposal.columns.find(({ field }) => field === 'amountMinor')).toMatchObject({ key: 'deductamt', likeTitle: 'Deduction Amount' })
    expect(proposal.columns.find(({ field }) => field === 'amountMinor')?.because).toContain('similar-title')
    const alike = (a: string, b: string) => compareTitles(titleParts(a), titleParts(b))
    expect(alike('Deduct. Amt', 'Deduction Amount')).toBeGreaterThan(0.8)
    expect(alike('Colour', 'Deduction Amount')).toBeLessThan(0.3)
  })
})

describe('columns proposed by their values', () => {
  test('a column of dates is no claim number whatever its title says', async () => {
    const proposal = await propose('Claim,Reason,Amount\n2026-10-01,Short,12.00\n2026-10-02,Late,13.00\n')
    expect(proposal.columns.find(({ key }) => key === 'claim')?.field).not.toBe('claimNumber')
  })

  test('without titles that say anything: what our orders know, currencies, the only amount', async () => {
    const text = 'Spalte A,Spalte B,Spalte C,Spalte D\nV-100001,4500118,12.50,USD\nV-100002,4500119,13.00,EUR\nV-100003,4500120,11.00,USD\n'
    const known = new Map([['spalteb', { 'purchase-order': 100 }]])
    const claims = (await proposals(text, known)).find(({ kind }) => kind === 'portal-claims')
    expect(meanings(claims ?? { kind: '', score: 0, columns: [] })).toEqual({
      spaltea: 'claimNumber',
      spalteb: 'poNumber',
      spaltec: 'amountMinor',
      spalted: 'currency',
    })
    expect(claims?.columns.find(({ field }) => field === 'poNumber')).toMatchObject({ because: ['known'], confidence: 90 })
  })

  test('values that our invoices know outweigh a title that says order', async () => {
    const text = 'Claim No,Order,Amount\nCB-10001,90417733,12.50\nCB-10002,90417734,13.00\n'
    expect(meanings(await propose(text, new Map([['order', { invoice: 100 }]])))['order']).toBe('invoiceNumber')
  })
})

describe('the kind proposed', () => {
  test.each([
    [
      'receipts',
      'GR Number,Receiving Date,Purchase Order No,DC Number,Qty Rec\nR-1,2026-10-01,4500118,7001,12\nR-2,2026-10-02,4500119,7001,4\n',
    ],
    [
      'orders',
      'Bestell-Nr;Auftragsdatum;Artikel-Nr;Menge;Einzelpreis;Wunschtermin\n4500118;01.10.2026;PW-771;12;19,90;15.10.2026\n4500119;02.10.2026;PW-772;3;9,90;16.10.2026\n',
    ],
    [
      'remittance-table',
      '付款编号,打款日期,发票单号,发票金额,现金折扣,实付金额\nP1,2026-10-01,90417733,100.00,2.00,98.00\nP1,2026-10-01,90417734,50.00,1.00,49.00\n',
    ],
    ['stock-report', 'Inventory Date,Store No,Barcode,Stock\n2026-10-01,7001,036000291452,12\n2026-10-01,7002,036000291452,3\n'],
  ])('is %s', async (kind, text) => {
    expect((await propose(text)).kind).toBe(kind)
  })
})
