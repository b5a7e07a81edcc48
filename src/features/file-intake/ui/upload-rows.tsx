'use client'

import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { useRefusalText } from '@/ui/form/use-refusal-text'
import { Icon } from '@/ui/icon'
import { Progress } from '@/ui/progress'
import { StatusMark } from '@/ui/status-mark'
import { DATE_ORDER_OPEN } from '../rules/date-order'
import { waitsForMapping } from '../rules/mapping'
import { cancelUpload, isRunning, type Upload } from './upload-store'

type UploadRowsProps = { uploads: readonly Upload[] }

/** Every file on its way with its own progress, what became of it, and a way to stop it. */
export function UploadRows({ uploads }: UploadRowsProps) {
  const t = useTranslations('fileIntake')
  return (
    <ul className="uploads" aria-label={t('upload.files')}>
      {uploads.map((upload) => (
        <li key={upload.key}>
          <span className="truncate" title={upload.name}>
            {upload.report ? (
              <Link href={`/imports/${upload.report.id}`} prefetch={false}>
                {upload.name}
              </Link>
            ) : (
              upload.name
            )}
          </span>
          <UploadState upload={upload} />
          {isRunning(upload) && upload.phase !== 'importing' ? (
            <button
              type="button"
              className="btn g icon"
              aria-label={t('upload.cancel', { name: upload.name })}
              onClick={() => cancelUpload(upload.key)}
            >
              <Icon name="close" />
            </button>
          ) : (
            <span />
          )}
        </li>
      ))}
    </ul>
  )
}

type UploadStateProps = { upload: Upload }

function UploadState({ upload }: UploadStateProps) {
  const t = useTranslations('fileIntake')
  const refusal = useRefusalText()
  if (upload.phase === 'sending' && upload.share < 1)
    return (
      <span className="row">
        <Progress share={upload.share} label={upload.name} />
        <span className="q">{Math.round(upload.share * 100)}%</span>
      </span>
    )
  if (upload.phase === 'refused')
    return (
      <StatusMark shape="overdue" tone="over">
        {refusal.sentence(upload.code?.replace('upload/', 'file-intake/') ?? 'unexpected')}
      </StatusMark>
    )
  if (upload.phase === 'interrupted')
    return (
      <StatusMark shape="due" tone="due">
        {t('upload.interrupted')}
      </StatusMark>
    )
  const { report } = upload
  if (upload.phase !== 'done' || !report)
    return <span className="m">{t(`upload.phase.${upload.phase === 'sending' ? 'reading' : upload.phase}`)}</span>
  if (report.status === 'undone') return <StatusMark shape="due">{t('upload.wasUndone')}</StatusMark>
  if (report.timesSent > 1 && report.status !== 'staged') return <StatusMark shape="none">{t('upload.cameBefore')}</StatusMark>
  if (report.status === 'staged')
    return (
      <StatusMark shape="partly" tone="due">
        {t('upload.toConfirm', { count: report.rows.read })}
      </StatusMark>
    )
  if (report.status === 'done')
    return (
      <StatusMark shape={report.rows.rejected > 0 ? 'due' : 'ready'}>
        {t('upload.imported', { accepted: report.rows.accepted, duplicate: report.rows.duplicate, rejected: report.rows.rejected })}
      </StatusMark>
    )
  if (waitsForMapping(report.status, report.reason))
    return (
      <span className="row">
        <StatusMark shape="due">{t(`finding.${report.reason ?? ''}`)}</StatusMark>
        {report.reason === DATE_ORDER_OPEN ? (
          <Link href={`/imports/${report.id}`} prefetch={false}>
            {t('upload.answer')}
          </Link>
        ) : (
          <Link href={`/imports/${report.id}/map`} prefetch={false}>
            {t('upload.mapColumns')}
          </Link>
        )}
      </span>
    )
  return (
    <StatusMark shape={report.status === 'waiting' ? 'none' : 'overdue'}>
      {t(`state.${report.status}`)}
      {report.reason !== null && t.has(`finding.${report.reason}`) && <span className="m">{t(`finding.${report.reason}`)}</span>}
    </StatusMark>
  )
}
