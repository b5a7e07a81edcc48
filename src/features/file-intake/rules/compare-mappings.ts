import type { MappedColumn, MappingDefinition } from './mapping'

/** What changed from one version of a mapping to the next, for its history. */
export type MappingChange =
  | { kind: 'kind'; before: string; after: string }
  | { kind: 'encoding'; before: string | null; after: string | null }
  | { kind: 'column'; title: string; before: string | null; after: string | null }
  | { kind: 'column-added'; title: string; after: string | null }
  | { kind: 'column-gone'; title: string; before: string | null }
  | { kind: 'reading'; title: string; before: string; after: string }
  | { kind: 'sign'; title: string; after: boolean }
  | { kind: 'constant'; field: string; before: string | null; after: string | null }

/** The differences between two versions, in the order of the columns of the later one. */
export function compareMappings(before: MappingDefinition, after: MappingDefinition): MappingChange[] {
  const changes: MappingChange[] = []
  if (before.kind !== after.kind) changes.push({ kind: 'kind', before: before.kind, after: after.kind })
  if (before.encoding !== after.encoding) changes.push({ kind: 'encoding', before: before.encoding, after: after.encoding })
  const old = new Map(before.columns.map((column) => [column.key, column]))
  for (const column of after.columns) {
    const was = old.get(column.key)
    if (was === undefined) changes.push({ kind: 'column-added', title: column.title, after: column.field })
    else changes.push(...columnChanges(was, column))
  }
  const kept = new Set(after.columns.map(({ key }) => key))
  for (const { key, title, field } of before.columns) if (!kept.has(key)) changes.push({ kind: 'column-gone', title, before: field })
  return [...changes, ...constantChanges(before, after)]
}

function columnChanges(was: MappedColumn, is: MappedColumn): MappingChange[] {
  const { title } = is
  if (was.field !== is.field) return [{ kind: 'column', title, before: was.field, after: is.field }]
  if (is.field === null) return []
  const changes: MappingChange[] = []
  if (was.dates !== is.dates) changes.push({ kind: 'reading', title, before: was.dates, after: is.dates })
  if (was.numbers !== is.numbers) changes.push({ kind: 'reading', title, before: was.numbers, after: is.numbers })
  if (was.isNegated !== is.isNegated) changes.push({ kind: 'sign', title, after: is.isNegated })
  return changes
}

function constantChanges(before: MappingDefinition, after: MappingDefinition): MappingChange[] {
  const valueOf = (definition: MappingDefinition, field: string) =>
    definition.constants.find((given) => given.field === field)?.value ?? null
  const fields = [...new Set([...after.constants, ...before.constants].map(({ field }) => field))]
  return fields.flatMap((field) => {
    const [was, is] = [valueOf(before, field), valueOf(after, field)]
    return was === is ? [] : [{ kind: 'constant' as const, field, before: was, after: is }]
  })
}

const ALIKE_PERCENT = 50

/** The share of columns, in percent, that a header has in common with an earlier mapping: shared ones over all of both. */
export function likenessPercent(keys: readonly string[], mapping: MappingDefinition): number {
  const old = new Set(mapping.columns.map(({ key }) => key))
  const now = new Set(keys)
  const shared = [...now].filter((key) => old.has(key)).length
  const all = new Set([...old, ...now]).size
  return all === 0 ? 0 : Math.round((shared * 100) / all)
}

/** The saved mapping that a changed header is most like; null when none is like it at all. */
export function mostLike<Saved extends { definition: MappingDefinition }>(keys: readonly string[], saved: readonly Saved[]): Saved | null {
  let best: { saved: Saved; percent: number } | null = null
  for (const candidate of saved) {
    const percent = likenessPercent(keys, candidate.definition)
    if (percent >= ALIKE_PERCENT && percent > (best?.percent ?? 0)) best = { saved: candidate, percent }
  }
  return best?.saved ?? null
}
