import type { CalendarDate } from '@/core/calendar-date'
import { DeadlineText } from '@/ui/deadline-text'
import { Icon } from '@/ui/icon'
import { LinkButton } from '@/ui/link-button'
import { MoneyText } from '@/ui/money-text'
import { Tag } from '@/ui/tag'
import type { Dossier } from '../queries/dossier'
import type { BuildRun } from '../queries/find-build-run'
import { isArrangeable } from '../rules/dispute'
import { BuildButton } from './build-button'
import type { Texts } from './texts'

type PackageHeaderProps = {
  dossier: Dossier
  run: BuildRun | null
  isBuilder: boolean
  today: CalendarDate
  t: Texts
  deductions: Texts
}

/** Number, version, customer, amount, deadline, and the one next step: build, or download what is built. */
export function PackageHeader({ dossier, run, isBuilder, today, t, deductions }: PackageHeaderProps) {
  const { dispute, deduction, packages } = dossier
  const { row } = deduction
  const newest = packages[0]
  const isCurrent = newest !== undefined && dispute.state !== 'preparing'
  const isBuilding = run?.state === 'queued' || run?.state === 'running'
  const subtitle = { customer: dispute.customerName, category: deductions(`category.${row.category}`), code: row.reasonCode ?? '' }
  return (
    <header className="oh !px-4">
      <div className="head gap-3">
        <h1>
          {dispute.name} <span>{t('packageOf')}</span>
        </h1>
        <Tag>{newest ? t('versionTag', { version: newest.version, state: t(`state.${dispute.state}`) }) : t('noVersionTag')}</Tag>
        <span className="m">{t(row.reasonCode === null ? 'subtitle' : 'subtitleCode', subtitle)}</span>
        <span className="sp" />
        <span className="nw">
          {t('amount')} <MoneyText value={dispute.amount} strong />
        </span>
        <DeadlineText dueOn={row.deadlineOn} today={today} style="full" />
        {isCurrent && (
          <LinkButton href={`/api/packages/${newest.id}/zip`} kind="primary" download="" icon={<Icon name="download" />}>
            {t('download')}
          </LinkButton>
        )}
        {isBuilder && isArrangeable(dispute.state) && (
          <BuildButton deductionId={dispute.deductionId} isBuilding={isBuilding} disabled={false} kind={isCurrent ? 'plain' : 'primary'} />
        )}
      </div>
      {run?.state === 'failed' && (
        <p className="over pt-1" role="alert">
          {t('buildFailed', { reason: run.error ?? '' })}
        </p>
      )}
    </header>
  )
}
