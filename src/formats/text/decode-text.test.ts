import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { decodeText } from './decode-text'
import type { Encoding } from './encoding'

const GUESSES: readonly [string, Encoding][] = [
  ['请求交货日期,付款条件', 'GB18030'],
  ['客户,金额\r\n上海,12', 'GB18030'],
  ['金额', 'GB18030'],
  ['订单号,数量\r\nA1,3\r\n', 'GB18030'],
  ['請求交貨日期,付款條件,客戶名稱', 'Big5'],
  ['請求書番号,金額,カタカナ,ひらがな', 'Shift_JIS'],
  ['株式会社', 'Shift_JIS'],
  ['Gültig ab;Währung', 'windows-1252'],
  ['Preis €;Stück', 'windows-1252'],
  ['Müller & Söhne – “Laden”', 'windows-1252'],
  ['café', 'windows-1252'],
  ['Größe;Übergröße;Straße', 'windows-1252'],
  ['Währg;1,00\r\nÄÖÜ', 'windows-1252'],
  ['Voltride’s “best” price', 'windows-1252'],
]

describe('decoding a file', () => {
  it.each(GUESSES)('%j without any mark is recognised as %s', (text, encoding) => {
    const decoded = decodeText(iconv.encode(text, encoding))
    expect(decoded).toMatchObject({ text, encoding })
  })

  it('trusts a byte-order mark and takes it off', () => {
    expect(decodeText(Buffer.from('\ufeffpo,qty', 'utf8'))).toEqual({ text: 'po,qty', encoding: 'UTF-8', sure: true })
    expect(decodeText(iconv.encode('项目\t10', 'utf-16le', { addBOM: true }))).toEqual({
      text: '项目\t10',
      encoding: 'UTF-16LE',
      sure: true,
    })
    expect(decodeText(iconv.encode('项目\t10', 'utf-16be', { addBOM: true }))).toEqual({
      text: '项目\t10',
      encoding: 'UTF-16BE',
      sure: true,
    })
  })

  it('sees UTF-16 without a mark by its zero bytes', () => {
    expect(decodeText(iconv.encode('交货单\t10\t2024-01-05\r\n', 'utf-16le'))).toMatchObject({
      text: '交货单\t10\t2024-01-05\r\n',
      encoding: 'UTF-16LE',
    })
  })

  it('calls plain English ASCII and is sure of it', () => {
    expect(decodeText(Buffer.from('PO,Qty\r\n1,2\r\n'))).toEqual({ text: 'PO,Qty\r\n1,2\r\n', encoding: 'ASCII', sure: true })
  })

  it('keeps UTF-8 when the file was cut in the middle of a character', () => {
    const bytes = Buffer.from('订单号,数量,单价,金额', 'utf8')
    expect(decodeText(bytes.subarray(0, bytes.length - 1))).toMatchObject({ encoding: 'UTF-8', sure: false })
  })

  it('prefers what this source used last time to a guess', () => {
    const bytes = iconv.encode('株式会社', 'Shift_JIS')
    expect(decodeText(bytes, 'Big5')).toMatchObject({ encoding: 'Big5', sure: true })
  })

  it('shows the euro sign, apostrophe and dash of Windows files', () => {
    expect(decodeText(Buffer.from([0x80, 0x20, 0x92, 0x20, 0x96]), 'windows-1252').text).toBe('€ ’ –')
  })

  it('never throws on any bytes', () => {
    let seed = 7
    for (let round = 0; round < 200; round++) {
      const bytes = new Uint8Array(round).map(() => (seed = (seed * 1103515245 + 12345) & 0x7fffffff) >> 8)
      expect(typeof decodeText(bytes).text).toBe('string')
    }
  })
})
