'use client'

import { useTranslations } from 'next-intl'
import { Button } from '@/ui/button'
import { BulkBar } from '@/ui/data-table/bulk-bar'
import { useSelection } from '@/ui/data-table/selection'
import { useAction } from '@/ui/form/use-action'
import { buildPackagesAction } from '../actions'

/** Builds the packages of all chosen rows: one command, one job each. */
export function PackageBulkBar() {
  const t = useTranslations('disputes')
  const { selected, clear } = useSelection()
  const build = useAction(buildPackagesAction, {
    done: (result) => t('buildQueued', { count: result.jobRunIds.length }),
    onDone: clear,
  })
  return (
    <BulkBar>
      <Button type="button" kind="primary" keys="B" pending={build.isPending} onClick={() => build.run({ deductionIds: [...selected] })}>
        {t('buildPackages', { count: selected.size })}
      </Button>
    </BulkBar>
  )
}
