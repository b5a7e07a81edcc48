import { inspectX12 } from '@/formats/x12/inspect-x12'
import { buildX12 } from './build-x12'

/** Inspects one invented set, given as its id and segments: its document, and what was found as 'field code'. */
export function inspectSet(...segments: string[]) {
  return inspectFirstSet(buildX12([segments]))
}

export function inspectFirstSet(text: string) {
  const { documents, findings } = inspectX12(Buffer.from(text))
  const [document] = documents
  if (!document) throw new Error('the set yields no document')
  return { document, findings, codes: findings.map((finding) => `${finding.field} ${finding.code}`) }
}
