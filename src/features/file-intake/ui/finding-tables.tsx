import { useLocale, useTranslations } from 'next-intl'
import { DataTable } from '@/ui/data-table/data-table'
import { EmptyState } from '@/ui/empty-state'
import { LinkButton } from '@/ui/link-button'
import { Section } from '@/ui/section'
import type { ImportDetail } from '../queries/find-import'
import { fieldText } from './field-text'
import { findingSentence, positionText } from './finding-sentence'

type FindingTablesProps = { detail: ImportDetail }

/** What was noticed while reading: where, in which field, and what it means. */
export function FindingSection({ detail }: FindingTablesProps) {
  const t = useTranslations('fileIntake')
  const locale = useLocale()
  return (
    <Section title={t('findings')} id="findings" note={t('findingsNote', { count: detail.findings.length })}>
      <DataTable
        kind="section"
        name={t('findings')}
        rows={detail.findings.map((finding, index) => ({ ...finding, key: String(index) }))}
        rowKey={(row) => row.key}
        columns={[
          { key: 'position', title: t('position'), look: 'quiet', cell: (row) => positionText(t, row.position) },
          { key: 'field', title: t('fieldTitle'), look: 'quiet', cell: (row) => fieldText(t, row.field) },
          { key: 'sentence', title: t('reason'), look: 'wrap', cell: (row) => findingSentence(t, locale, row) },
        ]}
        empty={<EmptyState>{t('noFindings')}</EmptyState>}
      />
    </Section>
  )
}

/** Rows that were turned away, with the reason and the row as it stood in the file; correct and send them again. */
export function RejectedSection({ detail }: FindingTablesProps) {
  const t = useTranslations('fileIntake')
  const locale = useLocale()
  if (detail.rejectedRows.length === 0) return null
  const download = (format: string) => `/api/imports/${detail.id}/rejected?format=${format}`
  return (
    <Section
      title={t('rejectedTitle')}
      id="rejected"
      note={t('rejectedShown', { shown: detail.rejectedRows.length, count: detail.rejected })}
      end={
        <>
          <LinkButton href={download('xlsx')} download="">
            {t('downloadXlsx')}
          </LinkButton>
          <LinkButton href={download('csv')} download="">
            {t('downloadCsv')}
          </LinkButton>
        </>
      }
    >
      <DataTable
        kind="section"
        name={t('rejectedTitle')}
        rows={detail.rejectedRows}
        rowKey={(row) => String(row.row_no)}
        columns={[
          { key: 'position', title: t('position'), look: 'quiet', cell: (row) => positionText(t, row.position) },
          { key: 'field', title: t('fieldTitle'), look: 'quiet', cell: (row) => fieldText(t, row.field) },
          { key: 'reason', title: t('reason'), look: 'wrap', cell: (row) => findingSentence(t, locale, row) },
          {
            key: 'row',
            title: t('originalRow'),
            look: 'clip',
            cell: (row) => <code title={row.text}>{row.text.replaceAll('\t', ' │ ')}</code>,
          },
        ]}
      />
    </Section>
  )
}
