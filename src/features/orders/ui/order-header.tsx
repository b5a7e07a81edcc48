import { useTranslations } from 'next-intl'
import type { CalendarDate } from '@/core/calendar-date'
import { DateText } from '@/ui/date-text'
import { DeadlineText } from '@/ui/deadline-text'
import { MoneyText } from '@/ui/money-text'
import { type Fact, PageHeader } from '@/ui/page-header'
import { StatusMark } from '@/ui/status-mark'
import type { ExceptionRow } from '../queries/exception-columns'
import type { OrderFacts } from '../queries/find-order'

type OrderHeaderProps = {
  poNumber: string
  customerName: string
  order: OrderFacts | null
  /** Those that nobody decided for good. */
  exceptions: readonly ExceptionRow[]
  today: CalendarDate
}

/** Number, customer, and the facts in the order they are asked for: what next, until when, what is at stake. */
export function OrderHeader({ poNumber, customerName, order, exceptions, today }: OrderHeaderProps) {
  const t = useTranslations('orders')
  const atStake = exceptions.reduce((sum, exception) => sum + exception.at_stake_minor, 0n)
  const isHeld = exceptions.some((exception) => exception.state === 'held')
  const state = isHeld ? 'held' : exceptions.length > 0 ? 'exceptions' : 'clear'
  const facts: Fact[] = [{ term: t('nextStep'), value: t(`nextIs.${state}`, { count: exceptions.length }) }]
  if (order) {
    facts.push(
      {
        term: t('column.shipBy'),
        value: order.is_shipped ? (
          <DateText value={order.ship_by} style="weekday" />
        ) : (
          <DeadlineText dueOn={order.ship_by} today={today} style="full" />
        ),
      },
      { term: t('column.customer'), value: customerName },
      { term: t('column.value'), value: <MoneyText value={{ minor: order.value_minor, currency: order.currency }} /> },
      {
        term: t('column.atStake'),
        value: <MoneyText value={{ minor: atStake, currency: order.currency }} tone={order.is_shipped ? 'plain' : 'risk'} />,
      },
      {
        term: t('deductedOf', { count: order.deductions }),
        value: <MoneyText value={{ minor: order.deducted_minor, currency: order.deduction_currency }} />,
      },
      { term: t('column.orderedOn'), value: <DateText value={order.ordered_on} /> },
    )
  }
  facts.push({
    term: t('column.state'),
    value: (
      <StatusMark shape={order?.is_shipped ? 'fixed' : state === 'held' ? 'partly' : state === 'clear' ? 'ready' : 'none'} tone="plain">
        {order?.is_shipped ? t('shipped') : t(`orderState.${state}`)}
      </StatusMark>
    ),
  })
  return (
    <PageHeader
      title={poNumber}
      subtitle={t('subtitle', { customer: customerName })}
      crumbs={[{ label: t('title'), href: '/orders' }, { label: customerName }]}
      facts={facts}
    />
  )
}
