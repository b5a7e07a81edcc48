import { parseXml } from '../xml/parse-xml'
import { streamEntry, type ZipBudget } from '../zip/inflate-entry'
import type { PackedBytes } from '../zip/packed-bytes'
import type { ZipEntry } from '../zip/read-zip-directory'

/** The parts of a workbook file and how to read one; paths compare without case. */
export type XlsxPackage = { bytes: PackedBytes; entries: ReadonlyMap<string, ZipEntry>; budget: ZipBudget }

export type XlsxSheet = { name: string; isHidden: boolean; path: string }

export type XlsxWorkbook = {
  sheets: XlsxSheet[]
  usesDates1904: boolean
  sharedStringsPath: string | null
  stylesPath: string | null
  hasMacros: boolean
  hasExternalLinks: boolean
}

type Relation = { type: string; target: string; isExternal: boolean }

export function partOf(file: XlsxPackage, path: string): AsyncIterable<Uint8Array> | null {
  const entry = file.entries.get(path.toLowerCase())
  return entry === undefined ? null : streamEntry(file.bytes, entry, file.budget)
}

/** Reads what the workbook says of itself: sheets in order with their parts (by relationship, wherever they lie), date system, links. */
export async function readWorkbookPart(file: XlsxPackage): Promise<XlsxWorkbook> {
  const root = await readRelations(file, '_rels/.rels')
  const path = [...root.values()].find((relation) => relation.type.endsWith('/officeDocument'))?.target ?? 'xl/workbook.xml'
  const folder = path.slice(0, path.lastIndexOf('/') + 1)
  const relations = await readRelations(file, `${folder}_rels/${path.slice(folder.length)}.rels`, folder)
  const related = (type: string) => [...relations.values()].find((relation) => relation.type.endsWith(`/${type}`))?.target ?? null
  const workbook: XlsxWorkbook = {
    sheets: [],
    usesDates1904: false,
    sharedStringsPath: related('sharedStrings') ?? `${folder}sharedStrings.xml`,
    stylesPath: related('styles') ?? `${folder}styles.xml`,
    hasMacros: related('vbaProject') !== null || file.entries.has(`${folder}vbaproject.bin`),
    hasExternalLinks: related('externalLink') !== null,
  }
  const part = partOf(file, path)
  if (part === null) return workbook
  await parseXml(part, {
    open: ({ name, attributes }) => {
      if (name === 'workbookPr') workbook.usesDates1904 = /^(?:1|true|on)$/i.test(attributes['date1904'] ?? '')
      if (name !== 'sheet') return
      const relation = relations.get(attributes['id'] ?? '')
      // Chart and dialog sheets hold no rows.
      if (relation !== undefined && !relation.type.endsWith('/worksheet')) return
      const target = relation?.target ?? `${folder}worksheets/sheet${workbook.sheets.length + 1}.xml`
      workbook.sheets.push({
        name: attributes['name'] ?? `Sheet${workbook.sheets.length + 1}`,
        isHidden: /hidden/i.test(attributes['state'] ?? ''),
        path: target,
      })
    },
    close: () => undefined,
  })
  return workbook
}

async function readRelations(file: XlsxPackage, path: string, folder = ''): Promise<Map<string, Relation>> {
  const relations = new Map<string, Relation>()
  const part = partOf(file, path)
  if (part === null) return relations
  await parseXml(part, {
    open: ({ name, attributes }) => {
      if (name !== 'Relationship') return
      const isExternal = attributes['TargetMode'] === 'External'
      const target = resolve(folder, attributes['Target'] ?? '')
      relations.set(attributes['Id'] ?? '', { type: attributes['Type'] ?? '', target: isExternal ? '' : target, isExternal })
    },
    close: () => undefined,
  })
  return relations
}

function resolve(folder: string, target: string): string {
  const path = target.replaceAll('\\', '/')
  if (path.startsWith('/')) return path.slice(1)
  const parts: string[] = []
  for (const step of `${folder}${path}`.split('/')) {
    if (step === '..') parts.pop()
    else if (step !== '.' && step !== '') parts.push(step)
  }
  return parts.join('/')
}
