import { once } from 'node:events'
import { createWriteStream, type WriteStream } from 'node:fs'
import { finished } from 'node:stream/promises'
import { crc32, createDeflateRaw } from 'node:zlib'
import { type OrderListTruth, orderLines, TITLES } from './make-order-list'

const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
/** Days from the first day of a sheet to that of Unix. */
const UNIX_DAYS = 25_569
const DAY_MILLISECONDS = 86_400_000
const PARTS: Readonly<Record<string, string>> = {
  '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>`,
  '_rels/.rels': `<Relationships xmlns="${PACKAGE}"><Relationship Id="rId1" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets><sheet name="VA05" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${PACKAGE}"><Relationship Id="rId1" Type="${RELATIONS}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${RELATIONS}/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="rId3" Type="${RELATIONS}/styles" Target="styles.xml"/></Relationships>`,
  'xl/styles.xml': `<styleSheet xmlns="${MAIN}"><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>`,
}
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n'
const isNumber = (column: number) => [1, 7, 9, 10].includes(column)
const isDate = (column: number) => column === 2 || column === 12

/** Writes the order list of `makeOrderList` as a workbook: shared strings, numbers, dates by style, as spreadsheet programs write them. */
export async function makeOrderBook(path: string, lines: number, seed: number): Promise<OrderListTruth & { unpackedBytes: number }> {
  const strings = new Map<string, number>()
  const truth = { lines, netCents: 0 }
  const shared = (text: string) => strings.get(text) ?? (strings.set(text, strings.size), strings.size - 1)
  const zip = new Archive(createWriteStream(path))
  // Readers that stream need the texts before the cells: the sheet is made twice, the first time for its texts.
  for (const cells of [TITLES.split(','), ...orderLines(lines, seed, truth)])
    for (const [column, cell] of cells.entries()) if (!isNumber(column) && !isDate(column) && cell !== '') shared(cell)
  for (const title of TITLES.split(',')) shared(title)
  for (const [name, text] of Object.entries(PARTS)) await zip.add(name, [HEAD + text])
  const items = [...strings.keys()].map((text) => `<si><t>${text.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}</t></si>`)
  await zip.add('xl/sharedStrings.xml', [`${HEAD}<sst xmlns="${MAIN}" uniqueCount="${items.length}">`, items.join(''), '</sst>'])
  const unpackedBytes = await zip.add('xl/worksheets/sheet1.xml', sheet(lines, seed, shared))
  await zip.end()
  return { ...truth, unpackedBytes }
}

function* sheet(lines: number, seed: number, shared: (text: string) => number): Generator<string> {
  yield `${HEAD}<worksheet xmlns="${MAIN}"><sheetData>`
  const text = (place: string, value: string) => (value === '' ? '' : `<c r="${place}" t="s"><v>${shared(value)}</v></c>`)
  const row = (number: number, cells: string[]) => `<row r="${number}" spans="1:15">${cells.join('')}</row>`
  yield row(
    1,
    TITLES.split(',').map((title, column) => text(`${letter(column)}1`, title)),
  )
  let number = 1
  let block: string[] = []
  for (const values of orderLines(lines, seed)) {
    number += 1
    const at = number
    const cell = (value: string, column: number) => {
      const place = `${letter(column)}${at}`
      if (isNumber(column)) return `<c r="${place}"><v>${Number(value.replaceAll(',', ''))}</v></c>`
      if (isDate(column)) return `<c r="${place}" s="1"><v>${Date.parse(value) / DAY_MILLISECONDS + UNIX_DAYS}</v></c>`
      return text(place, value)
    }
    block.push(row(number, values.map(cell)))
    if (block.length < 500) continue
    yield block.join('')
    block = []
  }
  yield `${block.join('')}</sheetData></worksheet>`
}

function letter(column: number): string {
  return String.fromCharCode(65 + column)
}

/** Writes an archive to a file, part by part. */
class Archive {
  readonly #out: WriteStream
  readonly #directory: Buffer[] = []
  #at = 0

  constructor(out: WriteStream) {
    this.#out = out
  }

  /** Answers how many bytes the part unpacks to. */
  async add(name: string, texts: Iterable<string>): Promise<number> {
    const deflate = createDeflateRaw()
    const pieces: Buffer[] = []
    deflate.on('data', (piece: Buffer) => pieces.push(piece))
    let crc = 0
    let size = 0
    for (const text of texts) {
      const bytes = Buffer.from(text)
      crc = crc32(bytes, crc)
      size += bytes.length
      if (!deflate.write(bytes)) await once(deflate, 'drain')
    }
    deflate.end()
    await finished(deflate)
    const packed = Buffer.concat(pieces)
    const head = Buffer.alloc(26)
    head.writeUInt16LE(20, 0)
    head.writeUInt16LE(8, 4)
    head.writeUInt32LE(crc, 10)
    head.writeUInt32LE(packed.length, 14)
    head.writeUInt32LE(size, 18)
    head.writeUInt16LE(name.length, 22)
    const place = Buffer.alloc(14)
    place.writeUInt32LE(this.#at, 10)
    this.#directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00'), head, place, Buffer.from(name)]))
    await this.#write(Buffer.concat([Buffer.from('PK\x03\x04'), head, Buffer.from(name), packed]))
    return size
  }

  async end(): Promise<void> {
    const directory = Buffer.concat(this.#directory)
    const end = Buffer.alloc(18)
    end.writeUInt16LE(this.#directory.length, 4)
    end.writeUInt16LE(this.#directory.length, 6)
    end.writeUInt32LE(directory.length, 8)
    end.writeUInt32LE(this.#at, 12)
    await this.#write(Buffer.concat([directory, Buffer.from('PK\x05\x06'), end]))
    this.#out.end()
    await finished(this.#out)
  }

  async #write(bytes: Buffer): Promise<void> {
    this.#at += bytes.length
    if (!this.#out.write(bytes)) await once(this.#out, 'drain')
  }
}
