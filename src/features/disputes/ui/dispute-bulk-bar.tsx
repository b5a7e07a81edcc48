'use client'

import { useTranslations } from 'next-intl'
import type { ListRow } from '@/core/list-shape'
import { assignDeductionAction } from '@/features/deductions/actions'
import { Button } from '@/ui/button'
import { AssignMenu } from '@/ui/data-table/assign-menu'
import { BulkBar } from '@/ui/data-table/bulk-bar'
import { useSelection } from '@/ui/data-table/selection'
import { useBulkGive } from '@/ui/data-table/use-bulk-give'
import { writeCell } from '@/ui/data-table/use-inline-edit'
import type { DisputeOwner } from './dispute-edits'

type DisputeBulkBarProps = { rows: readonly ListRow[]; people: readonly DisputeOwner[]; ownUserId: string }

/** Puts the chosen disputes on somebody's desk, as one command: all of them or none. */
export function DisputeBulkBar({ rows, people, ownUserId }: DisputeBulkBarProps) {
  const t = useTranslations('deductions.bulk')
  const { selected, clear } = useSelection()
  const deductions = rows
    .filter(({ id }) => selected.has(id))
    .map(({ cells }) => ({ id: cells['deductionId'] ?? '', version: Number(cells['version'] ?? 0), ownerId: cells['ownerId'] ?? null }))
  const assign = useBulkGive({
    give: (given, ownerId) => writeCell(assignDeductionAction, { deductions: [...given], ownerId }),
    said: () => t('assigned'),
    onDone: clear,
  })
  const assignTo = (ownerId: string | null) => assign.run(deductions, ownerId)
  return (
    <BulkBar>
      <Button type="button" kind="primary" pending={assign.isPending} onClick={() => assignTo(ownUserId)}>
        {t('takeOver')}
      </Button>
      <AssignMenu
        label={t('assignTo')}
        release={t('release')}
        people={people.filter(({ id }) => id !== ownUserId)}
        pending={assign.isPending}
        onAssign={assignTo}
      />
    </BulkBar>
  )
}
