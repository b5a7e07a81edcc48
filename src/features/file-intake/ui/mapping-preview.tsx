'use client'

import { useLocale, useTranslations } from 'next-intl'
import { scaledToText } from '@/core/money'
import { DataTable } from '@/ui/data-table/data-table'
import { EmptyState } from '@/ui/empty-state'
import { Figures } from '@/ui/figures'
import { useRefusalText } from '@/ui/form/use-refusal-text'
import { MoneyText } from '@/ui/money-text'
import { NumberText } from '@/ui/number-text'
import { placeText } from '@/ui/place-text'
import { Section } from '@/ui/section'
import { StatusMark } from '@/ui/status-mark'
import type { MappingTarget } from '../rules/mapping'
import { findingSentence } from './finding-sentence'
import { targetText } from './mapping-texts'
import type { PreviewState, ShownPreview } from './request-preview'
import { stagedColumns } from './staged-preview'

type MappingPreviewProps = { preview: PreviewState; target: MappingTarget }

/** The first rows as they will be stored, what cannot be read and why, and sums that a person can hold against the file. */
export function MappingPreview({ preview, target }: MappingPreviewProps) {
  const t = useTranslations('fileIntake')
  const refusal = useRefusalText()
  const shown = preview.phase === 'shown' ? preview.preview : preview.phase === 'trying' ? preview.before : null
  return (
    <Section title={t('mapping.preview')} id="preview" note={preview.phase === 'trying' ? t('mapping.trying') : undefined}>
      <div aria-busy={preview.phase === 'trying'} aria-live="polite">
        {preview.phase === 'incomplete' && <EmptyState>{t('mapping.previewIncomplete')}</EmptyState>}
        {preview.phase === 'failed' && <EmptyState>{refusal.sentence(preview.code)}</EmptyState>}
        {preview.phase === 'trying' && shown === null && <EmptyState>{t('mapping.trying')}</EmptyState>}
        {shown !== null && <Shown preview={shown} target={target} />}
      </div>
    </Section>
  )
}

type ShownProps = { preview: ShownPreview; target: MappingTarget }

function Shown({ preview, target }: ShownProps) {
  const t = useTranslations('fileIntake')
  const kit = useTranslations('ui')
  const locale = useLocale()
  if (preview.waiting !== null) return <EmptyState>{t(`finding.${preview.waiting}`)}</EmptyState>
  const rows = preview.rows.map((row, at) => ({ ...row, row_no: at + 1, customer: null }))
  return (
    <div className="flex flex-col gap-4">
      <Figures items={figures(t, preview)} />
      {preview.problems.length > 0 && (
        <ul className="m">
          {preview.problems.slice(0, 5).map((problem) => (
            <li key={`${problem.position} ${problem.field} ${problem.code}`}>
              <StatusMark shape="due">{placeText(kit, problem.position)}</StatusMark> {findingSentence(t, locale, problem)}
            </li>
          ))}
        </ul>
      )}
      {preview.rejected.length > 0 && (
        <DataTable
          kind="section"
          density="condensed"
          name={t('mapping.rowsRejected')}
          rows={preview.rejected}
          rowKey={(row) => row.position}
          columns={[
            { key: 'position', title: t('position'), look: 'quiet', cell: (row) => placeText(kit, row.position) },
            {
              key: 'field',
              title: t('fieldTitle'),
              cell: (row) => <StatusMark shape="overdue">{targetText(t, target.kind, row.problem.field)}</StatusMark>,
            },
            { key: 'reason', title: t('reason'), look: 'wrap', cell: (row) => findingSentence(t, locale, row.problem) },
            {
              key: 'row',
              title: t('originalRow'),
              look: 'clip',
              cell: (row) => <code title={row.text}>{row.text.replaceAll('\t', ' │ ')}</code>,
            },
          ]}
        />
      )}
      {rows.length === 0 ? (
        <EmptyState>{t('mapping.noRows')}</EmptyState>
      ) : (
        <DataTable
          kind="section"
          density="condensed"
          name={t('mapping.preview')}
          rows={rows}
          rowKey={(row) => String(row.row_no)}
          columns={stagedColumns(t, rows).filter(({ key }) => key !== 'customer')}
        />
      )}
    </div>
  )
}

function figures(t: ReturnType<typeof useTranslations<'fileIntake'>>, preview: ShownPreview) {
  const { totals } = preview
  return [
    { key: 'accepted', term: t('mapping.rowsStored'), value: <NumberText value={preview.accepted} /> },
    {
      key: 'rejected',
      term: t('column.rejected'),
      value: <NumberText value={preview.rejectedCount} />,
      ...(preview.rejectedCount > 0 ? { tone: 'over' as const } : {}),
    },
    ...preview.sums.map(({ currency, minor }) => ({
      key: `sum ${currency ?? ''}`,
      term: t('mapping.sum'),
      value: currency === null ? scaledToText(BigInt(minor), 2) : <MoneyText value={{ minor, currency }} zero="full" />,
      ...(currency === null ? { note: t('mapping.customersCurrency') } : {}),
    })),
    ...(totals.own === null
      ? []
      : [
          {
            key: 'own',
            term: t('ownTotal'),
            value: totals.own,
            note: (
              <StatusMark shape={totals.own === totals.computed ? 'ready' : 'overdue'}>
                {t(totals.own === totals.computed ? 'totalsAgree' : 'totalsDiffer')}
              </StatusMark>
            ),
          },
        ]),
  ]
}
