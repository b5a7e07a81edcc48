import { useLocale, useTranslations } from 'next-intl'
import type { CalendarDate } from '@/core/calendar-date'
import { joinParts } from '@/i18n/formats'
import { EvidenceList } from '@/ui/evidence-list'
import { KeyValues } from '@/ui/key-values'
import { LinkButton } from '@/ui/link-button'
import { MoneyText } from '@/ui/money-text'
import { Peek, PeekBlock } from '@/ui/peek'
import type { DeductionDetail } from '../queries/find-deduction'
import type { Priority } from '../queries/find-priorities'
import { AtRiskText } from './at-risk-text'
import { becauseText } from './because-text'
import { ClaimDeadline } from './claim-deadline'
import { evidenceItems } from './evidence-items'
import { IncidentNote } from './incident-note'
import { PriorityNote } from './priority-note'
import { VerdictSteps } from './verdict-steps'

type DeductionPeekProps = {
  detail: DeductionDetail
  priority: Priority | undefined
  today: CalendarDate
  /** Rows of the list beside. */
  count: number
  position: string
  closeHref: string
  previousHref: string | null
  nextHref: string | null
}

/** One deduction beside the list: next action and deadline first, then why. */
export function DeductionPeek({ detail, priority, today, count, position, closeHref, previousHref, nextHref }: DeductionPeekProps) {
  const t = useTranslations('deductions')
  const locale = useLocale()
  const { row, verdict } = detail
  const name = row.claimNumber ?? t('noClaim', { number: row.number })
  const there = detail.evidence.filter((entry) => entry.isThere).length
  return (
    <Peek
      title={name}
      openId={row.id}
      count={count}
      position={position}
      label={t('previewOf', { name })}
      closeHref={closeHref}
      previousHref={previousHref}
      nextHref={nextHref}
    >
      <PeekBlock title={t('nextAction')}>
        <div className="next">{t(`action.${row.nextAction ?? 'none'}`)}</div>
        <div className="mt-1 mb-2.5">
          <ClaimDeadline row={row} today={today} style="full" />
        </div>
        <LinkButton href={`/deductions/${row.id}`} kind="primary" keys="Enter">
          {t('openClaim')}
        </LinkButton>
      </PeekBlock>
      <PeekBlock>
        <KeyValues
          items={[
            { term: t('column.customer'), value: row.customerName },
            { term: t('reason'), value: [row.reasonCode, row.codeText].filter(Boolean).join(t('comma')) || '–' },
            { term: t('column.amount'), value: <MoneyText value={row.amount} strong /> },
            { term: t('column.risk'), value: <AtRiskText row={row} strong /> },
            ...(row.isProvision ? [{ term: t('provision.term'), value: t('provision.held') }] : []),
            { term: t('invoiceAndPo'), value: joinParts([row.invoiceNumber, row.poNumber], locale) || '–' },
          ]}
        />
      </PeekBlock>
      <PeekBlock
        title={
          verdict?.kind === 'undecided'
            ? t('verdictTitle', { verdict: t('verdictNoun.undecided') })
            : verdict
              ? t('verdictIs', { verdict: t(`verdict.${row.verdict}`), sure: Math.round(verdict.confidencePpm / 10_000) })
              : t('notJudged')
        }
      >
        {verdict && <VerdictSteps verdict={verdict} isShort />}
        {verdict && <p className="mt-2">{becauseText(verdict, t, locale)}</p>}
      </PeekBlock>
      {priority && (
        <PeekBlock title={t('priority.title')}>
          <PriorityNote priority={priority} />
        </PeekBlock>
      )}
      <PeekBlock title={t('evidenceCount', { there, needed: detail.evidence.length })}>
        <EvidenceList items={evidenceItems(detail.evidence, t)} />
      </PeekBlock>
      {detail.incident && (
        <PeekBlock title={t('sameShipment')}>
          <IncidentNote incident={detail.incident} />
        </PeekBlock>
      )}
    </Peek>
  )
}
