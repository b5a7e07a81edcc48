import { type CauseNature, explainsOwed } from './root-cause'

/** What can be pasted into: the owner, the root cause, and a note that joins the comments. */
export const PASTE_COLUMNS = ['owner', 'cause', 'note'] as const
export type PasteColumn = (typeof PASTE_COLUMNS)[number]

/** Rows that one paste may have. */
export const PASTE_MAX = 5_000

/** A pasted row: which deduction, by id or by its claim number as it was typed, and what its cells say. */
export type PastedRow = { id?: string | undefined; claim?: string | undefined } & { [Column in PasteColumn]?: string | undefined }

/** A deduction that may be meant. */
export type PasteTarget = {
  id: string
  label: string
  isClosed: boolean
  ownerId: string | null
  ownerName: string | null
  /** The root cause that a person named, not what the evidence shows. */
  causeKey: string | null
  /** A person said that it is owed: then the cause must explain that, and may only go where the evidence names one. */
  isOwed: boolean
  hasJudgedCause: boolean
}

/** A leaf of the tree of root causes in force today: its key, and its names in every language. */
export type PasteCause = { key: string; names: readonly string[]; nature: CauseNature }

export type PasteProblem =
  | 'not-found'
  | 'several'
  | 'twice'
  | 'closed'
  | 'unknown-owner'
  | 'unknown-cause'
  | 'cause-not-owed'
  | 'needs-cause'
  | 'note-too-long'
/** Of a cause by its key, of an owner by name. */
export type PasteChange = { column: PasteColumn; from: string | null; to: string | null }
export type PlannedRow = {
  /** Counted from 1, as pasted. */
  line: number
  label: string
  target: { id: string; seenOwnerId: string | null; seenCauseKey: string | null } | null
  problem: PasteProblem | null
  changes: PasteChange[]
  /** What is written; owner and cause only when they change. */
  write: { ownerId?: string | null; causeKey?: string | null; note?: string }
}

const NOTE_MAX = 4_000
/** Ways to say that nobody owns it, beside an empty cell; both languages, as the list shows it. */
const NOBODY: readonly string[] = ['', '-', '–', 'nobody', '无']

type Options = {
  /** The deductions that a row may mean, in the order of the rows. */
  targets: readonly (readonly PasteTarget[])[]
  people: readonly { id: string; name: string; email: string }[]
  causes: readonly PasteCause[]
}

/** What pasting would change, row by row, with what stands now beside it; a row that cannot be written says why and changes nothing. */
export function planPaste(rows: readonly PastedRow[], { targets, people, causes }: Options): PlannedRow[] {
  const seen = new Set<string>()
  return rows.map((row, at) => {
    const meant = targets[at] ?? []
    const target = meant[0]
    const base = { line: at + 1, label: target?.label ?? row.claim ?? '', changes: [], write: {} }
    if (target === undefined) return { ...base, target: null, problem: 'not-found' }
    const place = { id: target.id, seenOwnerId: target.ownerId, seenCauseKey: target.causeKey }
    if (meant.length > 1) return { ...base, target: null, problem: 'several' }
    if (seen.has(target.id)) return { ...base, target: place, problem: 'twice' }
    seen.add(target.id)
    if (target.isClosed) return { ...base, target: place, problem: 'closed' }
    return { ...base, target: place, ...planCells(row, target, people, causes) }
  })
}

type PlannedCells = Pick<PlannedRow, 'problem' | 'changes' | 'write'>

function planCells(row: PastedRow, target: PasteTarget, people: Options['people'], causes: readonly PasteCause[]): PlannedCells {
  const owner = row.owner === undefined ? undefined : findOwner(row.owner, people)
  const cause = row.cause === undefined ? undefined : findCause(row.cause, causes)
  const note = row.note?.trim() ?? ''
  const problem = problemOf(target, owner, cause, note)
  if (problem !== null) return { problem, changes: [], write: {} }
  const [ownerNow, causeKey] = [
    owner === 'unknown' ? undefined : owner,
    cause === 'unknown' ? undefined : cause === null ? null : cause?.key,
  ]
  const isMoved = ownerNow !== undefined && (ownerNow?.id ?? null) !== target.ownerId
  const isNamed = causeKey !== undefined && causeKey !== target.causeKey
  return {
    problem: null,
    changes: [
      ...(isMoved ? [{ column: 'owner' as const, from: target.ownerName, to: ownerNow?.name ?? null }] : []),
      ...(isNamed ? [{ column: 'cause' as const, from: target.causeKey, to: causeKey }] : []),
      ...(note === '' ? [] : [{ column: 'note' as const, from: null, to: note }]),
    ],
    write: {
      ...(isMoved ? { ownerId: ownerNow?.id ?? null } : {}),
      ...(isNamed ? { causeKey } : {}),
      ...(note === '' ? {} : { note }),
    },
  }
}

type Owner = { id: string; name: string }

function problemOf(
  target: PasteTarget,
  owner: Owner | null | undefined | 'unknown',
  cause: PasteCause | null | undefined | 'unknown',
  note: string,
): PasteProblem | null {
  if (owner === 'unknown') return 'unknown-owner'
  if (cause === 'unknown') return 'unknown-cause'
  if (note.length > NOTE_MAX) return 'note-too-long'
  if (!target.isOwed || cause === undefined) return null
  if (cause === null) return target.hasJudgedCause ? null : 'needs-cause'
  return explainsOwed(cause.nature) ? null : 'cause-not-owed'
}

function findOwner(text: string, people: Options['people']): Owner | null | 'unknown' {
  const typed = text.trim().toLowerCase()
  if (NOBODY.includes(typed)) return null
  const fits = people.filter(({ name, email }) => name.toLowerCase() === typed || email.toLowerCase() === typed)
  return fits.length === 1 ? (fits[0] ?? 'unknown') : 'unknown'
}

// As the list and the choices write it, alone or behind its branch, in any language, or by its key.
function findCause(text: string, causes: readonly PasteCause[]): PasteCause | null | 'unknown' {
  const typed = text
    .trim()
    .toLowerCase()
    .replace(/\s*[›>]\s*/g, ' › ')
  if (NOBODY.includes(typed)) return null
  const fits = causes.filter(({ key, names }) => key.toLowerCase() === typed || names.some((name) => name.toLowerCase() === typed))
  return fits.length === 1 ? (fits[0] ?? 'unknown') : 'unknown'
}
