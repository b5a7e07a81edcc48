import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { MoneyList } from '@/ui/money-list'
import type { OwnCustomer } from '../queries/find-own-customers'
import { ListSection, RowLink } from './list-section'

type OwnCustomersSectionProps = { customers: readonly OwnCustomer[] }

const OPEN = 'state=new,collecting,ready,submitted'

/** The customers somebody looks after; each figure opens its rows. */
export function OwnCustomersSection({ customers }: OwnCustomersSectionProps) {
  const t = useTranslations('reports')
  return (
    <ListSection
      title={t('home.myCustomers')}
      note={t('home.customers', { count: customers.length })}
      rows={customers}
      shown={customers.length}
      rowKey={(row) => row.code}
      columns={[
        {
          key: 'name',
          title: t('home.customer'),
          look: 'key',
          cell: (row) => <RowLink href={`/deductions?customer=${row.code}&${OPEN}`}>{row.name}</RowLink>,
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
      empty={t('home.noCustomers')}
    />
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
