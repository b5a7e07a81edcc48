export const IMPORT_SECTIONS = ['preview', 'rejected', 'findings', 'brought', 'history'] as const
export type ImportSection = (typeof IMPORT_SECTIONS)[number]

/** Which part of an import is shown, which of its findings, and which rejected row is being corrected; '' for none. */
export type ImportView = { section: ImportSection | null; code: string; page: number; row: string }

const TEXT_MAX = 300

/** Reads the view out of the address; whatever is no view is the usual one. */
export function readImportView(query: Readonly<Record<string, string | readonly string[] | undefined>>): ImportView {
  const textOf = (key: string) => (typeof query[key] === 'string' ? query[key].slice(0, TEXT_MAX) : '')
  const page = Number(textOf('page'))
  return {
    section: IMPORT_SECTIONS.find((section) => section === textOf('tab')) ?? null,
    code: textOf('code'),
    page: Number.isSafeInteger(page) && page >= 1 ? page : 1,
    row: textOf('row'),
  }
}
