import type { Inspection } from '@/formats/inspection'
import { inspectStatements } from './inspect-statements'
import { readCamt } from './read-camt'

/** What a CAMT file holds, one document per statement, notification or report. */
export function inspectCamt(bytes: Uint8Array): Pick<Inspection, 'delimiters' | 'counts' | 'documents' | 'findings'> {
  const file = readCamt(bytes)
  return inspectStatements(
    file,
    file.message === 'camt054' ? 'camt054-notification' : file.message === 'camt052' ? 'camt052-report' : 'camt053-statement',
  )
}
