import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { isUnread, type UnreadPaper } from '../rules/unread-papers'
import type { MissingPaper } from '../rules/verdict'
import { whoHas } from '../rules/who-has-it'

type LackingPapersProps = { missing: readonly MissingPaper[]; unread: readonly UnreadPaper[] }

/** What a verdict lacks: papers that are there and want reading, with the way to them, and papers that are missing; each with who to turn to. */
export function LackingPapers({ missing, unread }: LackingPapersProps) {
  const t = useTranslations('deductions')
  const teams = useTranslations('tasks')
  const withTeam = (paper: MissingPaper) => t('paperOfTeam', { paper: t(`missingPaper.${paper}`), team: teams(`teams.${whoHas(paper)}`) })
  const absent = missing.filter((paper) => !isUnread(paper))
  return (
    <>
      {missing.filter(isUnread).map((paper) => {
        const document = unread.find((one) => one.missing === paper)
        return (
          <p key={paper} className="mt-2 due">
            {t('thereNotRead', { paper: withTeam(paper) })}{' '}
            {document && <Link href={`/documents/${document.documentId}`}>{t('readPaper', { name: document.fileName })}</Link>}
          </p>
        )
      })}
      {absent.length > 0 && <p className="mt-2 due">{t('missingPapers', { papers: absent.map(withTeam).join(t('listComma')) })}</p>}
    </>
  )
}
