import PostalMime, { type Address } from 'postal-mime'
import type { Problem } from '@/core/problem'
import { plainTextOfHtml } from './plain-text-of-html'

/** An attached file as it was sent; its name is what the sender called it. */
export type MailAttachment = {
  name: string
  mediaType: string
  bytes: Uint8Array
  /** True for a picture that the text itself shows: a logo of a signature, a photo pasted between the lines. */
  isInText: boolean
}

/** A mail as far as the product reads it. Addresses in lower case; `sentAt` is null when the header is missing or no date; text without markup. */
export type Mail = {
  messageId: string | null
  inReplyTo: string | null
  subject: string
  from: string | null
  fromName: string | null
  to: string[]
  cc: string[]
  sentAt: Date | null
  text: string
  attachments: MailAttachment[]
}

const OPTIONS = { attachmentEncoding: 'arraybuffer', maxNestingDepth: 32, forceRfc822Attachments: true } as const
const BYTES_MAX = 50 * 1024 * 1024
const ATTACHMENTS_MAX = 200

/**
 * Reads a mail in RFC 5322 form. A mail inside it is an attachment like any other. Never throws: `mail` is null when the
 * bytes are too many or no mail at all.
 */
export async function readMail(bytes: Uint8Array): Promise<{ mail: Mail | null; problems: Problem[] }> {
  if (bytes.length > BYTES_MAX) return { mail: null, problems: [mailProblem('mail/too-large', 'The mail is larger than 50 MB.')] }
  const parsed = await PostalMime.parse(new Uint8Array(bytes), OPTIONS).catch(() => null)
  if (parsed === null) return { mail: null, problems: [mailProblem('mail/broken', 'The mail is damaged and cannot be read.')] }
  const problems: Problem[] = []
  if (parsed.attachments.length > ATTACHMENTS_MAX)
    problems.push(mailProblem('mail/too-many-attachments', `Only the first ${ATTACHMENTS_MAX} attachments are read.`))
  const sentAt = parsed.date === undefined ? null : new Date(parsed.date)
  const mail: Mail = {
    messageId: parsed.messageId?.trim() || null,
    inReplyTo: parsed.inReplyTo?.trim() || null,
    subject: (parsed.subject ?? '').trim(),
    from: addresses(parsed.from === undefined ? [] : [parsed.from])[0] ?? null,
    fromName: parsed.from?.name || null,
    to: addresses(parsed.to ?? []),
    cc: addresses(parsed.cc ?? []),
    sentAt: sentAt === null || Number.isNaN(sentAt.getTime()) ? null : sentAt,
    text: (parsed.text?.trim() ? parsed.text : plainTextOfHtml(parsed.html ?? '')).replace(/\r\n?/g, '\n').trimEnd(),
    attachments: parsed.attachments.slice(0, ATTACHMENTS_MAX).map((file, index) => ({
      name: attachmentName(file.filename, file.mimeType, index),
      mediaType: file.mimeType,
      bytes: typeof file.content === 'string' ? new TextEncoder().encode(file.content) : new Uint8Array(file.content),
      isInText: file.mimeType.startsWith('image/') && Boolean(file.contentId) && (file.related === true || file.disposition === 'inline'),
    })),
  }
  if (mail.from === null && mail.subject === '' && mail.sentAt === null)
    return { mail: null, problems: [mailProblem('mail/broken', 'There are no mail headers.')] }
  return { mail, problems }
}

/** What the sender called the file, without folders; a file without a name is called by its place. */
export function attachmentName(name: string | null | undefined, mediaType: string, index: number): string {
  const given = (name ?? '')
    .split(/[\\/]/)
    .at(-1)
    ?.replace(/\p{Cc}/gu, '')
    .trim()
  return given?.slice(-200) || `attachment-${index + 1}${mediaType === 'message/rfc822' ? '.eml' : ''}`
}

function addresses(list: readonly Address[]): string[] {
  return list
    .flatMap((entry) => (entry.group ? entry.group.map((member) => member.address) : [entry.address ?? '']))
    .flatMap((address) => (address === undefined || address === '' ? [] : [address.toLowerCase()]))
}

export function mailProblem(code: string, message: string): Problem {
  return { position: 'mail', field: '', code, message }
}
