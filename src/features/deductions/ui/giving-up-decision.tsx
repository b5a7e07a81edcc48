'use client'

import { useTranslations } from 'next-intl'
import { SecondPerson } from '@/features/approvals/ui/second-person'
import { decideGivingUpAction } from '../actions'

type GivingUpDecisionProps = { deductionId: string; contentHash: string; name: string }

/** The second person's word on money that somebody wants to give up. */
export function GivingUpDecision({ deductionId, contentHash, name }: GivingUpDecisionProps) {
  const t = useTranslations('deductions')
  return (
    <SecondPerson
      decide={(word, operationId) => decideGivingUpAction({ id: deductionId, contentHash, ...word }, operationId)}
      rejectTitle={t('givingUp.rejectTitle', { name })}
      approved={() => t('givingUp.approved')}
    />
  )
}
