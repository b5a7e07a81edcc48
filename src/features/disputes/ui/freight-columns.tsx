import Link from 'next/link'
import type { CalendarDate } from '@/core/calendar-date'
import { Capitalised } from '@/ui/capitalised'
import type { Column } from '@/ui/data-table/data-table'
import { DeadlineText } from '@/ui/deadline-text'
import { MoneyText } from '@/ui/money-text'
import type { FreightClaimRow } from '../queries/find-freight-claims'
import type { Texts } from './texts'

/** Who is claimed from for which shipment, what for, what is due and by whom, what came of it. */
export function freightColumns({ t, today }: { t: Texts; today: CalendarDate }): Column<FreightClaimRow>[] {
  return [
    {
      key: 'claim',
      title: t('freight.claim'),
      look: 'key',
      cell: (row) => <Link href={`/freight-claims/${row.id}`}>{t('freight.name', { number: row.number })}</Link>,
    },
    { key: 'carrier', title: t('freight.carrier'), cell: (row) => row.carrier },
    {
      key: 'shipment',
      title: t('freight.shipment'),
      look: 'quiet',
      hide: 'phone',
      cell: (row) => row.pro ?? row.bol ?? row.deliveryKey ?? '–',
    },
    { key: 'customer', title: t('column.customer'), look: 'clip', hide: 'phone', cell: (row) => row.customerName },
    { key: 'kind', title: t('freight.what'), hide: 'narrow', cell: (row) => <Capitalised>{t(`freight.kind.${row.kind}`)}</Capitalised> },
    { key: 'amount', title: t('column.amount'), align: 'right', cell: (row) => <MoneyText value={row.amount} /> },
    {
      key: 'state',
      title: t('column.state'),
      cell: (row) => <Capitalised className={row.state === 'paid' ? 'done' : undefined}>{t(`freight.state.${row.state}`)}</Capitalised>,
    },
    { key: 'due', title: t('freight.due'), cell: (row) => <DeadlineText dueOn={row.due?.on ?? null} today={today} /> },
    {
      key: 'dueWhat',
      title: t('freight.dueWhat'),
      look: 'quiet',
      hide: 'phone',
      cell: (row) => <Capitalised>{row.due === null ? '–' : t(`freight.dueFor.${row.due.what}`)}</Capitalised>,
    },
    { key: 'paid', title: t('freight.paid'), align: 'right', hide: 'narrow', cell: (row) => <MoneyText value={row.paid} zero="quiet" /> },
  ]
}
