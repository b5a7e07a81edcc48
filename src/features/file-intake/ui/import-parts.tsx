import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { EvidenceList } from '@/ui/evidence-list'
import { Section } from '@/ui/section'
import type { ImportParts as Parts, RelatedImport } from '../queries/find-import-parts'
import { BatchStateText } from './batch-state'
import { kindText } from './kind-text'

type ImportPartsProps = { related: Parts }

/** The mail or archive that a file came in, and the files that were unpacked from it. Nothing when it stands alone. */
export function ImportParts({ related }: ImportPartsProps) {
  const t = useTranslations('fileIntake')
  return (
    <>
      {related.cameIn.length > 0 && (
        <Section title={t('cameIn')}>
          <RelatedList files={related.cameIn} />
        </Section>
      )}
      {related.parts.length > 0 && (
        <Section title={t('parts')} note={t('partsNote', { count: related.parts.length })}>
          <RelatedList files={related.parts} />
        </Section>
      )}
    </>
  )
}

type RelatedListProps = { files: readonly RelatedImport[] }

function RelatedList({ files }: RelatedListProps) {
  const t = useTranslations('fileIntake')
  return (
    <EvidenceList
      items={files.map((file) => ({
        key: file.id,
        shape: file.state === 'refused' || file.state === 'failed' ? 'overdue' : 'fixed',
        tone: 'second',
        title: (
          <Link href={`/imports/${file.id}`} prefetch={false}>
            {file.fileName}
          </Link>
        ),
        note:
          file.state === 'refused' && file.reason !== null && t.has(`finding.${file.reason}`)
            ? t(`finding.${file.reason}`)
            : kindText(t, file.kind),
        action: <BatchStateText state={file.state} reason={file.reason} rejected={file.rejected} />,
      }))}
    />
  )
}
