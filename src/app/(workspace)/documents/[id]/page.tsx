import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { isId } from '@/core/ids'
import { canReadPapers } from '@/features/documents/policy'
import { findDocument } from '@/features/documents/queries/find-document'
import { findNextPaper } from '@/features/documents/queries/find-next-paper'
import { DocumentSide } from '@/features/documents/ui/document-side'
import { ReadingState } from '@/features/documents/ui/reading-state'
import { documentKindText } from '@/features/documents/ui/texts'
import { ConfirmPaperDialog } from '@/features/file-intake/ui/confirm-paper-dialog'
import { ReadPaperForm } from '@/features/file-intake/ui/read-paper-form'
import { canAskBetterProof } from '@/features/shipments/policy'
import { findProof } from '@/features/shipments/queries/find-proof'
import { isWeakProof } from '@/features/shipments/rules/grade-proof'
import { AskBetterProofDialog } from '@/features/shipments/ui/ask-better-proof-dialog'
import { ProofSection } from '@/features/shipments/ui/proof-section'
import { findTasksOfSubject } from '@/features/tasks/queries/find-tasks-of-subject'
import { SubjectTasks } from '@/features/tasks/ui/subject-tasks'
import { companyToday } from '@/server/clock'
import { requireActor } from '@/server/session'
import { DateText } from '@/ui/date-text'
import { EmptyState } from '@/ui/empty-state'
import { LinkButton } from '@/ui/link-button'
import { PageHeader } from '@/ui/page-header'
import { PdfFrame } from '@/ui/pdf-frame'
import { PictureFrame } from '@/ui/picture-frame'
import { Section } from '@/ui/section'

// What the browser shows by itself, without running anything.
const SHOWN = new Set(['application/pdf', 'image/png', 'image/jpeg', 'text/plain'])

type DocumentPageProps = { params: Promise<{ id: string }> }

/** One paper: the picture at the left, what was read from it and what it proves at the right. */
export default async function DocumentPage({ params }: DocumentPageProps) {
  const actor = await requireActor()
  const { id } = await params
  const detail = isId(id) ? await findDocument(actor, id) : null
  if (!detail) notFound()
  const isForPeople =
    (detail.state === 'needs-reading' || detail.state === 'read') && detail.kind !== 'photo' && detail.kind !== 'submission-proof'
  const [t, proof, tasks, queue] = await Promise.all([
    getTranslations('documents'),
    findProof(actor, id),
    findTasksOfSubject(actor, 'document', id),
    isForPeople && canReadPapers(actor) ? findNextPaper(actor, id) : null,
  ])
  const address = `/api/files/${detail.id}`
  return (
    <>
      <PageHeader
        title={detail.number ?? detail.fileName}
        subtitle={documentKindText(t, detail.kind)}
        crumbs={[{ label: t('title'), href: '/documents' }, { label: detail.fileName }]}
        actions={
          <LinkButton href={`${address}?download`} download="" kind="primary">
            {t('download')}
          </LinkButton>
        }
        facts={[
          { term: t('column.customer'), value: detail.customerName ?? t('noCustomer') },
          { term: t('column.issued'), value: <DateText value={detail.issuedOn} /> },
          { term: t('column.state'), value: <ReadingState state={detail.state} /> },
          { term: t('column.links'), value: t('count', { count: detail.links.length }) },
        ]}
      />
      <div className="two">
        <div className="l">
          {SHOWN.has(detail.mediaType) ? (
            <div className="flex-1 min-h-160">
              {detail.mediaType.startsWith('image/') ? (
                <PictureFrame src={address} title={detail.fileName} />
              ) : (
                <PdfFrame src={`${address}#navpanes=0`} title={detail.fileName} />
              )}
            </div>
          ) : (
            <EmptyState action={<LinkButton href={`${address}?download`}>{t('download')}</LinkButton>}>{t('cannotShow')}</EmptyState>
          )}
          {detail.lines.length > 0 && (
            <Section title={t('text')} note={t('textNote')}>
              {detail.lines.map((page, index) => (
                // Pages have no other name than their place.
                <pre key={`page ${index + 1}`} className="text-12 whitespace-pre-wrap">
                  {page.join('\n')}
                </pre>
              ))}
            </Section>
          )}
        </div>
        <DocumentSide detail={detail}>
          {proof?.isRead && (
            <ProofSection
              proof={proof}
              today={companyToday()}
              actions={
                <>
                  {isWeakProof(proof.grade) &&
                    proof.replacedBy === null &&
                    !tasks.some((task) => task.kind === 'better-proof' && (task.state === 'open' || task.state === 'answered')) &&
                    canAskBetterProof(actor, detail) && <AskBetterProofDialog paper={proof} />}
                  {detail.state === 'text' && detail.facts !== null && canReadPapers(actor) && (
                    <ConfirmPaperDialog documentId={detail.id} facts={detail.facts} signedOn={detail.facts.signedOn} />
                  )}
                </>
              }
            />
          )}
          {tasks.length > 0 && <SubjectTasks tasks={tasks} />}
          {queue && (
            <Section title={t('readIt')} note={detail.state === 'read' ? t('readByPerson') : t('needsReading')}>
              {/* The key gives every paper a fresh form. */}
              <ReadPaperForm
                key={`${detail.id} ${detail.readAt}`}
                paper={{ ...detail, numbers: detail.links }}
                left={queue.left}
                nextId={detail.state === 'read' ? null : queue.nextId}
              />
            </Section>
          )}
        </DocumentSide>
      </div>
    </>
  )
}
