'use client'

import { useLocale, useTranslations } from 'next-intl'
import { ExportMenu } from '@/ui/export-menu'
import { useAction } from '@/ui/form/use-action'
import { announceJob } from '@/ui/job-signal'
import { askListExportAction } from '../actions'

type ListExportMenuProps = {
  list: string
  /** The list as its address says it. */
  query: string
  /** Keys of the columns that show, in their order. */
  columns: readonly string[]
}

/** Writes a list as it is seen to a file, in the background; the tray hands it over. */
export function ListExportMenu({ list, query, columns }: ListExportMenuProps) {
  const t = useTranslations('ui')
  const locale = useLocale()
  const start = useAction(askListExportAction, { done: t('export.started'), onDone: announceJob })
  return <ExportMenu isPending={start.isPending} onAsk={(format) => start.run({ list, query, columns: [...columns], format, locale })} />
}
