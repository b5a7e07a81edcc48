'use client'

import { useTranslations } from 'next-intl'
import { Button } from './button'
import { Icon } from './icon'
import { Menu } from './menu'

type ExportMenuProps = { isPending: boolean; onAsk: (format: 'xlsx' | 'csv') => void }

/** Asks for a list as a file, in one of the forms there are. */
export function ExportMenu({ isPending, onAsk }: ExportMenuProps) {
  const t = useTranslations('ui')
  return (
    <Menu
      align="end"
      trigger={
        <Button type="button" kind="ghost" pending={isPending} icon={<Icon name="download" />}>
          {t('export.open')}
        </Button>
      }
      entries={[
        { kind: 'action', key: 'xlsx', label: 'XLSX', onSelect: () => onAsk('xlsx') },
        { kind: 'action', key: 'csv', label: 'CSV', onSelect: () => onAsk('csv') },
      ]}
    />
  )
}
