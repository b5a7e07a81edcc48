'use client'

import { useTranslations } from 'next-intl'
import { KitList } from '@/ui/list-kit/kit-list'
import type { KitListProps } from '@/ui/list-kit/kit-list-props'
import { DisputeBulkBar } from './dispute-bulk-bar'
import { type DisputeOwner, disputeEdits } from './dispute-edits'

type DisputeListProps = KitListProps & {
  /** On whose desks disputes may be put; nobody where the reader hands out no work. */
  people: readonly DisputeOwner[]
  ownUserId: string
}

/** The list of disputes; whose desk they lie on is changed in the cell or for many at once. */
export function DisputeList({ people, ownUserId, ...props }: DisputeListProps) {
  const t = useTranslations()
  return (
    <KitList
      {...props}
      chosenSum="amount"
      edits={disputeEdits(t, people)}
      {...(people.length > 0 && { bulkBar: (rows) => <DisputeBulkBar rows={rows} people={people} ownUserId={ownUserId} /> })}
    />
  )
}
