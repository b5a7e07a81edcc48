import type { Inspection } from '@/formats/inspection'
import { inspectStatements } from './inspect-statements'
import { readMt940 } from './read-mt940'

/** What an MT940 file holds, one document per statement; a statement that does not balance is a finding. */
export function inspectMt940(bytes: Uint8Array): Pick<Inspection, 'delimiters' | 'counts' | 'documents' | 'findings'> {
  return inspectStatements(readMt940(bytes), 'mt940-statement')
}
