import { readMailFile } from '@/features/documents/imports/read-mail-file'
import { readOrderMail } from '@/features/orders/imports/read-order-mail'
import type { IncomingFile, ReadFile } from '@/formats/staged-row'

/** A mail is kept as a document; an order typed into it is taken over too. */
export async function readMailContent({ bytes }: IncomingFile): Promise<ReadFile | null> {
  const mail = await readMailFile(bytes)
  if (mail === null) return null
  const order = readOrderMail(mail.lines, mail.sentOn)
  return order ? { ...mail.file, rows: [...mail.file.rows, order] } : mail.file
}
