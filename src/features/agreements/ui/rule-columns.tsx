import type { CalendarDate } from '@/core/calendar-date'
import { formatPercent, joinTerm } from '@/i18n/formats'
import type { Locale } from '@/i18n/locale'
import type { Column } from '@/ui/data-table/data-table'
import { DateText } from '@/ui/date-text'
import type { TradeRuleRow } from '../queries/find-trade-rules'
import { UNIT_OF_RULE } from '../rules/trade-rule'
import { RuleDialog } from './rule-dialog'
import { SourceText } from './source-text'

type Texts = (key: string, values?: Record<string, string | number>) => string
type ColumnOptions = { t: Texts; locale: Locale; today: CalendarDate }

/** Whose rule, what it is, since when, where it was read and when it was checked. */
export function ruleColumns({ t, locale, today }: ColumnOptions): Column<TradeRuleRow>[] {
  const whose = (row: TradeRuleRow) => row.customerName ?? row.carrier ?? t('rules.everybody')
  return [
    { key: 'whose', title: t('rules.whose'), cell: whose },
    { key: 'kind', title: t('rules.rule'), look: 'wrap', cell: (row) => t(`rules.kind.${row.kind}`) },
    { key: 'value', title: t('rules.value'), align: 'right', cell: (row) => valueText(row, t, locale) },
    { key: 'from', title: t('rules.from'), cell: (row) => (row.validFrom === '2000-01-01' ? '–' : <DateText value={row.validFrom} />) },
    { key: 'state', title: t('rules.state'), look: 'quiet', cell: (row) => t(`rules.is.${stateOf(row, today)}`) },
    { key: 'source', title: t('rules.source'), look: 'wrap', hide: 'phone', cell: (row) => <SourceText source={row.source} /> },
    { key: 'checked', title: t('rules.checked'), look: 'quiet', hide: 'narrow', cell: (row) => <DateText value={row.checkedOn} /> },
    {
      key: 'change',
      title: <span className="sr-only">{t('rules.manage')}</span>,
      align: 'right',
      cell: (row) =>
        row.isNewest ? (
          <RuleDialog rule={row} name={joinTerm(whose(row), t(`rules.kind.${row.kind}`), locale)} customers={[]} today={today} />
        ) : null,
    },
  ]
}

function valueText({ kind, value }: TradeRuleRow, t: Texts, locale: Locale): string {
  if (value === null) return t('rules.none')
  const unit = UNIT_OF_RULE[kind]
  return unit === 'ppm' ? formatPercent(value, locale) : t(`rules.unit.${unit}`, { count: value })
}

function stateOf(row: TradeRuleRow, today: CalendarDate): 'inForce' | 'later' | 'replaced' {
  return row.validFrom > today ? 'later' : row.isInForce ? 'inForce' : 'replaced'
}
