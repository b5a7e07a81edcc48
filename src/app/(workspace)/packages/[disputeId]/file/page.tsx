import Link from 'next/link'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { toDecimalText } from '@/core/money'
import { becauseText } from '@/features/deductions/ui/because-text'
import { canDownload, canFileLate, canSubmit } from '@/features/disputes/policy'
import type { Dossier } from '@/features/disputes/queries/dossier'
import { findDossier } from '@/features/disputes/queries/find-dossier'
import { findToFile } from '@/features/disputes/queries/find-to-file'
import { CopyFields } from '@/features/disputes/ui/copy-fields'
import { FilingForm } from '@/features/disputes/ui/filing-form'
import { FilingSteps } from '@/features/disputes/ui/filing-steps'
import { megabytes } from '@/features/disputes/ui/package-files'
import type { Texts } from '@/features/disputes/ui/texts'
import { formatBytes, formatDate, formatMoney } from '@/i18n/formats'
import { companyToday } from '@/server/clock'
import { requireActor } from '@/server/session'
import { DeadlineText } from '@/ui/deadline-text'
import { Icon } from '@/ui/icon'
import { LinkButton } from '@/ui/link-button'
import { NoPermission } from '@/ui/no-permission'
import { StatusMark } from '@/ui/status-mark'

type FilePageProps = { params: Promise<{ disputeId: string }> }

/** One screen for whoever files: what, by when, how, the words to paste, the files, the proof. Made for a phone. */
export default async function FilePage({ params }: FilePageProps) {
  const actor = await requireActor()
  const { disputeId } = await params
  const dossier = await findDossier(actor, disputeId)
  if (!dossier) notFound()
  if (!canDownload(actor, dossier.dispute)) return <NoPermission />
  const [t, deductions, locale, waiting] = await Promise.all([
    getTranslations('disputes'),
    getTranslations('deductions'),
    getLocale(),
    findToFile(actor),
  ])
  const { dispute, deduction, limits, packages } = dossier
  const newest = packages[0]
  const today = companyToday()
  const { deadlineOn } = deduction.row
  const overSince = deadlineOn !== null && deadlineOn < today ? formatDate(deadlineOn, locale, 'long') : null
  const place = waiting.indexOf(dispute.id)
  const files = newest ? Math.max(1, newest.parts.length) : 0
  return (
    <div className="max-w-[480px] mx-auto min-h-full flex flex-col text-[15px] leading-6 bg-surface min-[520px]:border-x border-line">
      <header className="row gap-2.5 px-4 h-13 min-h-[52px] border-b border-line">
        <h1 className="text-16 font-semibold truncate">{dispute.customerName}</h1>
        {place >= 0 && <span className="m nw">{t('position', { at: place + 1, count: waiting.length })}</span>}
        <span className="sp" />
        {place >= 0 && waiting[place + 1] !== undefined && (
          <Link className="btn g icon" href={`/packages/${waiting[place + 1]}/file`} aria-label={t('nextToFile')}>
            <Icon name="right" />
          </Link>
        )}
      </header>
      <section className="px-4 py-3 border-b border-line">
        <h2 className="text-13 m font-medium">{t('nextStep')}</h2>
        <p className="text-20 font-semibold leading-snug">{t('fileAtPortal', { amount: formatMoney(dispute.amount, locale) })}</p>
        <DeadlineText dueOn={deadlineOn} today={today} style="full" />
      </section>
      <section className="px-4 py-3 border-b border-line">
        <h2 className="text-13 m font-medium">{t('whyOurs')}</h2>
        {deduction.verdict && <p>{becauseText(deduction.verdict, deductions, locale)}</p>}
        <Link className="inline-flex items-center min-h-11" href={`/deductions/${dispute.deductionId}`}>
          {t('readClaim', { claim: dispute.name })}
        </Link>
      </section>
      <section className="px-4 py-3 border-b border-line">
        <h2 className="text-13 m font-medium mb-1.5">{t('howTo')}</h2>
        <FilingSteps limits={limits} customerName={dispute.customerName} fileCount={files} />
      </section>
      <section className="px-4 pt-3 pb-1 border-b border-line">
        <h2 className="text-13 m font-medium">{t('tapToCopy')}</h2>
        <CopyFields fields={fieldsOf(dossier, t)} />
      </section>
      {newest ? (
        <section className="px-4 py-3 border-b border-line">
          <div className="row mb-2.5">
            <h2 className="text-13 m font-medium">{t('packageVersion', { version: newest.version })}</h2>
            <span className="sp" />
            {limits && <StatusMark shape="ready">{t('filesFit', { count: files, size: megabytes(limits.fileBytesMax) })}</StatusMark>}
          </div>
          <LinkButton
            href={`/api/packages/${newest.id}/zip`}
            kind="primary"
            size="large"
            className="w-full"
            download=""
            icon={<Icon name="download" />}
          >
            {t('downloadSize', { size: formatBytes(newest.zipBytes, locale) })}
          </LinkButton>
        </section>
      ) : (
        <p className="px-4 py-3 due">{t('noPackageYet')}</p>
      )}
      {dispute.submittedOn !== null && dispute.state !== 'ready' && dispute.state !== 'preparing' ? (
        <p className="px-4 py-3 done md">
          {t(dispute.portalReference === null ? 'alreadyFiledPlain' : 'alreadyFiled', {
            date: formatDate(dispute.submittedOn, locale, 'long'),
            reference: dispute.portalReference ?? '',
          })}
        </p>
      ) : (
        newest &&
        canSubmit(actor, dispute) && (
          <FilingForm
            disputeId={dispute.id}
            version={dispute.version}
            packageId={newest.id}
            today={today}
            overSince={overSince}
            mayFileLate={canFileLate(actor)}
          />
        )
      )}
    </div>
  )
}

function fieldsOf({ dispute, deduction, facts }: Dossier, t: Texts) {
  const { row } = deduction
  const fields = [
    { key: 'claim', label: t('field.claim'), value: dispute.name },
    { key: 'invoice', label: t('field.invoice'), value: facts.invoice?.number ?? row.invoiceNumber ?? '' },
    { key: 'amount', label: t('field.amount', { currency: dispute.amount.currency }), value: toDecimalText(dispute.amount) },
    { key: 'reason', label: t('field.reason'), value: [row.reasonCode, row.codeText].filter(Boolean).join(' ') },
  ]
  return fields.filter((field) => field.value !== '')
}
