import Link from 'next/link'
import type { ReactNode } from 'react'
import { formatMoney } from '@/i18n/formats'
import type { Locale } from '@/i18n/locale'
import type { Column } from '@/ui/data-table/data-table'
import type { EffectMoney, RuleChange } from '../queries/find-rule-changes'
import type { Texts } from './texts'

type RuleChangeColumnOptions = { t: Texts; deductions: Texts; locale: Locale; action: (change: RuleChange) => ReactNode }

/** What our history suggests, what it brought before and would have brought after, which open deductions it touches, and the way to switch it on. */
export function ruleChangeColumns({ t, deductions, locale, action }: RuleChangeColumnOptions): Column<RuleChange>[] {
  return [
    { key: 'customer', title: t('column.customer'), cell: (row) => row.customerName },
    { key: 'rule', title: t('lesson.rule'), look: 'wrap', cell: (row) => changeSentence(row, { t, deductions, locale }) },
    { key: 'before', title: t('change.before'), look: 'wrap', cell: (row) => effectText(row.effect.before, t, locale) },
    { key: 'after', title: t('change.after'), look: 'wrap', cell: (row) => effectText(row.effect.after, t, locale) },
    {
      key: 'open',
      title: t('lesson.effectOpen'),
      look: 'wrap',
      cell: ({ effect: { open }, customerCode }) => (
        <Link href={`/deductions?customer=${customerCode}`} prefetch={false}>
          {t('change.open', { count: open.count, amount: formatMoney(open.amount, locale) })}
        </Link>
      ),
    },
    { key: 'action', title: t('lesson.decide'), cell: action },
  ]
}

/** The rule in one sentence, with what holds today. */
export function changeSentence(change: RuleChange, { t, deductions, locale }: { t: Texts; deductions: Texts; locale: Locale }): string {
  switch (change.kind) {
    case 'accept-below':
      return t('change.acceptBelow', { limit: formatMoney(change.limit, locale), current: formatMoney(change.current, locale) })
    case 'remap-code':
      return t('change.remapCode', {
        code: change.code,
        from: deductions(`category.${change.from}`),
        to: deductions(`category.${change.to}`),
      })
    case 'shorter-window':
      return t('change.shorterWindow', {
        category: deductions(`category.${change.category}`),
        days: change.days,
        current: change.current,
      })
  }
}

function effectText({ cases, won, lost, work }: EffectMoney, t: Texts, locale: Locale): string {
  return t('change.effect', {
    ...{ count: cases, won: formatMoney(won, locale) },
    ...{ lost: formatMoney(lost, locale), work: formatMoney(work, locale) },
  })
}
