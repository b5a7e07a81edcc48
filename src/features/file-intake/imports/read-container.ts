import type { Problem } from '@/core/problem'
import { readMailFile } from '@/features/documents/imports/read-mail-file'
import { readOrderMail } from '@/features/orders/imports/read-order-mail'
import { readMail } from '@/formats/eml/read-mail'
import { readMsg } from '@/formats/eml/read-msg'
import type { ReadFile } from '@/formats/staged-row'
import { unpackZip } from '@/formats/zip/read-zip'
import type { PartFolder } from './part-folder'

export const CONTAINER_FORMATS = ['eml', 'msg', 'zip'] as const
export type ContainerFormat = (typeof CONTAINER_FORMATS)[number]

type Unpacked = { read: ReadFile; refused: null } | { read: null; refused: string; problems: Problem[] }

/** A mail in a mail in a mail; what lies deeper is named and left. */
const DEPTH_MAX = 4
/** A picture inside the text of a mail that is smaller than this is a logo, not a paper. */
const PICTURE_BYTES_MIN = 24 * 1024

/** Opens a mail or an archive: its files go to `parts`, each to become a batch of its own. `around`: what it came in itself. */
export async function readContainer(
  format: ContainerFormat,
  bytes: Uint8Array,
  around: readonly string[],
  parts: PartFolder,
): Promise<Unpacked> {
  return format === 'zip' ? readArchive(bytes, around, parts) : readLetter(format, bytes, around, parts)
}

/** A mail is kept as a document; an order typed into it is taken over too. */
async function readLetter(format: 'eml' | 'msg', bytes: Uint8Array, around: readonly string[], parts: PartFolder): Promise<Unpacked> {
  const { mail, problems } = await (format === 'msg' ? readMsg(bytes) : readMail(bytes))
  if (mail === null) return { read: null, refused: 'intake/unreadable-broken', problems }
  const letter = readMailFile(mail)
  const order = readOrderMail(letter.lines, letter.sentOn)
  const small = mail.attachments.filter((file) => file.isInText && file.bytes.byteLength < PICTURE_BYTES_MIN)
  const files = mail.attachments.filter((file) => !small.includes(file))
  const found = [...problems]
  if (small.length > 0) {
    const message = `${small.length} small pictures inside the text (${small.map((file) => file.name).join(', ')}) were left in the mail`
    found.push({ position: 'mail', field: 'attachment', code: 'mail/pictures-left', message })
  }
  const isTooDeep = around.length >= DEPTH_MAX && files.length > 0
  if (isTooDeep) found.push({ position: 'mail', field: 'attachment', code: 'mail/nested-too-deep', message: TOO_DEEP })
  for (const file of isTooDeep ? [] : files) await parts.add(file.name, file.bytes)
  const rows = order ? [...letter.file.rows, order] : letter.file.rows
  return { read: { ...letter.file, rows, problems: found }, refused: null }
}

const TOO_DEEP = `attachments of a mail more than ${DEPTH_MAX} mails deep are not unpacked`

async function readArchive(bytes: Uint8Array, around: readonly string[], parts: PartFolder): Promise<Unpacked> {
  if (around.includes('zip')) return { read: null, refused: 'zip/nested', problems: [] }
  const { problems, isRefused } = await unpackZip(bytes, (file) => parts.add(file.path, file.bytes))
  const [first] = problems.toReversed()
  if (isRefused || parts.parts.length === 0) {
    await parts.discard()
    return { read: null, refused: first?.code ?? 'zip/empty', problems }
  }
  const totals = { own: null, computed: null, currency: null }
  return { read: { kind: 'archive', rows: [], rejected: [], blank: 0, problems, totals }, refused: null }
}
