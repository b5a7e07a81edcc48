import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { joinList } from '@/i18n/formats'
import { Progress } from '@/ui/progress'
import { StatusMark } from '@/ui/status-mark'
import type { PackageRow } from '../queries/dossier'
import type { Fit, PortalLimits } from '../rules/fit-limits'
import { megabytes } from './package-files'

type LimitsBarProps = { limits: PortalLimits | null; fit: Fit; built: PackageRow | null; fileHref: string }

/** What the customer's portal takes, always visible: number of files and size of the largest. */
export function LimitsBar({ limits, fit, built, fileHref }: LimitsBarProps) {
  const t = useTranslations('disputes')
  const locale = useLocale()
  const sizes = built
    ? built.parts.length > 0
      ? built.parts.map((part) => part.bytes)
      : [built.pdfBytes]
    : fit.files.map((file) => file.bytes)
  const largest = Math.max(0, ...sizes)
  const fits = limits === null || (sizes.length <= limits.filesMax && largest <= limits.fileBytesMax && fit.takesPdf)
  return (
    <section className="limits" aria-label={t('limits')}>
      <span className="md">{t('limits')}</span>
      {limits === null ? (
        <span className="m">{t('noLimits')}</span>
      ) : (
        <>
          <span className="m">
            {joinList(
              limits.fileTypes.map((type) => type.toUpperCase()),
              locale,
            )}
          </span>
          <span className="row">
            {t('fileCount')}{' '}
            <Progress
              share={sizes.length / limits.filesMax}
              label={t('fileCount')}
              tone={sizes.length > limits.filesMax ? 'over' : 'plain'}
            />{' '}
            <b className="md">
              {sizes.length} / {limits.filesMax}
            </b>
          </span>
          <span className="row">
            {t('largestFile')}{' '}
            <Progress
              share={largest / limits.fileBytesMax}
              label={t('largestFile')}
              tone={largest > limits.fileBytesMax ? 'over' : 'plain'}
            />{' '}
            <b className="md">
              {Math.max(0.1, Math.round((largest / 1024 / 1024) * 10) / 10)} / {megabytes(limits.fileBytesMax)}
            </b>
          </span>
        </>
      )}
      <StatusMark shape={fits ? 'ready' : 'overdue'}>{t(fits ? 'withinLimits' : 'overLimits')}</StatusMark>
      <span className="sp" />
      <span className="m max-[1500px]:hidden">{t('freezeNote')}</span>
      <Link href={fileHref}>{t('handOver')}</Link>
    </section>
  )
}
