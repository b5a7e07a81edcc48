'use client'

import { useTranslations } from 'next-intl'
import { DateText } from '@/ui/date-text'
import { ChangedMeanwhile } from '@/ui/form/changed-meanwhile'
import { MoneyText } from '@/ui/money-text'
import type { TrackerRow } from '../queries/tracker-row'

type ChangedDeductionProps = { row: TrackerRow }

/** What became different about a deduction while a person was deciding on it. */
export function ChangedDeduction({ row }: ChangedDeductionProps) {
  const t = useTranslations('deductions')
  return (
    <ChangedMeanwhile
      row={row}
      compare={(before, after) => [
        {
          label: t('column.verdict'),
          before: t(`verdict.${before.verdict}`),
          after: t(`verdict.${after.verdict}`),
          differs: before.verdict !== after.verdict,
        },
        {
          label: t('whyJudged'),
          before: before.because ? t(`because.${before.because}`) : '–',
          after: after.because ? t(`because.${after.because}`) : '–',
          differs: before.because !== after.because,
        },
        {
          label: t('openAmount'),
          before: <MoneyText value={before.open} />,
          after: <MoneyText value={after.open} />,
          differs: before.open.minor !== after.open.minor,
        },
        {
          label: t('column.risk'),
          before: <MoneyText value={before.atRisk} />,
          after: <MoneyText value={after.atRisk} />,
          differs: before.atRisk.minor !== after.atRisk.minor,
        },
        {
          label: t('column.state'),
          before: t(`state.${before.state}`),
          after: t(`state.${after.state}`),
          differs: before.state !== after.state,
        },
        {
          label: t('column.deadline'),
          before: <DateText value={before.deadlineOn} />,
          after: <DateText value={after.deadlineOn} />,
          differs: before.deadlineOn !== after.deadlineOn,
        },
        {
          label: t('column.owner'),
          before: before.ownerName ?? '–',
          after: after.ownerName ?? '–',
          differs: before.ownerId !== after.ownerId,
        },
      ]}
    />
  )
}
