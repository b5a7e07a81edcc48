'use client'

import { useTranslations } from 'next-intl'
import { SecondPerson } from '@/features/approvals/ui/second-person'
import { decideReleaseAction } from '../actions'

type ReleaseButtonsProps = { exceptionId: string; contentHash: string }

/** The second person's word on a release above the limit. */
export function ReleaseButtons({ exceptionId, contentHash }: ReleaseButtonsProps) {
  const t = useTranslations('orders')
  return (
    <div className="mt-3">
      <SecondPerson
        decide={(word, operationId) => decideReleaseAction({ exceptionId, contentHash, ...word }, operationId)}
        rejectTitle={t('refuseRelease')}
        approved={() => t('releaseApproved')}
      />
    </div>
  )
}
