import type { EvidenceKind } from '@/features/deductions/rules/evidence-needed'
import { type Sql, select, sql } from '@/server/db/client'
import { type Exhibit, type ExhibitKind, type Mention, NOT_LOOKED_INTO } from '../rules/exhibit'

type ArrangedRow = {
  id: string
  evidence: ExhibitKind
  document_id: string | null
  record_kind: EvidenceKind | null
  record_id: string | null
  is_included: boolean
  title: string
}

/** What somebody put into the package, in their order. The caller has checked that the actor may see the dispute. */
export async function findArranged(disputeId: string): Promise<Exhibit[]> {
  const rows = await select<ArrangedRow>(sql`
    SELECT id, evidence, document_id, record_kind, record_id, is_included, title
    FROM package_exhibit WHERE dispute_id = ${disputeId}::uuid ORDER BY sort_order, id`)
  return rows.map((row) => ({
    id: row.id,
    evidence: row.evidence,
    level: 'added',
    documentId: row.document_id,
    recordKind: row.record_kind,
    recordId: row.record_id,
    title: row.title,
    isIncluded: row.is_included,
    ...NOT_LOOKED_INTO,
  }))
}

/** Where to read: the pool, or a transaction. */
type Read = <Row>(query: Sql) => Promise<Row[]>

type PaperRow = {
  id: string
  page_count: number
  bytes: bigint
  media_type: string
  state: string
  has_chinese: boolean
  mentions: Mention[]
}

/** Adds what the store knows about the documents among the exhibits: pages, size, numbers found, language. */
export async function describeExhibits(exhibits: readonly Exhibit[], read: Read = select): Promise<Exhibit[]> {
  const ids = exhibits.flatMap((exhibit) => exhibit.documentId ?? [])
  if (ids.length === 0) return [...exhibits]
  const rows = await read<PaperRow>(sql`
    SELECT d.id::text, d.page_count, f.bytes, f.media_type, d.state, d.lines::text ~ '[\u4e00-\u9fff]' AS has_chinese,
      coalesce((SELECT jsonb_agg(jsonb_build_object('kind', l.id_kind, 'key', l.id_key)) FROM document_link l
        WHERE l.document_id = d.id AND l.id_kind IN ('po', 'invoice')), '[]') AS mentions
    FROM document d JOIN stored_file f ON f.id = d.file_id WHERE d.id = ANY(${ids}::uuid[])`)
  const papers = new Map(rows.map((row) => [row.id, row]))
  return exhibits.map((exhibit) => {
    const paper = exhibit.documentId === null ? undefined : papers.get(exhibit.documentId)
    if (!paper) return exhibit
    return {
      ...exhibit,
      pages: paper.page_count === 0 ? null : paper.page_count,
      bytes: Number(paper.bytes),
      mediaType: paper.media_type,
      fileState: paper.state,
      hasChinese: paper.has_chinese,
      mentions: paper.mentions,
    }
  })
}
