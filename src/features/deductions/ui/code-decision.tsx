'use client'

import { useTranslations } from 'next-intl'
import { SecondPerson } from '@/features/approvals/ui/second-person'
import { decideCodeMapsAction } from '../actions'

type CodeDecisionProps = { mapId: string; contentHash: string; code: string }

/** The second person's word on a map of a code. */
export function CodeDecision({ mapId, contentHash, code }: CodeDecisionProps) {
  const t = useTranslations('deductions')
  return (
    <SecondPerson
      decide={(word, operationId) => decideCodeMapsAction({ maps: [{ id: mapId, contentHash }], ...word }, operationId)}
      rejectTitle={t('codes.rejectTitle', { code })}
      approved={(result) => t('codes.approved', { count: result.recoding })}
    />
  )
}
