import { useTranslations } from 'next-intl'
import { DataTable } from '@/ui/data-table/data-table'
import { MoneyList } from '@/ui/money-list'
import { NumberText } from '@/ui/number-text'
import { Section } from '@/ui/section'
import type { Recoding } from '../queries/find-recoding'
import type { Category } from '../rules/deduction'

type RecodingPreviewProps = { recoding: Recoding; category: Category }

/** What approving would change in history: categories, verdicts, and what stays as people left it. */
export function RecodingPreview({ recoding, category }: RecodingPreviewProps) {
  const t = useTranslations('deductions')
  const rows = [
    ...recoding.moves.map(({ from, count, amounts }) => ({
      key: from,
      what: t('codes.moves', { from: t(`category.${from}`), to: t(`category.${category}`) }),
      count,
      amounts,
    })),
    { key: 'same', what: t('codes.same', { category: t(`category.${category}`) }), ...recoding.same },
    { key: 'settled', what: t('codes.settled'), ...recoding.settled },
  ].filter((row) => row.count > 0)
  return (
    <Section title={t('codes.preview')} note={t('codes.previewNote')} id="preview">
      <Groups name={t('codes.preview')} what={t('codes.become')} rows={rows} empty={t('codes.changesNothing')} />
      {recoding.verdicts.length > 0 && (
        <>
          <h3 className="mt-4 mb-1 m">{t('codes.verdicts', { count: recoding.judged })}</h3>
          <Groups
            name={t('column.verdict')}
            what={t('column.verdict')}
            rows={recoding.verdicts.map(({ from, to, count, amounts }) => ({
              key: `${from} ${to}`,
              what:
                from === to
                  ? t('codes.verdictStays', { verdict: t(`verdict.${from}`) })
                  : t('codes.moves', { from: t(`verdict.${from}`), to: t(`verdict.${to}`) }),
              count,
              amounts,
            }))}
            empty=""
          />
        </>
      )}
    </Section>
  )
}

type Group = { key: string; what: string } & Recoding['same']
type GroupsProps = { name: string; what: string; rows: readonly Group[]; empty: string }

function Groups({ name, what, rows, empty }: GroupsProps) {
  const t = useTranslations('deductions')
  return (
    <DataTable
      kind="section"
      name={name}
      rows={rows}
      rowKey={(row) => row.key}
      columns={[
        { key: 'what', title: what, cell: (row) => row.what },
        { key: 'count', title: t('codes.count'), align: 'right', cell: (row) => <NumberText value={row.count} /> },
        { key: 'amount', title: t('column.amount'), align: 'right', cell: (row) => <MoneyList values={row.amounts} /> },
      ]}
      empty={<p className="q">{empty}</p>}
    />
  )
}
