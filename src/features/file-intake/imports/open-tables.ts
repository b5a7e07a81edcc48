import { createReadStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import type { Problem } from '@/core/problem'
import type { FindHeader } from '@/formats/find-header'
import type { Format } from '@/formats/inspection'
import type { ByteSource } from '@/formats/text/decode-pieces'
import type { Encoding } from '@/formats/text/encoding'
import { openWorkbook } from '@/formats/xlsx/open-workbook'
import { ZIP_LIMITS } from '@/formats/zip/zip-limits'
import type { OpenedTables } from './file-survey'
import { formatOf } from './format-of'
import { openList, openText } from './read-list-file'

const CHUNK_BYTES = 256 * 1024

/** The bytes of a stored file, from their start as often as asked. */
export function bytesOf(storedAt: string): ByteSource {
  return () => createReadStream(storedAt, { highWaterMark: CHUNK_BYTES })
}

/** Opens a stored file as tables: delimited text, SAP list or workbook. Null when it is none of them. */
export async function openTables(
  storedAt: string,
  chosen: Encoding | null,
  findHeader?: FindHeader,
): Promise<(OpenedTables & { format: Format; problems: readonly Problem[] }) | null> {
  const stored = bytesOf(storedAt)
  const format = await formatOf(storedAt)
  if (format === 'xlsx') {
    const { tables, problems } = await openWorkbook(await readFile(storedAt), ZIP_LIMITS, findHeader)
    return { format, tables, problems, encoding: null, sure: true, stored }
  }
  if (format !== 'csv' && format !== 'sap-list' && format !== 'text') return null
  const { text, encoding, sure } = await openText(stored, chosen)
  return { format, tables: [await openList(text, findHeader)], problems: [], encoding, sure, stored }
}
