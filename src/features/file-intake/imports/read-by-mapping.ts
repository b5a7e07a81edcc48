import { headerWithKeys } from '@/formats/mapping/column-keys'
import type { GivenMapping } from '@/formats/mapping/given-mapping'
import { surveyFile } from './file-survey'
import { openTables } from './open-tables'
import { type Content, contentOf, NOTHING } from './read-content'
import { readMapped } from './read-mapped'
import type { RowSink } from './row-sink'

/** Reads one stored file as a person mapped its columns; rows into the sink, like any other file. Runs in the child process. */
export async function readByMapping(storedAt: string, path: string, mapping: GivenMapping, sink: RowSink): Promise<Content> {
  const opened = await openTables(storedAt, mapping.encoding, headerWithKeys(mapping.keys))
  if (opened === null) return { ...NOTHING, kind: mapping.kind, waiting: 'intake/mapping-does-not-fit' }
  sink.startDocument()
  const end = await readMapped(opened, mapping, path, sink)
  return {
    ...NOTHING,
    ...contentOf(end),
    format: opened.format,
    encoding: opened.encoding,
    problems: [...opened.problems, ...end.problems],
    survey: end.waiting === undefined ? null : await surveyFile(opened),
  }
}
