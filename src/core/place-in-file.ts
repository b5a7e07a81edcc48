import * as z from 'zod'

/** What a figure is, as far as files write it differently. */
export const SOUGHT_KINDS = ['quantity', 'money', 'price', 'rate', 'date', 'text'] as const

/** A value that somebody looks for around a place: decimal text ('1455.36'), a percent ('2 %'), a date ('2026-11-02') or words. */
export type Sought = { readonly kind: (typeof SOUGHT_KINDS)[number]; readonly says: string }

/** A place in an imported file, with the field and the value that are meant there; lives in the URL. */
export const PlaceInFile = z.object({
  position: z.string().trim().max(300).catch(''),
  field: z.string().trim().max(100).catch(''),
  says: z.string().trim().max(300).catch(''),
  kind: z.enum(SOUGHT_KINDS).catch('text'),
})

/** The value meant at a place; null when only the place is. */
export function soughtAt({ says, kind }: z.infer<typeof PlaceInFile>): Sought | null {
  return says === '' ? null : { kind, says }
}
