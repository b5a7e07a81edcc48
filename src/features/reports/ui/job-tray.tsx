'use client'

import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { useSyncExternalStore } from 'react'
import { UploadRows } from '@/features/file-intake/ui/upload-rows'
import { currentUploads, isRunning, noUploads, subscribeUploads } from '@/features/file-intake/ui/upload-store'
import { DropDown } from '@/ui/drop-down'
import { Icon } from '@/ui/icon'
import { Progress } from '@/ui/progress'
import { StatusMark } from '@/ui/status-mark'
import { cancelOwnJob, currentJobs, isUnderWay, noJobs, subscribeJobs, type TrayJob } from './job-store'

/** Own background work and uploads in the top bar: how far, and a way to stop. Nothing there, nothing shown. */
export function JobTray() {
  const t = useTranslations('reports')
  const jobs = useSyncExternalStore(subscribeJobs, currentJobs, noJobs)
  const uploads = useSyncExternalStore(subscribeUploads, currentUploads, noUploads)
  const running = jobs.filter(isUnderWay).length + uploads.filter(isRunning).length
  if (jobs.length === 0 && uploads.length === 0) return null
  const said = running > 0 ? t('tray.running', { count: running }) : t('tray.done')
  return (
    <DropDown
      summaryClass="btn g"
      summary={
        <span className="row" role="status" aria-label={said}>
          <StatusMark shape={running > 0 ? 'partly' : 'ready'} />
          <span className="hide-phone">{said}</span>
        </span>
      }
    >
      <div className="menu job-tray">
        {jobs.length > 0 && (
          <ul className="uploads" aria-label={t('tray.title')}>
            {jobs.map((job) => (
              <TrayRow key={job.id} job={job} />
            ))}
          </ul>
        )}
        {uploads.length > 0 && <UploadRows uploads={uploads} />}
      </div>
    </DropDown>
  )
}

type TrayRowProps = { job: TrayJob }

function TrayRow({ job }: TrayRowProps) {
  const t = useTranslations('reports')
  const anyText = useTranslations()
  const href = job.title.values?.['href']
  const name = anyText.has(job.title.key) ? anyText(job.title.key, job.title.values) : job.title.key
  return (
    <li>
      <span className="truncate" title={name}>
        {typeof href === 'string' ? (
          <Link href={href} prefetch={false}>
            {name}
          </Link>
        ) : (
          name
        )}
      </span>
      <TrayState job={job} name={name} />
      {isUnderWay(job) ? (
        <button
          type="button"
          className="btn g icon"
          disabled={job.isCancelRequested}
          aria-label={t('tray.cancel', { name })}
          onClick={() => void cancelOwnJob(job.id)}
        >
          <Icon name="close" />
        </button>
      ) : (
        <span />
      )}
    </li>
  )
}

type TrayStateProps = { job: TrayJob; name: string }

function TrayState({ job, name }: TrayStateProps) {
  const t = useTranslations('reports')
  if (job.isCancelRequested && isUnderWay(job)) return <span className="m">{t('tray.stopping')}</span>
  switch (job.state) {
    case 'queued':
      return <span className="m">{t('tray.queued')}</span>
    case 'running':
      return job.total === null || job.total === 0 ? (
        <span className="m">{t('tray.working')}</span>
      ) : (
        <Progress share={job.progress / job.total} label={name} />
      )
    case 'done':
      return job.result?.download === undefined ? (
        <StatusMark shape="ready">{resultText(job)}</StatusMark>
      ) : (
        <a href={job.result.download} download>
          {t('tray.download')}
        </a>
      )
    case 'failed':
      return <StatusMark shape="overdue">{t('tray.failed')}</StatusMark>
    case 'cancelled':
      return <StatusMark shape="none">{t('tray.cancelled')}</StatusMark>
  }

  function resultText({ result }: TrayJob): string {
    if (result?.undone !== undefined && result.done === undefined) return t('tray.undone', { done: result.undone })
    if (result?.done === undefined && result?.skipped === undefined) return t('tray.finished')
    const [done, left] = [result.done ?? 0, result.skipped ?? 0]
    return left === 0 ? t('tray.changed', { done }) : t('tray.changedAndLeft', { done, left })
  }
}
