import type { CalendarDate } from '@/core/calendar-date'
import { DateText } from '@/ui/date-text'
import { DeadlineText } from '@/ui/deadline-text'
import { LinkButton } from '@/ui/link-button'
import { MoneyText } from '@/ui/money-text'
import { PageHeader } from '@/ui/page-header'
import { Tag } from '@/ui/tag'
import type { Dossier } from '../queries/dossier'
import type { Texts } from './texts'
import { WithdrawButton } from './withdraw-button'

type DisputeHeaderProps = { dossier: Dossier; today: CalendarDate; mayWithdraw: boolean; t: Texts; deductions: Texts }

/** Number, state, next date, amount and what came of it. */
export function DisputeHeader({ dossier, today, mayWithdraw, t, deductions }: DisputeHeaderProps) {
  const { dispute, deduction } = dossier
  const isWaiting = dispute.state === 'submitted' || dispute.state === 'answered'
  const dueOn = dispute.state === 'answered' ? dispute.followUpOn : dispute.answerDueOn
  return (
    <PageHeader
      title={dispute.name}
      subtitle={t('subtitle', { customer: dispute.customerName, category: deductions(`category.${deduction.row.category}`) })}
      crumbs={[{ label: t('disputes'), href: '/disputes' }, { label: dispute.name }]}
      tags={<Tag tone={dispute.outcome === 'won' ? 'done' : 'plain'}>{t(`status.${dispute.outcome ?? dispute.state}`)}</Tag>}
      facts={[
        {
          term: t('nextStep'),
          value: t(
            dispute.state === 'submitted'
              ? 'waitsForAnswer'
              : dispute.state === 'closed'
                ? 'state.closed'
                : dispute.state === 'answered'
                  ? 'state.answered'
                  : 'filePackage',
          ),
        },
        isWaiting
          ? {
              term: t(dispute.state === 'answered' ? 'followUpOn' : 'column.answerDue'),
              value: <DeadlineText dueOn={dueOn} today={today} style="full" />,
            }
          : { term: t('deadline'), value: <DeadlineText dueOn={deduction.row.deadlineOn} today={today} style="full" /> },
        { term: t('amount'), value: <MoneyText value={dispute.amount} /> },
        { term: t('column.won'), value: <MoneyText value={dispute.won} /> },
        { term: t('column.lost'), value: <MoneyText value={dispute.lost} /> },
        { term: t('column.submitted'), value: <DateText value={dispute.submittedOn} /> },
        { term: t('column.reference'), value: dispute.portalReference ?? '–' },
      ]}
      actions={
        <span className="row gap-2">
          {mayWithdraw && dispute.state !== 'closed' && (
            <WithdrawButton disputeId={dispute.id} version={dispute.version} name={dispute.name} />
          )}
          <LinkButton href={`/deductions/${dispute.deductionId}`}>{t('openDeduction')}</LinkButton>
          <LinkButton href={`/packages/${dispute.id}`} kind={isWaiting ? 'plain' : 'primary'}>
            {t('openPackage')}
          </LinkButton>
        </span>
      }
    />
  )
}
