import { PlaceLink } from '@/features/documents/ui/place-link'
import type { EvidenceItem } from '@/ui/evidence-list'
import type { EvidenceEntry } from '../rules/evidence-needed'
import type { Texts } from './texts'

/** The checklist of papers: what is there with its number, what is missing marked. */
export function evidenceItems(evidence: readonly EvidenceEntry[], t: Texts): EvidenceItem[] {
  return evidence.map((entry) => {
    const title = entry.number === null ? t(`evidenceKind.${entry.evidence}`) : `${t(`evidenceKind.${entry.evidence}`)} ${entry.number}`
    if (entry.isThere) {
      const open = entry.documentId === null ? {} : { action: <a href={`/documents/${entry.documentId}`}>{t('open')}</a> }
      return {
        key: entry.evidence,
        shape: 'ready',
        title,
        ...(entry.position === null ? {} : { note: <PlaceLink batchId={null} position={entry.position} /> }),
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
