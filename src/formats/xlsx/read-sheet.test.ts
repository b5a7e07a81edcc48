import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readSheet } from './read-sheet'

const CONTEXT = {
  strings: ['one', 'two  ', '東京', ''],
  formats: [{ kind: 'plain' }, { kind: 'date' }, { kind: 'zeros', digits: 6 }, { kind: 'percent' }],
  usesDates1904: false,
} as const

async function read(xml: string, size: number) {
  const bytes = Buffer.from(xml)
  async function* pieces() {
    for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
  }
  try {
    const { rows, notes, merges } = await readSheet(pieces(), { ...CONTEXT, cells: { left: 10_000 } })
    return { rows, notes: [...notes], merges }
  } catch (error) {
    return String((error as Error).name)
  }
}

const value = fc.constantFrom(
  '0',
  '1',
  '12.50',
  '-3',
  '1.5E+3',
  '45292',
  '45292.5',
  '007',
  '-0',
  '19.989999999999998',
  '8.60004E+16',
  'x',
  '',
  ' 7 ',
)
const text = fc.constantFrom(
  'plain',
  '',
  ' a ',
  'R&amp;D',
  '&lt;b&gt;',
  '&#10;',
  '&#x41;',
  '&nbsp;',
  '&',
  'a_x0009_b',
  '東京',
  ']]>',
  'a\r\nb',
  '&#1;',
)
const attribute = fc.constantFrom('', ' s="1"', ' s="2"', ' s="3"', ' s="x"', ' cm="1"', ' a:r="Z9"', "  s='1'", ' s="&amp;"')
const place = fc.constantFrom('', ' r="A1"', ' r="C2"', ' r="$B$3"', ' r="b1"', ' r="AAAA1"', ' r="1"')
const cell = fc.oneof(
  { weight: 6, arbitrary: fc.tuple(place, attribute, value).map(([at, more, v]) => `<c${at}${more}><v>${v}</v></c>`) },
  { weight: 3, arbitrary: fc.tuple(place, fc.constantFrom('0', '2', '9', '')).map(([at, v]) => `<c${at} t="s"><v>${v}</v></c>`) },
  { weight: 3, arbitrary: text.map((t) => `<c t="inlineStr"><is><t xml:space="preserve">${t}</t></is></c>`) },
  { weight: 2, arbitrary: text.map((t) => `<c t="str"><f>A1&amp;"x"</f><v>${t}</v></c>`) },
  fc.constantFrom(
    '<c/>',
    '<c r="D1" s="1"/>',
    '<c><f t="shared" si="0"/><v>7</v></c>',
    '<c><f>B2</f></c>',
    '<c t="b"><v>1</v></c>',
    '<c t="e"><v>#N/A</v></c>',
    '<c t="inlineStr"><is><r><t>in</t></r><r><t>line</t></r></is></c>',
    '<c><v/></c>',
    '<c><v><![CDATA[5]]></v></c>',
    '<c><!-- note --><v>5</v></c>',
    '<x:c><x:v>5</x:v></x:c>',
    '<c><v>1</c>',
    '<c><extLst/></c>',
  ),
)
const opening = fc.constantFrom(
  '<row>',
  '<row r="2">',
  '<row r="9" spans="1:3" hidden="1">',
  '<row r="x">',
  '<row  r="3" >',
  '<row a="x/>y">',
)
const row = fc.oneof(
  { weight: 8, arbitrary: fc.tuple(opening, fc.array(cell, { maxLength: 4 })).map(([open, cells]) => `${open}${cells.join('')}</row>`) },
  fc.constantFrom('<row/>', '<row r="5"/>', '\n  ', '\r\n', '<!-- x -->', '<rowX/>'),
)

test('rows read as they stand are those that the XML reader reads, wherever their text is cut', async () => {
  const head = fc.constantFrom(
    '<worksheet><sheetData>',
    '<?xml version="1.0"?>\r\n<worksheet><cols/><sheetData>',
    '<worksheet><!--<sheetData>--><sheetData>',
  )
  const foot = fc.constantFrom(
    '</sheetData><mergeCells><mergeCell ref="A1:B2"/></mergeCells></worksheet>',
    '</sheetData></worksheet>',
    '</sheetData>',
    '',
  )
  await fc.assert(
    fc.asyncProperty(head, fc.array(row, { maxLength: 6 }), foot, fc.integer({ min: 1, max: 200 }), async (top, rows, bottom, size) => {
      const xml = top + rows.join('') + bottom
      // A comment before the first row leaves everything to the XML reader.
      const slow = xml.replace(/<sheetData>(?!-)/, '<sheetData><!-- -->')
      expect(await read(xml, size)).toEqual(await read(slow, slow.length))
    }),
    { numRuns: 1500 },
  )
})
