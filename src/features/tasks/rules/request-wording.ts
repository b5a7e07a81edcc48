import * as z from 'zod'

/** Numbers by which a department looks up what it is asked for. */
export const REQUEST_FACTS = ['po', 'invoice', 'delivery', 'carrier', 'pro', 'bol'] as const

/** What a request for a paper is worded from, so that everybody reads it in the own language; `minor` counts the smallest units of the currency. */
export const RequestWording = z.strictObject({
  claim: z.string(),
  customer: z.string(),
  minor: z.string().regex(/^-?\d+$/),
  currency: z.string().length(3),
  facts: z.array(z.strictObject({ name: z.enum(REQUEST_FACTS), value: z.string() })),
})
export type RequestWording = z.output<typeof RequestWording>
