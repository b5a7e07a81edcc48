import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { documentKindText } from '@/features/documents/ui/texts'
import { InstantText } from '@/ui/date-text'
import { EvidenceList } from '@/ui/evidence-list'
import { Section } from '@/ui/section'
import type { AttachedPaper } from '../queries/find-papers-of-deduction'

type PapersSectionProps = { papers: readonly AttachedPaper[] }

/** Every paper that is tied to the claim, with what it is and whether somebody still has to read it. */
export function PapersSection({ papers }: PapersSectionProps) {
  const t = useTranslations('deductions')
  const documents = useTranslations('documents')
  return (
    <Section title={t('papers')} note={t('papersCount', { count: papers.length })} id="papers">
      <EvidenceList
        items={papers.map((paper) => ({
          key: paper.id,
          shape: paper.isReplaced ? 'none' : paper.state === 'needs-reading' ? 'partly' : 'ready',
          title: <Link href={`/documents/${paper.id}`}>{paper.fileName}</Link>,
          note: (
            <>
              {documentKindText(documents, paper.kind)}
              {t('comma')}
              <InstantText value={paper.addedAt} />
              {paper.state === 'needs-reading' && `${t('comma')}${t('paperUnread')}`}
            </>
          ),
        }))}
      />
    </Section>
  )
}
