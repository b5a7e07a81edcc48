'use client'

import { useTranslations } from 'next-intl'
import { Button } from '@/ui/button'
import { Dialog } from '@/ui/dialog'
import type { DifferenceKind } from '../rules/difference-kinds'
import { ToleranceForm } from './tolerance-form'

type ToleranceDialogProps = {
  customerId: string
  customerName: string
  kind: DifferenceKind
  differenceId: string
  currency: string
  today: string
}

/** Proposes that differences like this one may stay: up to a share, an amount or both, from a day on; a second person approves it. */
export function ToleranceDialog({ customerId, customerName, kind, differenceId, currency, today }: ToleranceDialogProps) {
  const t = useTranslations('reconciliation')
  return (
    <Dialog
      title={t('tolerance.title', { kind: t(`kind.${kind}`), customer: customerName })}
      trigger={<Button type="button">{t('tolerance.propose')}</Button>}
    >
      {(close) => (
        <ToleranceForm
          customers={[{ id: customerId, name: customerName, currency }]}
          kind={kind}
          about={{ differenceId }}
          today={today}
          close={close}
        />
      )}
    </Dialog>
  )
}
