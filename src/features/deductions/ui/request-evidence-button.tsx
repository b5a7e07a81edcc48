'use client'

import { useTranslations } from 'next-intl'
import { Button } from '@/ui/button'
import { useAction } from '@/ui/form/use-action'
import { requestEvidenceAction } from '../actions'
import type { EvidenceKind } from '../rules/evidence-needed'

type RequestEvidenceButtonProps = { deductionId: string; evidence: readonly EvidenceKind[]; label: string; name?: string }

/** Asks those who have the missing papers, each in their language, with the numbers to look them up by. */
export function RequestEvidenceButton({ deductionId, evidence, label, name }: RequestEvidenceButtonProps) {
  const t = useTranslations('deductions')
  const { run, isPending } = useAction(requestEvidenceAction, { done: (result) => t('request.sent', { count: result.asked }) })
  return (
    <Button
      type="button"
      pending={isPending}
      {...(name === undefined ? {} : { 'aria-label': name })}
      onClick={() => run({ deductionId, evidence: [...evidence] })}
    >
      {label}
    </Button>
  )
}
