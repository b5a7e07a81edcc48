'use client'

import { useTranslations } from 'next-intl'
import { proposeCodeMapsAction, setSmallAmountAction, stateDeadlineAction } from '@/features/deductions/actions'
import { Button } from '@/ui/button'
import { useAction } from '@/ui/form/use-action'
import type { RuleChange } from '../queries/find-rule-changes'

type RuleChangeButtonProps = { change: RuleChange; today: string; reason: string }

/** Switches a suggested rule on by the way such rules are set: a limit or a window holds at once, a code waits for a second person. */
export function RuleChangeButton({ change, today, reason }: RuleChangeButtonProps) {
  const t = useTranslations('disputes.change')
  const limit = useAction(setSmallAmountAction, { done: t('limitSet') })
  const maps = useAction(proposeCodeMapsAction, { done: t('mapProposed') })
  const windows = useAction(stateDeadlineAction, { done: t('windowSet') })
  const { customerId } = change
  const press = () => {
    switch (change.kind) {
      case 'accept-below':
        return limit.run({
          ...{ customerId, currency: change.limit.currency, limitMinor: change.limit.minor.toString(), role: 'manager' },
          ...{ validFrom: today, reason, version: change.currentVersion },
        })
      case 'remap-code': {
        const { code, to, internalReason, sapReason } = change
        return maps.run({ maps: [{ customerId, code, category: to, internalReason, sapReason, validFrom: today }] })
      }
      case 'shorter-window':
        return windows.run({ customerId, category: change.category, days: change.days, anchor: 'payment', source: reason })
    }
  }
  return (
    <Button type="button" pending={limit.isPending || maps.isPending || windows.isPending} onClick={press}>
      {t(`do.${change.kind}`)}
    </Button>
  )
}
