import type { Column } from '@/ui/data-table/data-table'
import { InstantText } from '@/ui/date-text'
import { StatusMark, type StatusShape } from '@/ui/status-mark'
import type { JobRow, JobState } from '../queries/find-jobs'
import { CancelJobButton } from './cancel-job-button'

type Texts = (key: string, values?: Record<string, string | number>) => string

const SHAPES: Readonly<Record<JobState, StatusShape>> = {
  queued: 'partly',
  running: 'partly',
  done: 'ready',
  failed: 'overdue',
  cancelled: 'none',
}

/** `nameOf` gives the name of a job in the reader's words. */
export function jobColumns(t: Texts, nameOf: (job: JobRow) => string): Column<JobRow>[] {
  return [
    { key: 'name', title: t('health.job'), cell: nameOf },
    { key: 'who', title: t('health.requestedBy'), look: 'quiet', cell: (job) => job.requestedBy ?? t('health.system') },
    {
      key: 'state',
      title: t('admin.state'),
      cell: (job) => <StatusMark shape={SHAPES[job.state]}>{t(`health.state.${job.state}`)}</StatusMark>,
    },
    {
      key: 'progress',
      title: t('health.progress'),
      align: 'right',
      cell: (job) => (job.total === null ? <span className="q">–</span> : `${job.progress} / ${job.total}`),
    },
    { key: 'created', title: t('health.asked'), look: 'quiet', cell: (job) => <InstantText value={job.createdAt} /> },
    { key: 'finished', title: t('health.finished'), look: 'quiet', cell: (job) => <InstantText value={job.finishedAt} /> },
    { key: 'error', title: t('health.error'), look: 'clip', cell: (job) => <span title={job.error ?? undefined}>{job.error ?? ''}</span> },
    {
      key: 'cancel',
      title: <span className="sr-only">{t('health.cancel')}</span>,
      align: 'right',
      cell: (job) =>
        job.state === 'queued' || job.state === 'running' ? <CancelJobButton id={job.id} isAsked={job.isCancelRequested} /> : null,
    },
  ]
}
