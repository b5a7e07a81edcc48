'use client'

import { useTranslations } from 'next-intl'
import { Button } from '@/ui/button'
import { BulkBar } from '@/ui/data-table/bulk-bar'
import { useSelection } from '@/ui/data-table/selection'
import { useAction } from '@/ui/form/use-action'
import { decideCodeMapsAction } from '../actions'

type CodeApproveBarProps = {
  /** The maps that the viewer may approve, as they stand in the list, by the key of their row. */
  maps: Readonly<Record<string, { id: string; contentHash: string }>>
}

/** The second person's yes to all chosen maps at once; a rejection needs a reason and is given one by one. */
export function CodeApproveBar({ maps }: CodeApproveBarProps) {
  const t = useTranslations('deductions')
  const { selected, clear } = useSelection()
  const chosen = [...selected].flatMap((key) => maps[key] ?? [])
  const approve = useAction(decideCodeMapsAction, {
    done: (result) => t('codes.approvedChosen', { count: result.count, recoding: result.recoding }),
    onDone: clear,
  })
  const own = selected.size - chosen.length
  return (
    <BulkBar>
      <Button
        type="button"
        kind="primary"
        disabled={chosen.length === 0}
        pending={approve.isPending}
        onClick={() => approve.run({ maps: chosen, decision: 'approved', reason: '' })}
      >
        {t('codes.approveChosen', { count: chosen.length })}
      </Button>
      {own > 0 && <span className="m">{t('codes.ownNotApproved', { count: own })}</span>}
    </BulkBar>
  )
}
