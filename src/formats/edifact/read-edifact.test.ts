import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { component } from './edifact-segment'
import { inspectEdifact } from './inspect-edifact'
import { readEdifact } from './read-edifact'

const ORDER = [
  "UNB+UNOC:3+4000001:14+4000002:14+240110:0830+R77'",
  "UNH+1+ORDERS:D:96A:UN'",
  "BGM+220+45118+9'",
  "FTX+AAI+++It?'s 5?+5 ??'",
  "UNT+4+1'",
  "UNZ+1+R77'",
]
const text = ORDER.join('\n')

function firstMessage(source: string | Buffer) {
  const file = readEdifact(Buffer.from(source))
  const message = file.interchanges[0]?.messages[0]
  if (!message) throw new Error('no message was read')
  return { file, message, tags: message.segments.map((segment) => segment.tag), free: component(message.segments[2], 4) }
}

describe('layouts', () => {
  it.each([
    ['one segment per line', text],
    ['no line breaks', ORDER.join('')],
    ['CR LF', ORDER.join('\r\n')],
    ['a byte-order mark', `\uFEFF${text}`],
    ['indented segments', ORDER.join('\n\t\t')],
    ['UNA with the defaults', `UNA:+.? '\n${text}`],
    [
      'UNA with characters of its own',
      "UNA;*,! ~UNB*UNOC;3*1;14*2;14*240110;0830*R77~UNH*1*ORDERS;D;96A;UN~BGM*220*45118*9~FTX*AAI***It's 5+5 ?~UNT*4*1~UNZ*1*R77~",
    ],
    ['lines wrapped at 40 columns', ORDER.join('').replace(/.{40}/g, '$&\n')],
    ['text before the envelope', `Subject: order\n\n${text}`],
    ['no interchange', ORDER.slice(1, 5).join('\n')],
    ['the last terminator missing', text.slice(0, -1)],
  ])('%s', (name, source) => {
    const { tags, free, file } = firstMessage(source)
    expect(tags).toEqual(['UNH', 'BGM', 'FTX', 'UNT'])
    expect(free).toBe("It's 5+5 ?")
    const odd = name.includes('mark') ? ['byte-order-mark'] : name.includes('before') ? ['text-before-envelope'] : []
    expect(file.problems.map(({ code }) => code)).toEqual(odd)
  })

  it('names delimiters and service characters', () => {
    const { file } = firstMessage(`UNA:+,? '${text}`)
    expect(file.delimiters).toEqual({ element: '+', component: ':', repetition: null, terminator: "'" })
    expect(file.service).toMatchObject({ decimal: ',', release: '?' })
  })

  it('gives each segment the bytes it came from', () => {
    const bytes = Buffer.from(`\uFEFFUNA:+.? '\n${text}`)
    const { message } = firstMessage(bytes)
    expect(message.segments.map((segment) => bytes.toString('utf8', segment.byteOffset, segment.byteOffset + segment.byteLength))).toEqual(
      ORDER.slice(1, 5).map((segment) => segment.slice(0, -1)),
    )
    expect(message.segments[1]?.position).toBe('interchange 1 segment 3')
  })

  it.each([
    ['UNOC', 'latin1', 'Größe'],
    ['UNOA', 'utf8', 'Größe'],
    ['UNOA', 'latin1', 'Größe'],
    ['UNOY', 'utf8', '滑板车'],
  ] as const)('decodes %s written in %s', (syntax, encoding, word) => {
    const source = text.replace('UNOC', syntax).replace('It?', word)
    expect(firstMessage(Buffer.from(source, encoding)).free).toContain(word)
  })

  it('decodes Cyrillic by UNOE', () => {
    const [before = '', after = ''] = text.replace('UNOC', 'UNOE').split('It?')
    const bytes = Buffer.concat([Buffer.from(before), Buffer.from([0xbc, 0xde, 0xe1, 0xda, 0xd2, 0xd0]), Buffer.from(after)])
    expect(component(readEdifact(bytes).interchanges[0]?.messages[0]?.segments[2], 4)).toBe('Москва')
  })
})

describe('envelopes', () => {
  it('reports counts and references that do not agree, and reads on', () => {
    const { file, tags } = firstMessage(text.replace('UNT+4+1', 'UNT+17+2').replace('UNZ+1+R77', 'UNZ+3+R78'))
    expect(file.problems.map(({ position, field, code }) => [position, field, code])).toEqual([
      ['interchange 1 segment 5', 'UNT01', 'segment-count-differs'],
      ['interchange 1 segment 5', 'UNT02', 'control-number-differs'],
      ['interchange 1 segment 6', 'UNZ01', 'interchange-count-differs'],
      ['interchange 1 segment 6', 'UNZ02', 'control-number-differs'],
    ])
    expect(tags).toHaveLength(4)
  })

  it('reads groups, several messages and several interchanges', () => {
    const [unb = '', unh = '', , , , unz = ''] = ORDER
    const grouped = [unb, "UNG+ORDERS+A+B+240110:0830+9+UN+D:96A'", unh, "UNT+2+1'", unh, "UNT+2+1'", "UNE+2+9'", unz].join('')
    const file = readEdifact(Buffer.from(grouped + text.replaceAll('R77', 'R78')))
    expect(file).toMatchObject({ groupCount: 1, problems: [] })
    expect(file.interchanges.map((interchange) => interchange.messages.map((message) => message.type))).toEqual([
      ['ORDERS', 'ORDERS'],
      ['ORDERS'],
    ])
  })

  it('says what was cut off, and what is no EDIFACT', () => {
    expect(readEdifact(Buffer.from(ORDER.slice(0, 3).join(''))).problems.map((problem) => problem.code)).toEqual([
      'message-not-closed',
      'interchange-not-closed',
    ])
    expect(readEdifact(Buffer.from('UNABLE TO DELIVER')).problems.map((problem) => problem.code)).toEqual(['not-edifact'])
  })

  it('never throws on damaged files', () => {
    const damage = fc.array(
      fc.record({
        at: fc.nat(250),
        remove: fc.nat(6),
        insert: fc.constantFrom('', "'", '?', '+', ':', 'UNA', 'UNB+', '\n', 'ü', 'MOA+12:x'),
      }),
      { maxLength: 6 },
    )
    fc.assert(
      fc.property(damage, (edits) => {
        const source = edits.reduce((current, { at, remove, insert }) => current.slice(0, at) + insert + current.slice(at + remove), text)
        const { counts } = inspectEdifact(Buffer.from(source))
        expect(counts.segments).toBeLessThanOrEqual(source.length)
      }),
      { numRuns: 400, seed: 9735 },
    )
  })
})
