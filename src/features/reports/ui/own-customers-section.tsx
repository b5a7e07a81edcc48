import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { DataTable } from '@/ui/data-table/data-table'
import { EmptyState } from '@/ui/empty-state'
import { MoneyList } from '@/ui/money-list'
import { Section } from '@/ui/section'
import type { OwnCustomer } from '../queries/find-own-customers'

type OwnCustomersSectionProps = { customers: readonly OwnCustomer[] }

const OPEN = 'state=new,collecting,ready,submitted'

/** The customers somebody looks after; each figure opens its rows. */
export function OwnCustomersSection({ customers }: OwnCustomersSectionProps) {
  const t = useTranslations('reports')
  return (
    <Section title={t('home.myCustomers')} note={t('home.customers', { count: customers.length })}>
      <DataTable
        kind="section"
        name={t('home.myCustomers')}
        rows={customers}
        rowKey={(row) => row.code}
        columns={[
          {
            key: 'name',
            title: t('home.customer'),
            look: 'key',
            cell: (row) => (
              <Link href={`/deductions?customer=${row.code}&${OPEN}`} prefetch={false}>
                {row.name}
              </Link>
            ),
          },
          {
            key: 'open',
            title: t('home.openCount'),
            align: 'right',
            cell: (row) => <Count value={row.openCount} href={`/deductions?customer=${row.code}&${OPEN}`} />,
          },
          { key: 'amount', title: t('home.openMoney'), align: 'right', cell: (row) => <MoneyList values={row.open} /> },
          { key: 'risk', title: t('home.atRisk'), align: 'right', cell: (row) => <MoneyList values={row.atRisk} tone="risk" /> },
          {
            key: 'due',
            title: t('home.dueThisWeek'),
            align: 'right',
            cell: (row) => <Count value={row.dueCount} href={`/deductions?tab=due&customer=${row.code}`} isUrgent />,
          },
          {
            key: 'file',
            title: t('home.toFile'),
            align: 'right',
            cell: (row) => <Count value={row.toFile} href={`/packages?tab=file&customer=${row.code}`} />,
          },
        ]}
        empty={<EmptyState>{t('home.noCustomers')}</EmptyState>}
      />
    </Section>
  )
}

type CountProps = { value: number; href: string; isUrgent?: boolean }

function Count({ value, href, isUrgent = false }: CountProps) {
  if (value === 0) return <span className="q">0</span>
  return (
    <Link className={isUrgent ? 'figure due md' : 'figure'} href={href} prefetch={false}>
      {value}
    </Link>
  )
}
