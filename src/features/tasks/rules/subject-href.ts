import type { SubjectKind } from './teams'

const PATHS: Readonly<Partial<Record<SubjectKind, string>>> = {
  deduction: '/deductions',
  dispute: '/disputes',
  difference: '/reconciliation',
  document: '/documents',
  'import-batch': '/imports',
}

/** The page of the record a request is about; null for kinds that have no page of their own. */
export function subjectHref(kind: SubjectKind, id: string): string | null {
  if (kind === 'signal') return `/signals?state=all&peek=${id}`
  const path = PATHS[kind]
  return path === undefined ? null : `${path}/${id}`
}
