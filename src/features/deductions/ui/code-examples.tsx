import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { money } from '@/core/money'
import { DataTable } from '@/ui/data-table/data-table'
import { DateText } from '@/ui/date-text'
import { MoneyText } from '@/ui/money-text'
import { Section } from '@/ui/section'
import type { CodeRow } from '../queries/find-codes'
import { codeRowsHref } from './code-href'

type CodeExamplesProps = { row: CodeRow }

/** The last deductions that came with the code, and the way to all of them. */
export function CodeExamples({ row }: CodeExamplesProps) {
  const t = useTranslations('deductions')
  return (
    <Section
      title={t('codes.examples')}
      end={
        <Link href={codeRowsHref(row.customerCode, row.codeKey)} prefetch={false}>
          {t('codes.allRows', { count: row.count })}
        </Link>
      }
    >
      <DataTable
        kind="section"
        name={t('codes.examples')}
        rows={row.examples}
        rowKey={(example) => example.id}
        columns={[
          {
            key: 'claim',
            title: t('column.claim'),
            look: 'key',
            cell: (example) => (
              <Link href={`/deductions/${example.id}`}>{example.claimNumber ?? t('noClaim', { number: example.number })}</Link>
            ),
          },
          { key: 'taken', title: t('column.taken'), look: 'quiet', cell: (example) => <DateText value={example.takenOn} /> },
          {
            key: 'amount',
            title: t('column.amount'),
            align: 'right',
            cell: (example) => <MoneyText value={money(BigInt(example.amountMinor), example.currency)} />,
          },
        ]}
        empty={<p className="q">{t('codes.onlyAnnounced', { count: row.announced })}</p>}
      />
    </Section>
  )
}
