import type { Field, TableShape } from '../fields/table-shape'
import { compareTitles, type TitleParts, titleParts } from './compare-titles'
import { evidenceOf, fitOf, type KnownShares, registerOf } from './judge-values'
import type { ColumnSurvey } from './survey-column'
import { TITLE_SYNONYMS } from './title-synonyms'

/** Why a column is proposed for a field: its title, a title like it, its values, or being the only column of its type. */
export type ProposalReason =
  | 'title'
  | 'synonym'
  | 'similar-title'
  | 'known'
  | 'currency'
  | 'upc'
  | 'asin'
  | 'claim'
  | 'sentence'
  | 'only-date'
  | 'only-amount'
  | 'only-quantity'

/** A column proposed for a field. `confidence` in percent; `likeTitle` is the known title it is like. */
export type ColumnProposal = { key: string; field: string; confidence: number; because: ProposalReason[]; likeTitle: string | null }

/** What a table would be as one kind: the columns proposed, and how well it fits. The higher score fits better. */
export type KindProposal = { kind: string; score: number; columns: ColumnProposal[] }

const ALIKE = 0.66
const LEAST = 0.4
// Missing ones can be given as one value for all rows.
const EASILY_GIVEN = new Set(['currency', 'customer', 'account'])

type TitleMatch = { strength: number; because: 'title' | 'synonym' | 'similar-title'; likeTitle: string | null }

/** Proposes, for every kind, which column means what; the kinds that fit best come first. `known` is by the key of the column. */
export function proposeKinds(
  columns: readonly ColumnSurvey[],
  shapes: readonly TableShape[],
  known: ReadonlyMap<string, KnownShares>,
): KindProposal[] {
  return shapes
    .map((shape) => {
      const proposed = proposeColumns(columns, shape, known)
      return { kind: shape.kind, score: scoreOf(columns, shape, proposed), columns: proposed }
    })
    .sort((a, b) => b.score - a.score)
}

function proposeColumns(columns: readonly ColumnSurvey[], shape: TableShape, known: ReadonlyMap<string, KnownShares>): ColumnProposal[] {
  const candidates: { strength: number; proposal: ColumnProposal }[] = []
  for (const column of columns) {
    for (const [name, field] of Object.entries(shape.fields)) {
      const candidate = judgePair(column, columns, shape, name, field, known.get(column.key) ?? {})
      if (candidate !== null && candidate.strength >= LEAST) candidates.push(candidate)
    }
  }
  candidates.sort((a, b) => b.strength - a.strength)
  const chosen: ColumnProposal[] = []
  for (const { proposal } of candidates) {
    if (chosen.every(({ key, field }) => key !== proposal.key && field !== proposal.field)) chosen.push(proposal)
  }
  return chosen
}

function judgePair(
  column: ColumnSurvey,
  columns: readonly ColumnSurvey[],
  shape: TableShape,
  name: string,
  field: Field,
  known: KnownShares,
): { strength: number; proposal: ColumnProposal } | null {
  const title = matchTitle(column, name, field)
  const values = evidenceOf(column, shape.kind, name, known) ?? onlyOfItsType(column, columns, shape, name, field)
  if (title === null && values === null) return null
  const foreign = Object.entries(known).some(([register, share]) => share >= 60 && register !== registerOf(shape.kind, name))
  const fit = fitOf(column, name, field.as) * (foreign && values?.because !== 'known' ? 0.7 : 1)
  const byTitle = (title?.strength ?? 0) * fit
  const strength = values === null ? byTitle : Math.max(byTitle + (1 - byTitle) * values.strength * 0.5 * fit, values.strength * fit)
  const proposal: ColumnProposal = {
    key: column.key,
    field: name,
    confidence: Math.min(99, Math.round(strength * 100)),
    because: [...(title === null ? [] : [title.because]), ...(values === null ? [] : [values.because])],
    likeTitle: title?.likeTitle ?? null,
  }
  return { strength, proposal }
}

function matchTitle(column: ColumnSurvey, name: string, field: Field): TitleMatch | null {
  if (column.title === '') return null
  const own = partsOf(field.titles)
  const others = partsOf(TITLE_SYNONYMS[name] ?? '')
  const spelled = (column.group === '' ? [column.title] : [`${column.group} ${column.title}`, column.title]).map(titleParts)
  for (const { key } of spelled) {
    const rank = own.findIndex((known) => known.parts.key === key)
    if (rank >= 0) return { strength: 0.98 - Math.min(rank, 20) * 0.005, because: 'title', likeTitle: own[rank]?.title ?? null }
    const other = others.findIndex((known) => known.parts.key === key)
    if (other >= 0) return { strength: 0.92 - Math.min(other, 20) * 0.004, because: 'synonym', likeTitle: others[other]?.title ?? null }
  }
  let best: TitleMatch | null = null
  for (const parts of spelled) {
    for (const known of [...own, ...others]) {
      const alike = compareTitles(parts, known.parts)
      const strength = 0.5 + ((alike - ALIKE) / (1 - ALIKE)) * 0.35
      if (alike >= ALIKE && strength > (best?.strength ?? 0)) best = { strength, because: 'similar-title', likeTitle: known.title }
    }
  }
  return best
}

type KnownTitle = { title: string; parts: TitleParts }
const KNOWN = new Map<string, readonly KnownTitle[]>()

/** The titles of a field taken apart; they come from the source, so that few are ever kept. */
function partsOf(titles: string): readonly KnownTitle[] {
  const known = KNOWN.get(titles)
  if (known !== undefined) return known
  const made = titles
    .split('·')
    .map((title) => title.trim())
    .filter((title) => title !== '')
    .map((title) => ({ title, parts: titleParts(title) }))
  KNOWN.set(titles, made)
  return made
}

/** The only date, amount or count of a table is likely the one that the kind is about. */
function onlyOfItsType(
  column: ColumnSurvey,
  columns: readonly ColumnSurvey[],
  shape: TableShape,
  name: string,
  field: Field,
): { strength: number; because: 'only-date' | 'only-amount' | 'only-quantity' } | null {
  if (columns.filter((other) => other.type === column.type).length !== 1) return null
  const isFirst = Object.entries(shape.fields).find(([, other]) => other.as === field.as)?.[0] === name
  if (column.type === 'date' && field.as === 'date' && isFirst) return { strength: 0.5, because: 'only-date' }
  if (column.type === 'amount' && name === shape.totalField) return { strength: 0.5, because: 'only-amount' }
  if (column.type === 'integer' && field.as === 'quantity' && isFirst && !column.looks.includes('unique'))
    return { strength: 0.45, because: 'only-quantity' }
  return null
}

function scoreOf(columns: readonly ColumnSurvey[], shape: TableShape, proposed: readonly ColumnProposal[]): number {
  const found = new Set(proposed.map(({ field }) => field))
  const missing = Object.entries(shape.fields).filter(([name, field]) => field.needs !== undefined && !found.has(name))
  const gaps = missing.reduce((sum, [name]) => sum + (EASILY_GIVEN.has(name) ? 0.4 : 1.6), 0)
  const isLoose = shape.oneOf !== undefined && !shape.oneOf.some((name) => found.has(name))
  const unexplained = columns.filter((column) => column.type !== 'empty').length - proposed.length
  return proposed.reduce((sum, { confidence }) => sum + confidence / 100, 0) - gaps - (isLoose ? 1.6 : 0) - unexplained * 0.3
}
