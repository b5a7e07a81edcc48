import type { ReactNode } from 'react'
import { PlaceLink } from '@/features/documents/ui/place-link'
import type { GradedProof } from '@/features/shipments/rules/grade-proof'
import { isWeakProof } from '@/features/shipments/rules/grade-proof'
import { ProofSentence } from '@/features/shipments/ui/proof-grade'
import type { EvidenceItem } from '@/ui/evidence-list'
import type { EvidenceEntry } from '../rules/evidence-needed'
import type { Texts } from './texts'

function readIt({ documentId }: EvidenceEntry, t: Texts): Pick<EvidenceItem, 'action'> {
  return documentId === null ? {} : { action: <a href={`/documents/${documentId}`}>{t('read')}</a> }
}

/** The checklist of papers: what is there with its number, what is missing marked. */
export function evidenceItems(
  evidence: readonly EvidenceEntry[],
  t: Texts,
  grades: ReadonlyMap<string, GradedProof> = new Map(),
): EvidenceItem[] {
  return evidence.map((entry) => {
    const title = entry.number === null ? t(`evidenceKind.${entry.evidence}`) : `${t(`evidenceKind.${entry.evidence}`)} ${entry.number}`
    if (entry.isThere) {
      const open = entry.documentId === null ? {} : { action: <a href={`/documents/${entry.documentId}`}>{t('open')}</a> }
      const proof = entry.documentId === null ? undefined : grades.get(entry.documentId)
      const note: ReactNode = proof ? (
        <ProofSentence proof={proof} paperKind={entry.evidence} />
      ) : (
        entry.position !== null && <PlaceLink batchId={null} position={entry.position} />
      )
      if (entry.isUnread)
        return { key: entry.evidence, shape: 'partly', isMissing: true, title, note: t('paperNotRead'), ...readIt(entry, t) }
      const isWeak = proof !== undefined && isWeakProof(proof.grade)
      return {
        key: entry.evidence,
        shape: isWeak ? 'partly' : 'ready',
        isMissing: isWeak,
        title,
        ...(note === false ? {} : { note }),
        ...open,
      }
    }
    const isRequired = entry.level === 'required'
    return {
      key: entry.evidence,
      shape: isRequired ? 'partly' : 'none',
      isMissing: isRequired,
      title,
      note: t(isRequired ? 'missing' : 'recommended'),
    }
  })
}
