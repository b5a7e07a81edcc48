'use client'

import { useTranslations } from 'next-intl'
import { Button } from '@/ui/button'
import { BulkBar } from '@/ui/data-table/bulk-bar'
import { useSelection } from '@/ui/data-table/selection'
import { useAction } from '@/ui/form/use-action'
import { proposeCodeMapsAction } from '../actions'
import type { ProposedMap } from '../schemas'

type CodeBulkBarProps = {
  /** What would be proposed for each row, by its key; a row without a proposal is missing. */
  proposals: Readonly<Record<string, ProposedMap>>
}

/** Sends the proposals of all chosen codes to a second person as they stand in the list. */
export function CodeBulkBar({ proposals }: CodeBulkBarProps) {
  const t = useTranslations('deductions')
  const { selected, clear } = useSelection()
  const maps = [...selected].flatMap((key) => proposals[key] ?? [])
  const propose = useAction(proposeCodeMapsAction, {
    done: (result) => t('codes.proposed', { count: result.maps.length }),
    onDone: clear,
  })
  return (
    <BulkBar>
      <Button type="button" kind="primary" disabled={maps.length === 0} pending={propose.isPending} onClick={() => propose.run({ maps })}>
        {t('codes.proposeChosen', { count: maps.length })}
      </Button>
    </BulkBar>
  )
}
