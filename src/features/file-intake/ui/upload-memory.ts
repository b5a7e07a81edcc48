import * as z from 'zod/mini'

const Remembered = z.object({
  name: z.string(),
  bytes: z.number(),
  /** The import that the server has already, still to be taken over; null when the file did not arrive whole. */
  id: z.nullable(z.string()),
})
export type RememberedUpload = z.output<typeof Remembered>

const KEY = 'recoup.uploads'

/** Writes down what is not finished, for the case that the page is loaded anew: this tab only, names and no contents. */
export function rememberUploads(uploads: readonly RememberedUpload[]): void {
  if (uploads.length === 0) sessionStorage.removeItem(KEY)
  else sessionStorage.setItem(KEY, JSON.stringify(uploads))
}

/** What was under way when the page was loaded anew; told once. */
export function recallUploads(): RememberedUpload[] {
  const text = sessionStorage.getItem(KEY)
  sessionStorage.removeItem(KEY)
  if (text === null) return []
  try {
    return z.array(Remembered).parse(JSON.parse(text))
  } catch {
    return []
  }
}
