import type { EvidenceKind } from '@/features/deductions/rules/evidence-needed'
import type { RecordPage } from './build-request'
import { fill } from './package-texts'
import { describeParts } from './record-parts'
import type { PageContext, RecordParts } from './record-words'
import type { PackageTexts } from './text-shape'

/** The page that stands for a record of ours; null when the facts no longer hold it. */
export function describeRecord(context: PageContext, kind: EvidenceKind, title: string): RecordPage | null {
  const parts = describeParts(context, kind)
  if (!parts) return null
  const { texts, company } = context
  return {
    company,
    title: exhibitTitle(texts, kind, title),
    fields: parts.fields,
    table: toTable(parts.table),
    note: fill(texts.fromRecords, { company }),
  }
}

/** 'Invoice 90417733'; the kind alone where there is no number. */
export function exhibitTitle(texts: PackageTexts, kind: keyof PackageTexts['evidence'], number: string): string {
  return [texts.evidence[kind], number].filter((part) => part !== '').join(' ')
}

function toTable(table: RecordParts['table']): RecordPage['table'] {
  if (!table || table.rows.length === 0) return null
  const shares = table.columns.map(({ weight }) => weight)
  const total = shares.reduce((sum, share) => sum + share, 0)
  return {
    columns: table.columns.map(({ weight, isNumber }) => ({ share: weight / total, ...(isNumber ? { align: 'right' as const } : {}) })),
    head: table.columns.map(({ title }) => title),
    rows: table.rows,
    total: table.total,
  }
}
