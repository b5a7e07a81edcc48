import { useTranslations } from 'next-intl'
import { money } from '@/core/money'
import { MoneyList } from '@/ui/money-list'
import { NumberText } from '@/ui/number-text'
import { PageHeader } from '@/ui/page-header'
import { StatusMark } from '@/ui/status-mark'
import type { CodeRow } from '../queries/find-codes'

type CodeHeaderProps = { row: CodeRow }

/** The code, its customer, and what is behind it. */
export function CodeHeader({ row }: CodeHeaderProps) {
  const t = useTranslations('deductions')
  return (
    <PageHeader
      title={row.code}
      subtitle={row.text ?? ''}
      crumbs={[{ label: t('codes.title'), href: '/codes' }, { label: row.customerName }]}
      facts={[
        {
          term: t('column.state'),
          value: (
            <StatusMark shape={row.tab === 'mapped' ? 'ready' : row.tab === 'waiting' ? 'partly' : 'none'}>
              {t(`codes.tab.${row.tab}`)}
            </StatusMark>
          ),
        },
        { term: t('column.category'), value: row.tab === 'mapped' && row.mapped !== null ? t(`category.${row.mapped}`) : '–' },
        { term: t('column.customer'), value: row.customerName },
        { term: t('codes.count'), value: <NumberText value={row.count} /> },
        {
          term: t('column.amount'),
          value: <MoneyList values={row.amounts.map(({ minor, currency }) => money(BigInt(minor), currency))} />,
        },
        { term: t('codes.announced'), value: <NumberText value={row.announced} /> },
      ]}
    />
  )
}
