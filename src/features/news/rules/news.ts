/** What a person is told of. */
export const NEWS_KINDS = [
  'assigned',
  'asked',
  'answered',
  'mentioned',
  'approval-asked',
  'approved',
  'rejected',
  'dispute-answered',
  'import-failed',
] as const
export type NewsKind = (typeof NEWS_KINDS)[number]

/** When unread news also come by mail. */
export const NEWS_MAILS = ['at-once', 'daily', 'never'] as const
export type NewsMail = (typeof NEWS_MAILS)[number]

/** Days for which news are listed. */
export const NEWS_DAYS = 30

/** Kinds that leave by a mail of their own the moment they happen. */
export const MAILED_KINDS: readonly NewsKind[] = ['mentioned']

type Told = { kind: NewsKind; subjectKind: string; subjectId: string; count: number }

// Comments stand on the pages of these records.
const COMMENTED: Readonly<Record<string, string>> = {
  deduction: '/deductions/:id',
  dispute: '/disputes/:id',
  difference: '/reconciliation/:id',
  document: '/documents/:id',
  'import-batch': '/imports/:id',
  signal: '/signals?state=all&peek=:id',
}

/** Where a piece of news leads: the record, or the list when it tells of several. */
export function newsHref({ kind, subjectKind, subjectId, count }: Told): string {
  switch (kind) {
    case 'assigned':
      return count > 1 ? '/deductions?tab=mine' : `/deductions/${subjectId}`
    case 'asked':
    case 'answered':
      return count > 1 ? '/tasks' : `/tasks?peek=${subjectId}`
    case 'mentioned':
      return COMMENTED[subjectKind]?.replace(':id', subjectId) ?? '/tasks'
    case 'approval-asked':
      return '/approvals'
    case 'approved':
    case 'rejected':
      return '/approvals?tab=decided'
    case 'dispute-answered':
      return count > 1 ? '/disputes' : `/disputes/${subjectId}`
    case 'import-failed':
      return `/imports/${subjectId}`
  }
}

type Mailed = { newsMail: NewsMail; hour: number; wasMailedToday: boolean }

/** Hour of the company's day from which the mail of the day goes out. */
const MAIL_HOUR = 7

/** True when what is unread and was not mailed yet is to be mailed now. */
export function isNewsMailDue({ newsMail, hour, wasMailedToday }: Mailed): boolean {
  if (newsMail === 'never') return false
  return newsMail === 'at-once' || (hour >= MAIL_HOUR && !wasMailedToday)
}
