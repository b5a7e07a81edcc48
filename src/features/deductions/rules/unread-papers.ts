import type { PaperFacts } from './shipment-facts'
import type { ValidityFacts } from './validity-facts'
import type { MissingPaper, ValidityVerdict } from './verdict'

const UNREAD = { 'proof-of-delivery': 'unread-proof-of-delivery', 'bill-of-lading': 'unread-bill-of-lading' } as const
export type UnreadPaper = { missing: (typeof UNREAD)[keyof typeof UNREAD]; documentId: string; fileName: string }

/** The first paper of each kind that is there and waits for somebody to read its figures. */
export function unreadPapers({ papers }: Pick<ValidityFacts, 'papers'>): UnreadPaper[] {
  const first = (kind: PaperFacts['kind']) => papers.find((paper) => paper.kind === kind && paper.waitsForReading)
  return [first('proof-of-delivery'), first('bill-of-lading')].flatMap((paper) =>
    paper ? [{ missing: UNREAD[paper.kind], documentId: paper.documentId, fileName: paper.fileName }] : [],
  )
}

/** What lacks only a reader is not called missing. */
export function nameUnread(verdict: ValidityVerdict, facts: ValidityFacts): ValidityVerdict {
  if (verdict.missing.length === 0) return verdict
  const unread = unreadPapers(facts)
  const named = (paper: MissingPaper): MissingPaper => unread.find(({ missing }) => missing === `unread-${paper}`)?.missing ?? paper
  return { ...verdict, missing: verdict.missing.map(named) }
}

/** Whether a lacking paper is there and only waits for its reader. */
export function isUnread(paper: MissingPaper): paper is UnreadPaper['missing'] {
  return paper === UNREAD['proof-of-delivery'] || paper === UNREAD['bill-of-lading']
}
