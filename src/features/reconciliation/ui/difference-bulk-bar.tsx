'use client'

import { BulkBar } from '@/ui/data-table/bulk-bar'
import { useSelection } from '@/ui/data-table/selection'
import { AcceptDifferencesDialog } from './accept-differences-dialog'

type DifferenceBulkBarProps = { canHandle: boolean }

/** What can be done with the chosen differences at once. */
export function DifferenceBulkBar({ canHandle }: DifferenceBulkBarProps) {
  const { selected, clear } = useSelection()
  if (!canHandle) return null
  return (
    <BulkBar>
      <AcceptDifferencesDialog ids={[...selected]} kind="primary" onDone={clear} />
    </BulkBar>
  )
}
