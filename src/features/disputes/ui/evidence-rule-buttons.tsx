'use client'

import { useTranslations } from 'next-intl'
import { SecondPerson } from '@/features/approvals/ui/second-person'
import type { Category } from '@/features/deductions/rules/deduction'
import type { EvidenceKind } from '@/features/deductions/rules/evidence-needed'
import { Button } from '@/ui/button'
import { useAction } from '@/ui/form/use-action'
import { decideEvidenceRuleAction, proposeEvidenceRuleAction } from '../actions'

type ProposeRuleButtonProps = { customerId: string; category: Category; evidence: EvidenceKind }

/** Asks a second person to make a paper required; what that means is reckoned and shown to them. */
export function ProposeRuleButton({ customerId, category, evidence }: ProposeRuleButtonProps) {
  const t = useTranslations('disputes')
  const { run, isPending } = useAction(proposeEvidenceRuleAction, { done: t('lesson.proposed') })
  return (
    <Button type="button" pending={isPending} onClick={() => run({ customerId, category, evidence })}>
      {t('lesson.propose')}
    </Button>
  )
}

type RuleDecisionProps = { id: string; contentHash: string; name: string }

/** The second person's word on a required paper. */
export function RuleDecision({ id, contentHash, name }: RuleDecisionProps) {
  const t = useTranslations('disputes')
  return (
    <SecondPerson
      decide={(word, operationId) => decideEvidenceRuleAction({ id, contentHash, ...word }, operationId)}
      rejectTitle={t('lesson.rejectTitle', { name })}
      approved={() => t('lesson.approved')}
    />
  )
}
