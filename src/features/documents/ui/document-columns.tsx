import Link from 'next/link'
import type { Column } from '@/ui/data-table/data-table'
import { DateText, InstantText } from '@/ui/date-text'
import type { DocumentListRow } from '../queries/find-documents'
import { ReadingState } from './reading-state'
import { documentKindText, type Texts } from './texts'

/** The columns of the list of papers. */
export function documentColumns(t: Texts): Column<DocumentListRow>[] {
  return [
    {
      key: 'file',
      title: t('column.file'),
      look: 'key',
      cell: (row) => (
        <Link href={`/documents/${row.id}`} prefetch={false}>
          {row.fileName}
        </Link>
      ),
    },
    { key: 'kind', title: t('column.kind'), cell: (row) => documentKindText(t, row.kind) },
    { key: 'number', title: t('column.number'), look: 'clip', cell: (row) => row.number ?? <span className="q">–</span> },
    { key: 'issued', title: t('column.issued'), look: 'quiet', cell: (row) => <DateText value={row.issuedOn} /> },
    { key: 'customer', title: t('column.customer'), look: 'quiet', cell: (row) => row.customerName ?? '–' },
    { key: 'state', title: t('column.state'), cell: (row) => <ReadingState state={row.state} /> },
    { key: 'grade', title: t('column.grade'), cell: (row) => <GradeLetter grade={row.grade} /> },
    {
      key: 'links',
      title: t('column.links'),
      align: 'right',
      hide: 'phone',
      cell: (row) => (row.links === 0 ? <span className="over md">0</span> : row.links),
    },
    { key: 'pages', title: t('column.pages'), align: 'right', look: 'quiet', hide: 'narrow', cell: (row) => row.pageCount || '–' },
    { key: 'who', title: t('column.who'), look: 'quiet', hide: 'narrow', cell: (row) => row.uploadedBy ?? t('imported') },
    { key: 'when', title: t('column.when'), look: 'quiet', cell: (row) => <InstantText value={row.createdAt} /> },
  ]
}

type GradeLetterProps = { grade: string | null }

function GradeLetter({ grade }: GradeLetterProps) {
  if (grade === null) return <span className="q">–</span>
  return <span className={grade === 'D' ? 'over md' : grade === 'C' ? 'due md' : undefined}>{grade}</span>
}
