/** What can be pasted into: the owner, and a note that joins the comments. */
export const PASTE_COLUMNS = ['owner', 'note'] as const
export type PasteColumn = (typeof PASTE_COLUMNS)[number]

/** Rows that one paste may have. */
export const PASTE_MAX = 5_000

/** A pasted row: which deduction, by id or by its claim number as it was typed, and what its cells say. */
export type PastedRow = { id?: string | undefined; claim?: string | undefined; owner?: string | undefined; note?: string | undefined }

/** A deduction that may be meant. */
export type PasteTarget = {
  id: string
  label: string
  isClosed: boolean
  ownerId: string | null
  ownerName: string | null
}

export type PasteProblem = 'not-found' | 'several' | 'twice' | 'closed' | 'unknown-owner' | 'note-too-long'
export type PasteChange = { column: PasteColumn; from: string | null; to: string | null }
export type PlannedRow = {
  /** Counted from 1, as pasted. */
  line: number
  label: string
  target: { id: string; seenOwnerId: string | null } | null
  problem: PasteProblem | null
  changes: PasteChange[]
  /** What is written; the owner only when it changes. */
  write: { ownerId?: string | null; note?: string }
}

const NOTE_MAX = 4_000
/** Ways to say that nobody owns it, beside an empty cell; both languages, as the list shows it. */
const NOBODY: readonly string[] = ['', '-', '–', 'nobody', '无']

type Options = {
  /** The deductions that a row may mean, in the order of the rows. */
  targets: readonly (readonly PasteTarget[])[]
  people: readonly { id: string; name: string; email: string }[]
}

/** What pasting would change, row by row, with what stands now beside it; a row that cannot be written says why and changes nothing. */
export function planPaste(rows: readonly PastedRow[], { targets, people }: Options): PlannedRow[] {
  const seen = new Set<string>()
  return rows.map((row, at) => {
    const meant = targets[at] ?? []
    const target = meant[0]
    const base = { line: at + 1, label: target?.label ?? row.claim ?? '', changes: [], write: {} }
    if (target === undefined) return { ...base, target: null, problem: 'not-found' }
    const place = { id: target.id, seenOwnerId: target.ownerId }
    if (meant.length > 1) return { ...base, target: null, problem: 'several' }
    if (seen.has(target.id)) return { ...base, target: place, problem: 'twice' }
    seen.add(target.id)
    if (target.isClosed) return { ...base, target: place, problem: 'closed' }
    return { ...base, target: place, ...planCells(row, target, people) }
  })
}

function planCells(row: PastedRow, target: PasteTarget, people: Options['people']): Pick<PlannedRow, 'problem' | 'changes' | 'write'> {
  const nothing = { changes: [], write: {} }
  const owner = row.owner === undefined ? undefined : findOwner(row.owner, people)
  const note = row.note?.trim() ?? ''
  if (owner === 'unknown') return { ...nothing, problem: 'unknown-owner' }
  if (note.length > NOTE_MAX) return { ...nothing, problem: 'note-too-long' }
  const isMoved = owner !== undefined && (owner?.id ?? null) !== target.ownerId
  return {
    problem: null,
    changes: [
      ...(isMoved ? [{ column: 'owner' as const, from: target.ownerName, to: owner?.name ?? null }] : []),
      ...(note === '' ? [] : [{ column: 'note' as const, from: null, to: note }]),
    ],
    write: { ...(isMoved ? { ownerId: owner?.id ?? null } : {}), ...(note === '' ? {} : { note }) },
  }
}

function findOwner(text: string, people: Options['people']): { id: string; name: string } | null | 'unknown' {
  const typed = text.trim().toLowerCase()
  if (NOBODY.includes(typed)) return null
  const fits = people.filter(({ name, email }) => name.toLowerCase() === typed || email.toLowerCase() === typed)
  return fits.length === 1 ? (fits[0] ?? 'unknown') : 'unknown'
}
