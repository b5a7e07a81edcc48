'use client'

import { BulkBar } from '@/ui/data-table/bulk-bar'
import { useSelection } from '@/ui/data-table/selection'
import { AcceptDifferencesDialog } from './accept-differences-dialog'
import { AskCorrectionsDialog } from './ask-corrections-dialog'
import type { ChosenDifference } from './bulk-preview'

type DifferenceBulkBarProps = { canHandle: boolean; rows: readonly ChosenDifference[] }

/** What can be done with the chosen differences at once, each shown before it is done. */
export function DifferenceBulkBar({ canHandle, rows }: DifferenceBulkBarProps) {
  const { selected, clear } = useSelection()
  if (!canHandle) return null
  const chosen = rows.filter((row) => selected.has(row.id))
  return (
    <BulkBar>
      <AskCorrectionsDialog chosen={chosen} onDone={clear} />
      <AcceptDifferencesDialog ids={chosen.map((row) => row.id)} preview={chosen} onDone={clear} />
    </BulkBar>
  )
}
