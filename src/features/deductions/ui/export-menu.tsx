'use client'

import { useLocale, useTranslations } from 'next-intl'
import { Button } from '@/ui/button'
import { useAction } from '@/ui/form/use-action'
import { Icon } from '@/ui/icon'
import { announceJob } from '@/ui/job-signal'
import { Menu } from '@/ui/menu'
import { askExportAction } from '../actions'

type ExportMenuProps = {
  /** The list as its address says it. */
  query: string
  /** Keys of the columns that show, in their order. */
  columns: readonly string[]
}

/** Writes the list as it is seen to a file, in the background; the tray hands it over. */
export function ExportMenu({ query, columns }: ExportMenuProps) {
  const t = useTranslations('deductions')
  const locale = useLocale()
  const start = useAction(askExportAction, { done: t('export.started'), onDone: announceJob })
  const ask = (format: 'xlsx' | 'csv') => start.run({ query, columns: [...columns], format, locale })
  return (
    <Menu
      align="end"
      trigger={
        <Button type="button" kind="ghost" pending={start.isPending} icon={<Icon name="download" />}>
          {t('export.open')}
        </Button>
      }
      entries={[
        { kind: 'action', key: 'xlsx', label: 'XLSX', onSelect: () => ask('xlsx') },
        { kind: 'action', key: 'csv', label: 'CSV', onSelect: () => ask('csv') },
      ]}
    />
  )
}
