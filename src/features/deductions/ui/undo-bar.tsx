'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useRef } from 'react'
import { Button } from '@/ui/button'
import { useAction } from '@/ui/form/use-action'
import { keepUndo } from '@/ui/undo'
import { assignDeductionAction, decideDeductionAction } from '../actions'

/** What was done to chosen rows last, on whose desks they were before, and the version each has since. */
export type Done = { act: 'agreed' | 'assigned'; rows: readonly { id: string; version: number; ownerId: string | null }[] }

type UndoBarProps = { last: Done; rowOf: (id: string) => { version: number } | undefined; onDone: () => void }

/** Takes the last step in the list back: verdicts are open again, rows lie where they lay, also those that the filter shows no more. */
export function UndoBar({ last, rowOf, onDone }: UndoBarProps) {
  const t = useTranslations('deductions.bulk')
  const options = { done: t('undone'), onDone }
  const decide = useAction(decideDeductionAction, options)
  const assign = useAction(assignDeductionAction, options)
  const { rows } = last
  const undo = () => {
    if (last.act === 'agreed') {
      decide.run({ deductions: chosen(rows, rowOf), decision: 'reopen' })
      return
    }
    for (const ownerId of new Set(rows.map((row) => row.ownerId)))
      assign.run({
        ownerId,
        deductions: chosen(
          rows.filter((row) => row.ownerId === ownerId),
          rowOf,
        ),
      })
  }
  const latest = useRef(undo)
  useEffect(() => {
    latest.current = undo
  })
  useEffect(() => keepUndo(() => latest.current()), [last])
  return (
    <div className="bulk-dock">
      <div className="bulk" role="toolbar" aria-label={t('undoBar')}>
        <span aria-live="polite">{t(`last.${last.act}`, { count: rows.length })}</span>
        <hr />
        <Button type="button" keys="U" pending={decide.isPending || assign.isPending} onClick={undo}>
          {t('undo', { count: rows.length })}
        </Button>
      </div>
    </div>
  )
}

// The page may still show what stood before, or already what came after.
function chosen(rows: Done['rows'], rowOf: UndoBarProps['rowOf']): { id: string; version: number }[] {
  return rows.map(({ id, version }) => ({ id, version: Math.max(rowOf(id)?.version ?? 0, version) }))
}
