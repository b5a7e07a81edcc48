import { describe, expect, it } from 'vitest'
import { inspectFile } from '../inspect-file'
import { readEdifact } from './read-edifact'

const ORDER = [
  "UNB+UNOC:3+4000001:14+4000002:14+240110:0830+R77'",
  "UNH+1+ORDERS:D:96A:UN'",
  "BGM+220+45118+9'",
  "DTM+137:20240110:102'",
  "FTX+AAI+++It?'s 5?+5 ??'",
  "NAD+BY+4000001::9++Kaufhaus Groesse'",
  "NAD+DP+4000009::9'",
  "CUX+2:EUR:9'",
  "LIN+1++04000001:SRV'",
  "QTY+21:12:PCE'",
  "PRI+AAA:6.61'",
  "LIN+2++04000002:SRV'",
  "QTY+21:200:PCE'",
  "PRI+AAA:150:::100'",
  "UNS+S'",
  "MOA+86:379.32'",
  "CNT+2:2'",
  "UNT+17+1'",
  "UNZ+1+R77'",
]
const clean = ORDER.join('\n')

/** The same order with characters of its own; nothing of it needs releasing but the terminator of the text. */
function withService([component = ':', element = '+', decimal = '.', release = '?', , terminator = "'"]: string): string {
  const text = ORDER.map((segment) =>
    segment.replace("It?'s 5?+5 ??'", "Its 5 and 5'").replace(/[:+.']/g, (character) => {
      return { ':': component, '+': element, '.': decimal, "'": terminator }[character] ?? character
    }),
  ).join('')
  return `UNA${component}${element}${decimal}${release} ${terminator}${text}`
}

type Trap = { name: string; source: string | Buffer; findings?: string[]; terminator?: string; element?: string }

const TRAPS: readonly Trap[] = [
  { name: 'one segment per line', source: clean },
  { name: 'no line breaks', source: ORDER.join('') },
  { name: 'CR LF after terminators', source: ORDER.join('\r\n') },
  { name: 'UNA with the defaults', source: `UNA:+.? '${clean}` },
  { name: 'UNA on a line of its own', source: `UNA:+.? '\r\n${ORDER.join('\r\n')}` },
  { name: 'UNA with a decimal comma', source: `UNA:+,? '${ORDER.join('').replace('6.61', '6,61').replace('379.32', '379,32')}` },
  { name: 'UNA with characters of its own', source: withService(';*,! ~'), terminator: '~', element: '*' },
  { name: 'UNA without a release character', source: withService('|^.  #'), terminator: '#', element: '^' },
  {
    name: 'level B separators without UNA',
    source: withService('\u001f\u001d. \u0020\u001c').slice(9),
    terminator: '\u001c',
    element: '\u001d',
  },
  { name: 'wrapped at 40 columns', source: ORDER.join('').replace(/.{40}/g, '$&\n') },
  { name: 'wrapped at 80 columns by CR LF', source: ORDER.join('').replace(/.{80}/g, '$&\r\n') },
  { name: 'indentation', source: ORDER.join('\n\t\t') },
  { name: 'a byte-order mark', source: `\uFEFF${clean}`, findings: ['byte-order-mark'] },
  { name: 'mail text before it', source: `Dear supplier,\n\n${clean}`, findings: ['text-before-envelope'] },
  { name: 'a forgotten terminator', source: clean.replace("45118+9'", '45118+9'), findings: ['terminator-missing'] },
  { name: 'line breaks instead of terminators', source: ORDER.map((segment) => segment.slice(0, -1)).join('\n'), terminator: 'LF' },
  { name: 'the last terminator missing', source: clean.slice(0, -1) },
  { name: 'text behind it', source: `${clean}\nEnd of mail`, findings: ['segment-id-unknown'] },
  { name: 'a segment outside any message', source: clean.replace('UNZ+1', "RFF+ON:9'\nUNZ+1"), findings: ['segment-outside-set'] },
  {
    name: 'groups',
    source: clean.replace('UNH+1', "UNG+ORDERS+A+B+240110:0830+9+UN+D:96A'\nUNH+1").replace('UNZ+1', "UNE+1+9'\nUNZ+1"),
  },
  {
    name: 'wrong counts and references',
    source: clean.replace('UNT+17+1', 'UNT+9+7').replace('UNZ+1+R77', 'UNZ+4+R9'),
    findings: ['segment-count-differs', 'control-number-differs', 'interchange-count-differs', 'control-number-differs'],
  },
]

describe('an order is read the same whatever its envelope looks like', () => {
  it.each(TRAPS.map((trap) => [trap.name, trap] as const))('%s', async (_, { source, findings, terminator, element }) => {
    const inspection = await inspectFile('order.txt', Buffer.from(source))
    expect(inspection).toMatchObject({
      format: 'edifact',
      delimiters: { element: element ?? '+', terminator: terminator ?? "'" },
      counts: { interchanges: 1, documents: 1 },
      documents: [
        {
          kind: 'edifact-orders',
          number: '45118',
          date: '2024-01-10',
          sender: '4000001',
          receiver: '4000002',
          control: 'R77',
          currency: 'EUR',
          lines: 2,
          amounts: { total: '379.32', gross: '379.32' },
          references: { po: ['45118'], item: ['04000001', '04000002'], store: ['4000009'] },
          balance: { difference: '0.00' },
        },
      ],
    })
    expect(inspection.findings.map(({ code }) => code)).toEqual(findings ?? [])
  })

  it('notes that an interchange was sent twice, and reads both', async () => {
    const { findings, documents } = await inspectFile('twice', Buffer.from(clean + clean))
    expect(documents).toHaveLength(2)
    expect(findings).toEqual([expect.objectContaining({ position: 'interchange 2 segment 1', code: 'interchange-repeated' })])
  })
})

describe('character sets', () => {
  const word = (syntax: string, bytes: Buffer) => {
    const [before = '', after = ''] = clean.replace('UNOC', syntax).split('Groesse')
    return Buffer.concat([Buffer.from(before), bytes, Buffer.from(after)])
  }

  it.each([
    ['UNOC', Buffer.from([0x47, 0x72, 0xf6, 0xdf, 0x65]), 'Größe', []],
    ['UNOD', Buffer.from([0xa3, 0xf3, 0x64, 0xbc]), 'Łódź', []],
    ['UNOE', Buffer.from([0xbc, 0xde, 0xe1, 0xda, 0xd2, 0xd0]), 'Москва', []],
    ['UNOY', Buffer.from('滑板车'), '滑板车', []],
    ['UNOW', Buffer.from('Größe'), 'Größe', []],
    ['UNOA', Buffer.from('Größe'), 'Größe', []],
    ['UNOA', Buffer.from('Größe', 'latin1'), 'Größe', []],
    ['UNOC', Buffer.from('Größe'), 'Größe', ['charset-differs']],
  ])('%s is decoded by what it names, unless the bytes say otherwise', (syntax, bytes, text, codes) => {
    const file = readEdifact(word(syntax, bytes))
    const nad = file.interchanges[0]?.messages[0]?.segments.find(({ tag }) => tag === 'NAD')
    expect(nad?.elements.flat().join(' ')).toContain(`Kaufhaus ${text}`)
    expect(file.problems.map(({ code }) => code)).toEqual(codes)
  })
})
