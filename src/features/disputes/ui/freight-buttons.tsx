'use client'

import { useTranslations } from 'next-intl'
import type { Money } from '@/core/money'
import { Button } from '@/ui/button'
import { Dialog } from '@/ui/dialog'
import { answersNext } from '../rules/freight-claim'
import { FreightAnswerForm } from './freight-answer-form'
import { FreightFileForm, FreightNoticeForm, FreightWithdrawForm } from './freight-forms'
import type { FreightSubject } from './freight-subject'

type FreightButtonsProps = { claim: FreightSubject; amount: Money; today: string; mayClaim: boolean; mayAnswer: boolean }

/** What can be done with the claim where it stands. */
export function FreightButtons({ claim, amount, today, mayClaim, mayAnswer }: FreightButtonsProps) {
  const t = useTranslations('disputes.freight')
  const isOpen = claim.state === 'open'
  return (
    <span className="row gap-2">
      {mayClaim && claim.state !== 'paid' && claim.state !== 'withdrawn' && (
        <Dialog title={t('withdraw')} trigger={<Button type="button">{t('withdraw')}</Button>}>
          {(close) => <FreightWithdrawForm claim={claim} close={close} />}
        </Dialog>
      )}
      {mayClaim && isOpen && claim.kind === 'concealed-damage' && !claim.isNoticed && (
        <Dialog title={t('notice')} trigger={<Button type="button">{t('notice')}</Button>}>
          {(close) => <FreightNoticeForm claim={claim} today={today} close={close} />}
        </Dialog>
      )}
      {mayClaim && isOpen && (
        <Dialog
          title={t('file')}
          trigger={
            <Button type="button" kind="primary">
              {t('file')}
            </Button>
          }
        >
          {(close) => <FreightFileForm claim={claim} today={today} close={close} />}
        </Dialog>
      )}
      {mayAnswer && answersNext(claim.state).length > 0 && (
        <Dialog
          title={t('answer')}
          trigger={
            <Button type="button" kind="primary">
              {t('answer')}
            </Button>
          }
        >
          {(close) => <FreightAnswerForm claim={claim} amount={amount} today={today} close={close} />}
        </Dialog>
      )}
    </span>
  )
}
