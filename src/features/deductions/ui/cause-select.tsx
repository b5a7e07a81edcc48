'use client'

import { useTranslations } from 'next-intl'
import { type Choice, Select } from '@/ui/form/select'
import type { TrackerRow } from '../queries/tracker-row'

type CauseSelectProps = { row: TrackerRow; causes: readonly Choice[] }

/** Where the deduction comes from in our own tree; what is known already stands chosen. */
export function CauseSelect({ row, causes }: CauseSelectProps) {
  const t = useTranslations('deductions')
  const known = causes.some((cause) => cause.value === row.cause?.key) ? row.cause?.key : ''
  return (
    <Select
      name="causeKey"
      label={t('causes.cause')}
      hint={t('causes.hint')}
      blank={t('causes.blank')}
      choices={causes}
      defaultValue={known}
    />
  )
}
