'use client'

import { useTranslations } from 'next-intl'
import { KitList } from '@/ui/list-kit/kit-list'
import type { KitListProps } from '@/ui/list-kit/kit-list-props'
import { readDifferenceValue } from '../rules/difference-value'
import { chosenDifference } from './chosen-difference'
import { DifferenceBulkBar } from './difference-bulk-bar'
import { differenceCellText } from './difference-cell-text'
import { DifferenceOfRow } from './difference-of-row'
import { DifferenceValueText } from './difference-value'

/** The list of differences, both sides of each beside each other, and what can be done with many of them. */
export function DifferenceList({ canHandle, ...props }: KitListProps & { canHandle: boolean }) {
  const [t, teams, all] = [useTranslations('reconciliation'), useTranslations('tasks'), useTranslations()]
  return (
    <KitList
      {...props}
      chosenSum="worth"
      bulkBar={(rows) => <DifferenceBulkBar canHandle={canHandle} rows={rows.map((row) => chosenDifference(row, t, teams))} />}
      own={{
        sap: ({ cells, currency }) => (
          <DifferenceValueText value={readDifferenceValue(cells['field'] ?? '', cells['sap'] ?? null)} currency={currency} />
        ),
        other: ({ cells, currency }) => (
          <DifferenceValueText value={readDifferenceValue(cells['field'] ?? '', cells['other'] ?? null)} currency={currency} />
        ),
        difference: ({ cells, currency }) => (
          <DifferenceOfRow
            row={{ field: cells['field'] ?? '', sap_value: cells['sap'] ?? null, other_value: cells['other'] ?? null, currency }}
          />
        ),
        match: (row) => differenceCellText('match', row, all),
      }}
    />
  )
}
