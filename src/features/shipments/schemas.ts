import * as z from 'zod'

const Count = z.int().min(0).nullable()
const Text = z.string().nullable()

/** What a person read on a delivery receipt or bill of lading, and on a freight bill; null when the paper is none. */
export const KeepReadPaperInput = z.strictObject({
  documentId: z.uuid(),
  facts: z
    .strictObject({
      pro: Text,
      bol: Text,
      delivery: Text,
      po: Text,
      cartonsPrinted: Count,
      piecesShipped: Count,
      piecesReceived: Count,
      countBy: z.enum(['driver', 'shipper']).nullable(),
      isSigned: z.boolean().nullable(),
      isStamped: z.boolean().nullable(),
      exceptions: Text,
      signedOn: z.iso.date().nullable(),
    })
    .nullable(),
  freight: z
    .strictObject({
      carrier: z.string().min(1),
      number: z.string().min(1),
      pro: Text,
      bol: Text,
      po: Text,
      billedOn: z.iso.date().nullable(),
      /** Minor units. */
      amountMinor: z.string().regex(/^\d{1,18}$/),
      currency: z.string().length(3),
    })
    .nullable(),
})
