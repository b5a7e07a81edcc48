import * as z from 'zod'

export const AddDocumentInput = z.object({
  customerId: z.uuid(),
  /** What it is: 'proof-of-delivery', 'photo', 'submission-proof'. */
  kind: z.string().trim().min(1).max(60),
  fileName: z.string().trim().min(1, 'required').max(300),
  mediaType: z.string().max(100),
  content: z.instanceof(Uint8Array),
  pageCount: z.number().int().min(0).default(0),
})
