import { comparisonKey } from '@/core/comparison-key'
import { linesOfMail } from '@/formats/eml/mail-lines'
import type { Mail } from '@/formats/eml/read-mail'
import { findReferences } from '@/formats/pdf/find-references'
import type { JsonValue, ReadFile } from '@/formats/staged-row'

type Link = { idKind: string; idText: string; page: number; line: string }

/**
 * A mail as a document of kind 'mail': its subject and text as lines of one page, with the numbers it names, so that
 * stock counts and appointments are found by order, delivery or shipment. `lines` and `sentOn` (YYYY-MM-DD) are for readers
 * of what a mail may hold besides.
 */
export function readMailFile(mail: Mail): { file: ReadFile; lines: string[]; sentOn: string | null } {
  const lines = linesOfMail(mail)
  const references = findReferences([lines]).filter(({ kind }) => kind !== 'sscc')
  const seen = new Set<string>()
  const links: Link[] = references.flatMap(({ kind, value, page, text }) => {
    const key = `${kind} ${comparisonKey(value)}`
    if (seen.has(key)) return []
    seen.add(key)
    return [{ idKind: kind, idText: value, page, line: text.slice(0, 300) }]
  })
  // What it answers, so that the answer finds what was asked.
  if (mail.inReplyTo !== null) links.push({ idKind: 'answers', idText: mail.inReplyTo, page: 1, line: mail.subject })
  const sentOn = mail.sentAt?.toISOString().slice(0, 10) ?? null
  const values: { [field: string]: JsonValue } = {
    documentKind: 'mail',
    number: mail.messageId,
    issuedOn: sentOn,
    pageCount: 1,
    state: 'text',
    pages: [lines],
    links,
    facts: null,
  }
  const file: ReadFile = {
    kind: 'mail',
    rows: [{ kind: 'delivery-paper', position: 'page 1', values }],
    rejected: [],
    blank: 0,
    problems: [],
    totals: { own: null, computed: null, currency: null },
  }
  return { file, lines, sentOn }
}
