/** One audited change of a difference, or of a task or comment about it. */
export type HistoryEntry = {
  event: string
  /** 'difference', 'task', 'comment', or 'reply'. */
  subject: string
  before: Readonly<Record<string, unknown>> | null
  after: Readonly<Record<string, unknown>> | null
  /** The mail that was sent with it. */
  mail?: { to: string; subject: string } | null
}

/** What happened, as a word that has a text, with the values people read; null for what they need not know. */
export type HistoryWord = { word: string; sap?: string; other?: string; text?: string }

/** Reads an audited change: found, moved, closed by itself, came back, asked, mailed, answered, accepted, said. */
export function readHistory({ event, subject, before, after, mail }: HistoryEntry): HistoryWord | null {
  if (subject === 'comment') return { word: 'said', text: textOf(after?.['body']) }
  if (subject === 'reply')
    return { word: 'mail-answered', text: [after?.['subject'], after?.['text']].map(textOf).filter(Boolean).join(' – ') }
  if (event === 'difference.correction-mailed') return { word: 'mailed', text: mail == null ? '' : `${mail.to}: ${mail.subject}` }
  if (subject === 'task') return taskWord(event, before, after)
  const values = { sap: textOf(after?.['sap_value']), other: textOf(after?.['other_value']) }
  if (before === null) return { word: textOf(after?.['state']) === 'accepted' ? 'found-tolerated' : 'found', ...values }
  const [was, is] = [textOf(before['state']), textOf(after?.['state'])]
  if (is === 'resolved') return { word: 'closed' }
  if (is === 'open') return { word: was === 'accepted' ? 'no-longer-accepted' : 'came-back' }
  if (is === 'asked') return { word: 'asked' }
  if (is === 'accepted') return { word: event === 'difference.accepted' ? 'accepted' : 'tolerated' }
  if (values.sap !== '' || values.other !== '') return { word: 'moved', ...values }
  return null
}

function taskWord(event: string, before: HistoryEntry['before'], after: HistoryEntry['after']): HistoryWord | null {
  if (before === null) return { word: 'requested', text: textOf(after?.['title']) }
  if (event === 'task.settled') return { word: 'request-settled' }
  if (textOf(after?.['answer']) !== '') return { word: 'answered', text: textOf(after?.['answer']) }
  return textOf(after?.['state']) === '' ? null : { word: 'request-closed' }
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}
