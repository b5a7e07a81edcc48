'use client'

import { useTranslations } from 'next-intl'
import { asCalendarDate } from '@/core/calendar-date'
import type { ListRow } from '@/core/list-shape'
import { DeadlineText } from '@/ui/deadline-text'
import { KitList } from '@/ui/list-kit/kit-list'
import type { KitListProps } from '@/ui/list-kit/kit-list-props'
import { MoneyText } from '@/ui/money-text'
import { StatusMark } from '@/ui/status-mark'
import { FigureText } from './figure-text'

/** The list of orders; the dearest exception of each with both its sides. */
export function OrderList(props: KitListProps) {
  const t = useTranslations('orders')
  const figure = ({ cells, currency }: ListRow, key: string) =>
    cells['field'] ? <FigureText step={cells['field']} text={cells[key] ?? null} currency={currency} /> : ''
  return (
    <KitList
      {...props}
      own={{
        kind: ({ cells }) => (cells['kind'] ? undefined : <span className="q">{t('nothingWrong')}</span>),
        agreed: (row) => figure(row, 'agreed'),
        'as-ordered': (row) => {
          const others = Number(row.cells['open']) - 1
          return (
            <>
              {figure(row, 'as-ordered')} {others > 0 && <span className="q">{t('more', { count: others })}</span>}
            </>
          )
        },
        'at-stake': ({ cells, currency }) => {
          const minor = cells['at-stake'] ?? '0'
          return <MoneyText value={{ minor, currency }} tone={cells['isShipped'] === 'true' || minor === '0' ? 'plain' : 'risk'} />
        },
        left: ({ cells }) =>
          cells['isShipped'] === 'true' ? (
            <StatusMark shape="fixed" tone="plain">
              {t('shipped')}
            </StatusMark>
          ) : (
            <DeadlineText dueOn={cells['left'] ? asCalendarDate(cells['left']) : null} today={props.today} />
          ),
      }}
    />
  )
}
