import type { ListEnd } from '@/formats/fields/list-end'
import { headerWithKeys } from '@/formats/mapping/column-keys'
import type { GivenMapping } from '@/formats/mapping/given-mapping'
import type { Correction } from '../rules/correction'
import { type Content, contentOf, NOTHING } from './content'
import { CorrectedRows, correctTable } from './correct-tables'
import type { OpenedTables } from './file-survey'
import { surveyFile } from './file-survey'
import { withTables } from './open-tables'
import { readMapped } from './read-mapped'
import type { RowSink } from './row-sink'

type MappedFile = { storedAt: string; path: string; mapping: GivenMapping; correction?: Correction | undefined }

/** Reads one stored file as a person mapped its columns; rows into the sink, like any other file. Runs in the child process. */
export async function readByMapping({ storedAt, path, mapping, correction }: MappedFile, sink: RowSink): Promise<Content> {
  const header = { encoding: mapping.encoding, findHeader: headerWithKeys(mapping.keys) }
  return withTables(storedAt, header, async (opened) => {
    if (opened === null) return { ...NOTHING, kind: mapping.kind, waiting: 'intake/mapping-does-not-fit' }
    sink.startDocument()
    const end = correction
      ? await readCorrected(opened, { mapping, path, correction }, sink)
      : await readMapped(opened, mapping, path, sink)
    return {
      ...NOTHING,
      ...contentOf(end),
      format: opened.format,
      encoding: opened.encoding,
      problems: correction ? end.problems : [...opened.problems, ...end.problems],
      survey: end.waiting === undefined ? null : await surveyFile(opened),
    }
  })
}

async function readCorrected(
  opened: OpenedTables,
  { mapping, path, correction }: Pick<Required<MappedFile>, 'mapping' | 'path'> & { correction: Correction },
  sink: RowSink,
): Promise<ListEnd> {
  const rows = new CorrectedRows(sink, correction)
  const corrected = { ...opened, tables: opened.tables.map((table) => correctTable(table, correction)) }
  return rows.onlyMeant(await readMapped(corrected, mapping, path, rows))
}
