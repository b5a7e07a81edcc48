import { buildX12 } from '@tests/factories/build-x12'
import { describe, expect, it } from 'vitest'
import { element, findSegment } from './read-element'
import { readX12 } from './read-x12'

const ORDER = [
  '850',
  'BEG*00*SA*0045118**20240310',
  'N1*ST*Harbour Street 12, Back Door*92*6070',
  'PO1*1*12*EA*3.61**UP*860004003663',
  'CTT*1',
]
const REMITTANCE = ['820', 'BPR*I*10.00*C*ACH', 'RMR*IV*9001*PO*10.00']

function ids(bytes: Buffer): string[][] {
  return readX12(bytes).interchanges.flatMap((interchange) =>
    interchange.groups.flatMap((group) => group.sets.map((set) => set.segments.map((segment) => segment.id))),
  )
}

const PLAIN = [['ST', 'BEG', 'N1', 'PO1', 'CTT', 'SE']]

describe('separators are settled from the header, however it is written', () => {
  const clean = buildX12([ORDER])
  it.each([
    ['a clean file', clean],
    ['a byte-order mark', `\uFEFF${clean}`],
    ['padding collapsed to one blank', buildX12([ORDER], { padding: '' })],
    ['non-breaking blanks as padding', buildX12([ORDER], { padding: '\u00A0' })],
    ['newline as terminator', buildX12([ORDER], { terminator: '' })],
    ['CR LF as terminator', buildX12([ORDER], { terminator: '', lineEnd: '\r\n' })],
    ['terminators and CR LF', buildX12([ORDER], { lineEnd: '\r\n' })],
    ['no line breaks at all', buildX12([ORDER], { lineEnd: '' })],
    ['a pipe between elements', buildX12([ORDER], { element: '|' })],
    ['a tilde between elements and an asterisk as terminator', buildX12([ORDER], { element: '~', terminator: '*' })],
    ['a backslash as terminator', buildX12([ORDER], { terminator: '\\' })],
    ['a terminator of two bytes', buildX12([ORDER], { terminator: '§' })],
    ['a control character as terminator', buildX12([ORDER], { terminator: '\u0015' })],
    ['ISA16 missing', clean.replace('*P*>~', '*P*~')],
    ['ISA16 missing and no line breaks', buildX12([ORDER], { lineEnd: '' }).replace('*P*>~', '*P*~')],
    ['the last terminator missing', clean.trimEnd().slice(0, -1)],
    ['indented segments', clean.replaceAll('\n', '\n\t  ')],
    ['blanks after the terminators', clean.replaceAll('~\n', '~  \n')],
    ['a line break inside ISA', clean.replace('*ZZ*SUPPLIER', '*ZZ\n*SUPPLIER')],
    ['text before the envelope', `Subject: your orders\n\n${clean}`],
    ['an ISA that is one element short', clean.replace('*0*P*>', '*P*>')],
  ])('%s', (_, text) => {
    const file = readX12(Buffer.from(text))
    expect(ids(Buffer.from(text))).toEqual(PLAIN)
    const set = file.interchanges[0]?.groups[0]?.sets[0]
    expect(set && element(findSegment(set, 'N1'), 2)).toBe('Harbour Street 12, Back Door')
    expect(file.problems.filter((problem) => /differs|closed|terminator|unknown/.test(problem.code))).toEqual([])
  })

  it('names the delimiters, LF and CRLF by name', () => {
    expect(readX12(Buffer.from(buildX12([ORDER], { terminator: '' }))).delimiters).toEqual({
      element: '*',
      component: '>',
      repetition: null,
      terminator: 'LF',
    })
    expect(readX12(Buffer.from(buildX12([ORDER], { terminator: '', lineEnd: '\r\n' }))).delimiters?.terminator).toBe('CRLF')
    expect(readX12(Buffer.from(clean.replace('*P*>~', '*P*~'))).delimiters).toMatchObject({ component: null, terminator: '~' })
  })

  it('reads ISA11 as repetition separator when it is one', () => {
    expect(readX12(Buffer.from(clean.replace('*U*00401', '*^*00501'))).delimiters?.repetition).toBe('^')
  })

  it('settles separators anew at each interchange', () => {
    const text = clean + buildX12([REMITTANCE], { element: '|', terminator: '', component: ':' })
    expect(ids(Buffer.from(text))).toEqual([...PLAIN, ['ST', 'BPR', 'RMR', 'SE']])
  })
})

describe('lines', () => {
  it('joins a file wrapped at 80 columns without losing blanks', () => {
    const wrapped = buildX12([ORDER, ORDER, ORDER], { lineEnd: '' }).replace(/.{80}/g, '$&\r\n')
    const file = readX12(Buffer.from(wrapped))
    const sets = file.interchanges[0]?.groups[0]?.sets ?? []
    expect(sets.map((set) => element(findSegment(set, 'N1'), 2))).toEqual(Array(3).fill('Harbour Street 12, Back Door'))
    expect(file.problems).toEqual([])
  })

  it('ends a segment at its line when the terminator was forgotten, and says so', () => {
    const file = readX12(Buffer.from(buildX12([ORDER]).replace('20240310~', '20240310')))
    expect(file.interchanges[0]?.groups[0]?.sets[0]?.segments.map((segment) => segment.id)).toEqual(PLAIN[0])
    expect(file.problems).toEqual([expect.objectContaining({ position: 'interchange 1 segment 4', code: 'terminator-missing' })])
  })

  it('keeps a line break inside a value from cutting the segment', () => {
    const file = readX12(Buffer.from(buildX12([ORDER]).replace('Harbour Street', 'Harbour\nStreet')))
    expect(file.interchanges[0]?.groups[0]?.sets[0]?.segments.map((segment) => segment.id)).toEqual(PLAIN[0])
  })

  it('reads two segments on one line', () => {
    expect(ids(Buffer.from(buildX12([ORDER]).replace('20240310~\n', '20240310~')))).toEqual(PLAIN)
  })
})

describe('envelopes', () => {
  it('reads sets without any envelope', () => {
    const bare = 'ST*850*0001~\nBEG*00*SA*77**20240310~\nSE*3*0001~\nST*850*0002~\nBEG*00*SA*78**20240310~\nSE*3*0002~\n'
    expect(ids(Buffer.from(bare))).toEqual([
      ['ST', 'BEG', 'SE'],
      ['ST', 'BEG', 'SE'],
    ])
    expect(ids(Buffer.from(bare.replaceAll('~', '')))).toHaveLength(2)
    expect(readX12(Buffer.from(bare)).problems).toEqual([])
  })

  it('reads a group without an interchange', () => {
    expect(ids(Buffer.from('GS*PO*A*B*20240310*0900*1*X*004010|ST*850*0001|SE*2*0001|GE*1*1|'))).toEqual([['ST', 'SE']])
  })

  it('keeps several interchanges and groups apart, with control numbers that repeat', () => {
    const file = readX12(Buffer.from(buildX12([ORDER, REMITTANCE]) + buildX12([ORDER])))
    expect(file.interchanges.map((interchange) => interchange.groups.map((group) => group.sets.map((set) => set.id)))).toEqual([
      [['850', '820']],
      [['850']],
    ])
  })

  it('reports counts and control numbers that do not agree, and reads on', () => {
    const text = buildX12([ORDER]).replace('SE*6*0001', 'SE*9*0007').replace('GE*1*395', 'GE*4*396').replace('IEA*1*000000395', 'IEA*2*396')
    const file = readX12(Buffer.from(text))
    expect(file.problems.map(({ position, field, code }) => [position, field, code])).toEqual([
      ['interchange 1 segment 8', 'SE01', 'segment-count-differs'],
      ['interchange 1 segment 8', 'SE02', 'control-number-differs'],
      ['interchange 1 segment 9', 'GE01', 'set-count-differs'],
      ['interchange 1 segment 9', 'GE02', 'control-number-differs'],
      ['interchange 1 segment 10', 'IEA01', 'group-count-differs'],
      ['interchange 1 segment 10', 'IEA02', 'control-number-differs'],
    ])
    expect(ids(Buffer.from(text))).toEqual(PLAIN)
  })

  it('does not mind leading zeros of control numbers', () => {
    expect(readX12(Buffer.from(buildX12([ORDER]).replace('IEA*1*000000395', 'IEA*1*395'))).problems).toEqual([])
  })

  it('says what was cut off at the end of the file', () => {
    const text = buildX12([ORDER])
    const file = readX12(Buffer.from(text.slice(0, text.indexOf('CTT'))))
    expect(file.problems.map((problem) => problem.code)).toEqual(['set-not-closed', 'group-not-closed', 'interchange-not-closed'])
  })

  it('finds nothing in a file that is no X12, and says so', () => {
    expect(readX12(Buffer.from('Tk9OIEVESSBGSUxFISA'))).toMatchObject({
      interchanges: [],
      delimiters: null,
      problems: [{ code: 'not-x12' }],
    })
    expect(readX12(Buffer.alloc(0)).interchanges).toEqual([])
  })
})

describe('places and characters', () => {
  it('gives each segment the bytes it came from', () => {
    const bytes = Buffer.from(`\uFEFF${buildX12([ORDER], { element: '|' })}`)
    for (const segment of readX12(bytes).interchanges[0]?.groups[0]?.sets[0]?.segments ?? []) {
      const source = bytes.toString('utf8', segment.byteOffset, segment.byteOffset + segment.byteLength)
      expect(source).toBe(segment.elements.join('|'))
    }
  })

  it('reads UTF-8 and Latin-1', () => {
    const text = buildX12([ORDER]).replace('Harbour', 'Häfen')
    for (const encoding of ['utf8', 'latin1'] as const) {
      const set = readX12(Buffer.from(text, encoding)).interchanges[0]?.groups[0]?.sets[0]
      expect(set && element(findSegment(set, 'N1'), 2)).toBe('Häfen Street 12, Back Door')
    }
  })
})
