'use client'

import { useTranslations } from 'next-intl'
import { decideDeductionAction } from '@/features/deductions/actions'
import { Button } from '@/ui/button'
import { useAction } from '@/ui/form/use-action'
import { announceJob } from '@/ui/job-signal'
import { buildPackagesAction } from '../actions'

type IncidentBarProps = {
  /** Deductions whose verdict can be agreed with, and those whose money is asked back. */
  agree: readonly { id: string; version: number }[]
  dispute: readonly string[]
  canDecide: boolean
  canBuild: boolean
}

/** Decides the deductions of one shipment together and opens a dispute for each that is not owed. */
export function IncidentBar({ agree, dispute, canDecide, canBuild }: IncidentBarProps) {
  const t = useTranslations('deductions')
  const disputes = useTranslations('disputes')
  const decide = useAction(decideDeductionAction, { done: t('bulk.agreed') })
  const build = useAction(buildPackagesAction, {
    done: (result) => disputes('buildQueued', { count: result.jobRunIds.length }),
    onDone: announceJob,
  })
  return (
    <>
      {canDecide && agree.length > 0 && (
        <Button type="button" pending={decide.isPending} onClick={() => decide.run({ deductions: [...agree], decision: 'agree' })}>
          {t('incidentPage.agree', { count: agree.length })}
        </Button>
      )}
      {canBuild && dispute.length > 0 && (
        <Button type="button" kind="primary" pending={build.isPending} onClick={() => build.run({ deductionIds: [...dispute] })}>
          {disputes('buildPackages', { count: dispute.length })}
        </Button>
      )}
    </>
  )
}
