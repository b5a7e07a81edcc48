import { buildX12, type X12Style } from '@tests/factories/build-x12'
import { describe, expect, it } from 'vitest'
import { inspectFile } from '../inspect-file'

/** Amounts are implied or whole, so that a point may end segments. */
const ORDER = [
  '850',
  'BEG*00*SA*0045118**20240310',
  'N1*ST*Harbour Street 12, Back Door*92*6070',
  'PO1*1*12*EA*361**UP*860004003663',
  'PO1*2*30*EA*5**UP*860004003670',
  'CTT*2',
  'AMT*TT*4482',
]
const file = (style: X12Style = {}) => buildX12([ORDER], style)
const clean = file()
const wrapped = (text: string, columns: number, lineEnd: string) =>
  text.replace(new RegExp(`.{${columns}}`, 'g'), (line) => `${line}${lineEnd}`)

type Trap = { name: string; source: string | Buffer; delimiters?: object; sender?: string; findings?: string[] }

const TRAPS: readonly Trap[] = [
  { name: 'nothing odd', source: clean },
  { name: 'padding collapsed to one blank', source: file({ padding: '' }) },
  { name: 'non-breaking blanks as padding, in UTF-8', source: file({ padding: '\u00a0' }) },
  { name: 'non-breaking blanks as padding, in Latin-1', source: Buffer.from(file({ padding: '\u00a0' }), 'latin1') },
  { name: 'an id one character short', source: clean.replace('SUPPLIER       *', 'SUPPLIER      *') },
  { name: 'a line break in the middle of ISA', source: clean.replace('*ZZ*SUPPLIER', '*ZZ\n*SUPPLIER') },
  { name: 'a line break inside an id of ISA', source: clean.replace('RETAILER   ', 'RETA\r\nILER   ') },
  { name: 'a multi-byte character inside an id', source: clean.replace('RETAILER       ', 'RÉTAILER       '), sender: 'RÉTAILER' },
  {
    name: 'a Latin-1 character inside an id',
    source: Buffer.from(clean.replace('RETAILER       ', 'RÉTAILER       '), 'latin1'),
    sender: 'RÉTAILER',
  },
  { name: 'an id that looks like a segment', source: file({ padding: '' }).replace('RETAILER *', 'GS*'), sender: 'GS' },
  { name: 'a newline as terminator', source: file({ terminator: '' }), delimiters: { terminator: 'LF' } },
  { name: 'CR LF as terminator', source: file({ terminator: '', lineEnd: '\r\n' }), delimiters: { terminator: 'CRLF' } },
  { name: 'CR as terminator', source: file({ terminator: '', lineEnd: '\r' }), delimiters: { terminator: 'CR' } },
  ...['|', '^', '\\', '.', '}', "'", '\u001c'].flatMap((terminator) =>
    ['\n', '', '\r\n'].map((lineEnd) => ({
      name: `${JSON.stringify(terminator)} as terminator with ${JSON.stringify(lineEnd)}`,
      source: file({ terminator, lineEnd }),
      delimiters: { terminator },
    })),
  ),
  {
    name: 'a tilde between elements, an asterisk behind',
    source: file({ element: '~', terminator: '*' }),
    delimiters: { element: '~', terminator: '*' },
  },
  { name: 'a terminator of two bytes', source: file({ terminator: '§' }), delimiters: { terminator: '§' } },
  { name: 'a terminator of three bytes, no line breaks', source: file({ terminator: '€', lineEnd: '' }), delimiters: { terminator: '€' } },
  ...['^', '|'].map((element) => ({ name: `${element} between elements`, source: file({ element }), delimiters: { element } })),
  ...['>', ':', '|', '`', '@'].map((component) => ({
    name: `${component} between components`,
    source: file({ component }),
    delimiters: { component },
  })),
  {
    name: '~ between components, newline as terminator',
    source: file({ component: '~', terminator: '' }),
    delimiters: { component: '~', terminator: 'LF' },
  },
  ...['^', ':', '|', '-'].map((repetition) => ({
    name: `${repetition} between repetitions`,
    source: clean.replace('*U*00401', `*${repetition}*00501`),
    delimiters: { repetition },
  })),
  { name: 'the standards id before 00402', source: clean, delimiters: { repetition: null } },
  {
    name: 'ISA16 missing',
    source: clean.replace('*P*>~', '*P*~'),
    delimiters: { component: null, terminator: '~' },
    findings: ['component-separator-missing'],
  },
  {
    name: 'ISA16 missing before a newline that ends segments',
    source: file({ terminator: '' }).replace('*P*>', '*P*'),
    delimiters: { component: null, terminator: 'LF' },
    findings: ['component-separator-missing'],
  },
  {
    name: 'a terminator of two bytes and ISA16 missing',
    source: file({ terminator: '§' }).replace('*P*>§', '*P*§'),
    delimiters: { component: null, terminator: '§' },
    findings: ['component-separator-missing'],
  },
  { name: 'the terminator of ISA forgotten', source: clean.replace('*P*>~', '*P*>'), findings: ['header-terminator-missing'] },
  {
    name: 'the terminator of ISA forgotten, no line breaks',
    source: file({ lineEnd: '' }).replace('*P*>~', '*P*>'),
    findings: ['header-terminator-missing'],
  },
  { name: 'one forgotten terminator', source: clean.replace('20240310~', '20240310'), findings: ['terminator-missing'] },
  {
    name: 'most terminators forgotten, one segment per line',
    source: clean.replace(/~\n(?=N1|PO1|CTT|AMT|SE|GE)/g, '\n'),
    findings: Array(7).fill('terminator-missing'),
  },
  ...['\n', '\r\n'].flatMap((lineEnd) => [
    { name: `wrapped at 80 columns by ${JSON.stringify(lineEnd)}`, source: wrapped(file({ lineEnd: '' }), 80, lineEnd) },
    { name: `wrapped at 61 columns by ${JSON.stringify(lineEnd)}`, source: wrapped(file({ lineEnd: '' }), 61, lineEnd) },
    {
      name: `wrapped at 80 columns with points by ${JSON.stringify(lineEnd)}`,
      source: wrapped(file({ lineEnd: '', terminator: '.' }), 80, lineEnd),
      delimiters: { terminator: '.' },
    },
  ]),
  { name: 'a byte-order mark', source: `\uFEFF${clean}`, findings: ['byte-order-mark'] },
  { name: 'indentation', source: clean.replaceAll('\n', '\n\t   ') },
  { name: 'blanks after the last element', source: clean.replaceAll('~', '   ~') },
  { name: 'blanks after the terminators', source: clean.replaceAll('~\n', '~  \t\n') },
  { name: 'blank lines', source: clean.replaceAll('\n', '\n\n') },
  { name: 'the last terminator missing', source: clean.trimEnd().slice(0, -1) },
  { name: 'two segments on one line', source: clean.replaceAll('*P*>~\n', '*P*>~').replace('20240310~\n', '20240310~') },
  { name: 'the wrong functional group', source: clean.replace('GS*RA', 'GS*IN') },
  { name: 'mail text before it', source: `Dear supplier,\n\n${clean}`, findings: ['text-before-envelope'] },
  { name: 'mail text after it', source: `${clean}\nThis mail is confidential.\n`, findings: ['segment-id-unknown'] },
  { name: 'a segment outside any set', source: clean.replace('GE*1', 'N1*ST*lost~\nGE*1'), findings: ['segment-outside-set'] },
]

describe('an order is read the same whatever its envelope looks like', () => {
  it.each(TRAPS.map((trap) => [trap.name, trap] as const))('%s', async (_, { source, delimiters, sender, findings }) => {
    const inspection = await inspectFile('order.txt', Buffer.isBuffer(source) ? source : Buffer.from(source))
    expect(inspection).toMatchObject({
      format: 'x12',
      counts: { interchanges: 1, groups: 1, documents: 1 },
      documents: [
        {
          kind: 'x12-850',
          number: '0045118',
          date: '2024-03-10',
          sender: sender ?? 'RETAILER',
          receiver: 'SUPPLIER',
          control: '000000395',
          lines: 2,
          amounts: { total: '4482', gross: '4482' },
          references: { po: ['0045118'], store: ['6070'], item: ['860004003663', '860004003670'] },
          balance: { difference: '0' },
        },
      ],
    })
    expect(inspection.delimiters).toMatchObject(delimiters ?? { element: '*', terminator: '~' })
    const codes = inspection.findings.map(({ code }) => code).filter((code) => code !== 'text/encoding-guessed')
    expect(codes).toEqual(findings ?? [])
  })
})

describe('envelopes of other kinds', () => {
  it('reads a direct-store transmission', async () => {
    const sets = ['ST*894*0001', 'G82*D*9001*925123**925485*0042*20240310', 'G83*1*12*EA*860004003663****1.50', 'G84*12*1800', 'SE*5*0001']
    const text = ['DXS*9251230013*DX*004010UCS*1*9254850000', ...sets, 'DXE*1*1'].map((segment) => `${segment}~`).join('')
    expect(await inspectFile('dex', Buffer.from(text))).toMatchObject({
      format: 'x12',
      documents: [
        { kind: 'x12-894', number: '9001', sender: '9251230013', receiver: '9254850000', control: '1', amounts: { total: '18.00' } },
      ],
      findings: [],
    })
    const wrong = await inspectFile('dex', Buffer.from(text.replace('DXE*1*1', 'DXE*2*4')))
    expect(wrong.findings.map(({ field, code }) => [field, code])).toEqual([
      ['DXE02', 'set-count-differs'],
      ['DXE01', 'control-number-differs'],
    ])
  })

  it('says that the partner refused an interchange of ours', async () => {
    const { findings, counts } = await inspectFile(
      'ta1',
      Buffer.from(clean.replace(/GS[^]*GE\*1\*395~\n/, 'TA1*000000012*240311*0900*R*006~\n').replace('IEA*1', 'IEA*0')),
    )
    expect(counts).toMatchObject({ interchanges: 1, groups: 0, documents: 0 })
    expect(findings).toEqual([
      expect.objectContaining({ position: 'interchange 1 segment 2', field: 'TA104', code: 'interchange-refused' }),
    ])
  })

  it('notes that an interchange was sent twice, and reads both', async () => {
    const { findings, documents } = await inspectFile('twice', Buffer.from(clean + clean))
    expect(documents).toHaveLength(2)
    expect(findings).toEqual([expect.objectContaining({ position: 'interchange 2 segment 1', code: 'interchange-repeated' })])
    expect((await inspectFile('two', Buffer.from(clean + clean.replaceAll('000000395', '000000396')))).findings).toEqual([])
  })

  it.each([
    ['LF', '\n'],
    ['CRLF', '\r\n'],
    ['~', '~\n'],
    ['~', '~'],
  ])('reads a set without envelope that ends segments by %s', async (terminator, end) => {
    const segments = ['ST*850*0001', ...ORDER.slice(1), 'SE*8*0001']
    const inspection = await inspectFile('bare', Buffer.from(segments.map((segment) => segment + end).join('')))
    expect(inspection).toMatchObject({
      delimiters: { terminator },
      documents: [{ number: '0045118', lines: 2, sender: null, amounts: { gross: '4482' } }],
      findings: [],
    })
  })
})
