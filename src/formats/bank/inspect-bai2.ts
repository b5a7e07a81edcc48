import type { Inspection } from '@/formats/inspection'
import { inspectStatements } from './inspect-statements'
import { readBai2 } from './read-bai2'

/** What a BAI2 file holds, one document per account; counts and control totals that differ are findings. */
export function inspectBai2(bytes: Uint8Array): Pick<Inspection, 'delimiters' | 'counts' | 'documents' | 'findings'> {
  const file = readBai2(bytes)
  const inspected = inspectStatements(file, 'bai2-statement')
  return {
    ...inspected,
    delimiters: { element: ',', component: null, repetition: null, terminator: '/' },
    counts: { ...inspected.counts, groups: file.groups, segments: file.physicalRecords },
  }
}
