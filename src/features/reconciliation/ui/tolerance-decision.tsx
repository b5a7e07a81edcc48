'use client'

import { useTranslations } from 'next-intl'
import { SecondPerson } from '@/features/approvals/ui/second-person'
import { decideToleranceAction } from '../actions'

type ToleranceDecisionProps = { id: string; contentHash: string; name: string }

/** The second person's word on a rule by which differences may stay. */
export function ToleranceDecision({ id, contentHash, name }: ToleranceDecisionProps) {
  const t = useTranslations('reconciliation')
  return (
    <SecondPerson
      decide={(word, operationId) => decideToleranceAction({ id, contentHash, ...word }, operationId)}
      rejectTitle={t('tolerance.rejectTitle', { name })}
      approved={() => t('tolerance.approved')}
    />
  )
}
