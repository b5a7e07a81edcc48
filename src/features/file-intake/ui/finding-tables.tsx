import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { PlaceLink } from '@/features/documents/ui/place-link'
import { type Column, DataTable } from '@/ui/data-table/data-table'
import { NumberedPager } from '@/ui/data-table/numbered-pager'
import { EmptyState } from '@/ui/empty-state'
import { hrefWith, type SearchParams } from '@/ui/page-address'
import { Section } from '@/ui/section'
import { StatusMark } from '@/ui/status-mark'
import type { FindingFilter, FindingPage, ImportFinding, RejectedRow } from '../queries/find-findings'
import { CodeFilter } from './code-filter'
import { fieldText } from './field-text'
import { findingSentence, type Texts } from './finding-sentence'

type FindingTablesProps<Row> = {
  batchId: string
  page: FindingPage<Row>
  filter: FindingFilter
  path: string
  params: SearchParams
}

/** What was noticed while reading: where, in which field, and what it means. */
export function FindingSection(props: FindingTablesProps<ImportFinding>) {
  const t = useTranslations('fileIntake')
  const locale = useLocale()
  const { batchId, page } = props
  return (
    <Section title={t('findings')} id="findings" note={t('findingsNote', { count: page.total })}>
      <CodeFilter codes={page.codes} current={props.filter.code} path={props.path} params={props.params} />
      <DataTable
        kind="section"
        name={t('findings')}
        rows={page.rows.map((finding, index) => ({ ...finding, key: String(index) }))}
        rowKey={(row) => row.key}
        columns={placeColumns(t, locale, batchId)}
        empty={<EmptyState>{t('noFindings')}</EmptyState>}
      />
      <NumberedPager path={props.path} params={props.params} page={props.filter.page} shown={page.rows.length} total={page.total} />
    </Section>
  )
}

/** Rows that were turned away, with the reason and the row as it stood in the file; correct and send them again. */
export function RejectedSection(props: FindingTablesProps<RejectedRow> & { actions: ReactNode; mayCorrect: boolean }) {
  const t = useTranslations('fileIntake')
  const locale = useLocale()
  const { batchId, page } = props
  return (
    <Section
      title={t('rejectedTitle')}
      id="rejected"
      note={t('rejectedShown', { shown: page.rows.length, count: page.total })}
      end={props.actions}
    >
      <CodeFilter codes={page.codes} current={props.filter.code} path={props.path} params={props.params} />
      <DataTable
        kind="section"
        name={t('rejectedTitle')}
        rows={page.rows}
        rowKey={(row) => String(row.row_no)}
        columns={[
          ...placeColumns<RejectedRow>(t, locale, batchId),
          {
            key: 'row',
            title: t('originalRow'),
            look: 'clip',
            cell: (row) => <code title={row.text}>{row.text.replaceAll('\t', ' │ ')}</code>,
          },
          {
            key: 'corrected',
            title: t('correctedTitle'),
            cell: (row) => (
              <CorrectedMark row={row} href={props.mayCorrect ? hrefWith(props.path, props.params, { row: row.position }) : null} />
            ),
          },
        ]}
        empty={<EmptyState>{t('noRejected')}</EmptyState>}
      />
      <NumberedPager path={props.path} params={props.params} page={props.filter.page} shown={page.rows.length} total={page.total} />
    </Section>
  )
}

function placeColumns<Row extends ImportFinding>(t: Texts, locale: string, batchId: string): Column<Row>[] {
  return [
    {
      key: 'position',
      title: t('position'),
      cell: (row) => <PlaceLink batchId={batchId} position={row.position} field={row.field} />,
    },
    { key: 'field', title: t('fieldTitle'), look: 'quiet', cell: (row) => fieldText(t, row.field) },
    { key: 'sentence', title: t('reason'), look: 'wrap', cell: (row) => findingSentence(t, locale, row) },
  ]
}

type CorrectedMarkProps = { row: RejectedRow; href: string | null }

/** Where a row came in after correction, or the way to correct it here. */
function CorrectedMark({ row, href }: CorrectedMarkProps) {
  const t = useTranslations('fileIntake')
  if (row.corrected_by === null && href !== null)
    return (
      <Link href={href} prefetch={false} scroll={false}>
        {t('correct')}
      </Link>
    )
  if (row.corrected_by === null) return <span className="q">–</span>
  return (
    <StatusMark shape="ready">
      <Link href={`/imports/${row.corrected_by}`} prefetch={false}>
        {t('correctedIn', { number: row.corrected_number ?? 0 })}
      </Link>
    </StatusMark>
  )
}
