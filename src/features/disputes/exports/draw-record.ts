import type { RecordPage } from './build-request'
import { drawFooter, PageFlow, type Paper, SOFT } from './page-flow'
import { createPdf } from './pdf-fonts'

const FIELD_COLUMNS = [{ share: 0.3 }, { share: 0.7 }] as const

/** Draws a record of ours as a clean page: the same record always gives the same bytes. */
export async function drawRecord(record: RecordPage, paper: Paper): Promise<Uint8Array> {
  const { pdf, fonts } = await createPdf()
  const flow = new PageFlow(pdf, fonts, paper)
  flow.text(record.company, { size: 11, isStrong: true, gap: 14 })
  flow.text(record.title, { size: 16, isStrong: true, gap: 8 })
  flow.table(
    FIELD_COLUMNS,
    null,
    record.fields.filter(([, value]) => value !== '').map(([name, value]) => ({ cells: [name, value] })),
  )
  if (record.table) {
    flow.gap(14)
    const { columns, head, rows, total } = record.table
    flow.table(columns, head, [...rows.map((cells) => ({ cells })), ...(total === null ? [] : [{ cells: total, isStrong: true }])])
  }
  flow.gap(12)
  flow.text(record.note, { size: 8.5, color: SOFT })
  for (const [index, page] of flow.pages.entries()) drawFooter(page, fonts, record.title, `${index + 1} / ${flow.pages.length}`)
  return pdf.save({ useObjectStreams: false })
}
