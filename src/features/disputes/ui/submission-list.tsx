import { useTranslations } from 'next-intl'
import { DateText } from '@/ui/date-text'
import type { SubmissionRow } from '../queries/find-submissions'

type SubmissionListProps = { submissions: readonly SubmissionRow[] }

/** What was filed when, by whom, with which proof. */
export function SubmissionList({ submissions }: SubmissionListProps) {
  const t = useTranslations('disputes')
  if (submissions.length === 0) return <p className="m">{t('submissionsNone')}</p>
  return (
    <table className="t" aria-label={t('submission')}>
      <thead>
        <tr>
          <th>{t('column.submitted')}</th>
          <th>{t('column.package')}</th>
          <th>{t('column.reference')}</th>
          <th>{t('proof')}</th>
          <th>{t('column.submitter')}</th>
        </tr>
      </thead>
      <tbody>
        {submissions.map((row) => (
          <tr key={row.id}>
            <td>
              <DateText value={row.submittedOn} style="medium" />
              {row.lateReason !== null && <span className="due"> {t('late', { reason: row.lateReason })}</span>}
            </td>
            <td>{t('versionOf', { version: row.packageVersion })}</td>
            <td>{row.portalReference ?? '–'}</td>
            <td>{row.proof ? <a href={`/api/files/${row.proof.id}`}>{row.proof.fileName}</a> : '–'}</td>
            <td>{row.submittedByName ?? ''}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
