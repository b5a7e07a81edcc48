'use client'

import { useTranslations } from 'next-intl'
import { Select } from '@/ui/form/select'
import type { TrackerRow } from '../queries/tracker-row'
import type { CauseChoice } from './cause-name'

type CauseSelectProps = {
  row: TrackerRow
  causes: readonly CauseChoice[]
  /** What is owed is never explained by an error of the customer. */
  isOwed: boolean
}

/** Where the deduction comes from in our own tree; what is known already stands chosen. */
export function CauseSelect({ row, causes, isOwed }: CauseSelectProps) {
  const t = useTranslations('deductions')
  const fitting = causes.filter((cause) => !isOwed || cause.explainsOwed)
  const known = fitting.some((cause) => cause.value === row.cause?.key) ? row.cause?.key : ''
  return (
    <Select
      key={String(isOwed)}
      name="causeKey"
      label={t('causes.cause')}
      hint={t('causes.hint')}
      blank={t('causes.blank')}
      choices={fitting}
      defaultValue={known}
    />
  )
}
