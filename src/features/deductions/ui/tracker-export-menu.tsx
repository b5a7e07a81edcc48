'use client'

import { useLocale, useTranslations } from 'next-intl'
import { ExportMenu } from '@/ui/export-menu'
import { useAction } from '@/ui/form/use-action'
import { announceJob } from '@/ui/job-signal'
import { askExportAction } from '../actions'

type TrackerExportMenuProps = {
  /** The list as its address says it. */
  query: string
  /** Keys of the columns that show, in their order. */
  columns: readonly string[]
}

/** Writes the tracker as it is seen to a file, in the background; the tray hands it over. */
export function TrackerExportMenu({ query, columns }: TrackerExportMenuProps) {
  const t = useTranslations('ui')
  const locale = useLocale()
  const start = useAction(askExportAction, { done: t('export.started'), onDone: announceJob })
  return <ExportMenu isPending={start.isPending} onAsk={(format) => start.run({ query, columns: [...columns], format, locale })} />
}
