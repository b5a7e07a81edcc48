import { createReadStream } from 'node:fs'
import type { Problem } from '@/core/problem'
import type { FindHeader } from '@/formats/find-header'
import type { Format } from '@/formats/inspection'
import type { ByteSource } from '@/formats/text/decode-pieces'
import type { Encoding } from '@/formats/text/encoding'
import { openWorkbook } from '@/formats/xlsx/open-workbook'
import { ZIP_LIMITS } from '@/formats/zip/zip-limits'
import type { OpenedTables } from './file-survey'
import { formatOf } from './format-of'
import { withPackedFile } from './packed-file'
import { openList, openText } from './read-list-file'

const CHUNK_BYTES = 256 * 1024

/** The bytes of a stored file, from their start as often as asked. */
export function bytesOf(storedAt: string): ByteSource {
  return () => createReadStream(storedAt, { highWaterMark: CHUNK_BYTES })
}

/** A stored file opened as tables; `problems` are those of the file, each table has its own. */
export type StoredTables = OpenedTables & { format: Format; problems: readonly Problem[] }

/** Works on the tables of a stored file: delimited text, SAP list or workbook. They are null when it is none of them. */
export async function withTables<Result>(
  storedAt: string,
  { encoding: chosen, findHeader }: { encoding: Encoding | null; findHeader: FindHeader | undefined },
  work: (opened: StoredTables | null) => Promise<Result>,
): Promise<Result> {
  const stored = bytesOf(storedAt)
  const format = await formatOf(storedAt)
  if (format === 'xlsx')
    return withPackedFile(storedAt, async (packed) => {
      const { tables, problems } = await openWorkbook(packed, ZIP_LIMITS, findHeader)
      return work({ format, tables, problems, encoding: null, sure: true, stored })
    })
  if (format !== 'csv' && format !== 'sap-list' && format !== 'text') return work(null)
  const { text, encoding, sure } = await openText(stored, chosen)
  return work({ format, tables: [await openList(text, findHeader)], problems: [], encoding, sure, stored })
}
