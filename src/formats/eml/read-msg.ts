import type MsgReader from '@kenjiuno/msgreader'
import type { FieldsData } from '@kenjiuno/msgreader'
import type { Problem } from '@/core/problem'
import { boundMsgReader } from './bound-msg-reader'
import { plainTextOfHtml } from './plain-text-of-html'
import { attachmentName, type Mail, type MailAttachment, mailProblem } from './read-mail'

const BYTES_MAX = 50 * 1024 * 1024
const ATTACHMENTS_MAX = 200

/**
 * Reads a mail as Outlook saves it. A mail inside it is an attachment like any other. Never throws: `mail` is null when the
 * bytes are too many, damaged, or no mail but another kind of item (a contact, an appointment).
 * Source: MS-OXMSG; MAPI property 0x3FFD names the code page of texts that are not Unicode.
 */
export async function readMsg(bytes: Uint8Array): Promise<{ mail: Mail | null; problems: Problem[] }> {
  if (bytes.length > BYTES_MAX) return { mail: null, problems: [mailProblem('mail/too-large', 'The mail is larger than 50 MB.')] }
  try {
    return await readItem(bytes)
  } catch {
    return { mail: null, problems: [mailProblem('mail/broken', 'The mail is damaged and cannot be read.')] }
  }
}

async function readItem(bytes: Uint8Array): Promise<{ mail: Mail | null; problems: Problem[] }> {
  const Reader = await loadReader()
  const own = new Uint8Array(bytes)
  const item = (codePage: string | null) => {
    const reader = new Reader(own.buffer)
    boundMsgReader(reader, own.length)
    if (codePage !== null) reader.parserConfig = { ansiEncoding: codePage }
    return { reader, fields: reader.getFileData() }
  }
  const first = item(null)
  const codePage = codePageOf(first.fields)
  const { reader, fields } = codePage === null ? first : item(codePage)
  const found = fields.attachments ?? []
  if (found.length === 0 && !fields.subject && !fields.body && !fields.senderEmail && !fields.senderName)
    return { mail: null, problems: [mailProblem('mail/broken', 'There are no mail headers.')] }
  const problems: Problem[] = []
  if (found.length > ATTACHMENTS_MAX)
    problems.push(mailProblem('mail/too-many-attachments', `Only the first ${ATTACHMENTS_MAX} attachments are read.`))
  const attachments = found.slice(0, ATTACHMENTS_MAX).flatMap((field, index): MailAttachment[] => {
    try {
      return [toAttachment(field, reader.getAttachment(field).content, index)]
    } catch {
      const name = attachmentName(field.fileName, '', index)
      problems.push(mailProblem('mail/attachment-broken', `The attachment ${name} is damaged and cannot be read.`))
      return []
    }
  })
  return { mail: toMail(fields, attachments), problems }
}

function toMail(fields: FieldsData, attachments: MailAttachment[]): Mail {
  const to = (kind: 'to' | 'cc') =>
    (fields.recipients ?? [])
      .filter((recipient) => (recipient.recipType ?? 'to') === kind)
      .flatMap((recipient) => recipient.smtpAddress ?? recipient.email ?? [])
      .map((address) => address.toLowerCase())
  const html = fields.bodyHtml ?? (fields.html ? new TextDecoder().decode(fields.html) : '')
  const sentAt = new Date(fields.clientSubmitTime ?? fields.messageDeliveryTime ?? '')
  return {
    messageId: fields.messageId?.trim() || null,
    inReplyTo: null,
    subject: (fields.subject ?? '').trim(),
    from: (fields.senderSmtpAddress ?? fields.senderEmail)?.toLowerCase() || null,
    fromName: fields.senderName || null,
    to: to('to'),
    cc: to('cc'),
    sentAt: Number.isNaN(sentAt.getTime()) ? null : sentAt,
    text: (fields.body?.trim() ? fields.body : plainTextOfHtml(html)).replace(/\r\n?/g, '\n').trimEnd(),
    attachments,
  }
}

function toAttachment(field: FieldsData, content: Uint8Array, index: number): MailAttachment {
  const mediaType = field.attachMimeTag ?? (field.innerMsgContent ? 'application/vnd.ms-outlook' : 'application/octet-stream')
  const name = field.innerMsgContent
    ? `${field.name ?? `attachment-${index + 1}`}.msg`
    : (field.fileName ?? field.fileNameShort ?? field.name)
  return {
    name: attachmentName(name, mediaType, index),
    mediaType,
    bytes: content,
    isInText: mediaType.startsWith('image/') && Boolean(field.pidContentId) && field.attachmentHidden === true,
  }
}

/** The code page that a message of the time before Unicode is written in, by the name that the reader knows. */
function codePageOf(fields: FieldsData): string | null {
  const page = fields.messageCodepage ?? fields.internetCodepage
  if (page === undefined || page === 1200 || page === 65001) return page === 65001 ? 'utf8' : null
  return CODE_PAGES[page] ?? `cp${page}`
}

const CODE_PAGES: Readonly<Record<number, string>> = { 936: 'gbk', 950: 'big5', 932: 'shiftjis', 949: 'euc-kr', 54936: 'gb18030' }

// The package is CommonJS: what a bundler calls its default is, to Node, the default of its default.
async function loadReader(): Promise<typeof MsgReader> {
  const { default: loaded } = await import('@kenjiuno/msgreader')
  return 'default' in loaded ? (loaded.default as typeof loaded) : loaded
}
