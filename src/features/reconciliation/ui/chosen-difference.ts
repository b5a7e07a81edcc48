import type { ListRow } from '@/core/list-shape'
import type { DifferenceState } from '../rules/difference-kinds'
import type { ChosenDifference } from './bulk-preview'
import { differenceValueText } from './difference-value-text'
import type { Texts } from './texts'

/** A row of the list as the dialogs over many differences need it: its team, its worth, and the request in words. */
export function chosenDifference(
  { id, currency, cells }: ListRow,
  t: Texts & { has: (key: string) => boolean },
  teams: Texts,
): ChosenDifference {
  const [name, line, field] = [cells['number'] ?? id, cells['line'] ?? null, cells['field'] ?? '']
  return {
    id,
    team: teams(`teams.${cells['team'] ?? ''}`),
    state: (cells['state'] ?? 'open') as DifferenceState,
    worth: { minor: BigInt(cells['worth'] ?? 0), currency },
    title: t('askTask', {
      about: line === null ? name : `${name} ${t('lineNo', { line })}`,
      kind: t(`kind.${cells['kind'] ?? ''}`),
      sapValue: differenceValueText(field, cells['sap'] ?? null, t),
      otherValue: differenceValueText(field, cells['other'] ?? null, t),
      source: t(`source.${cells['source'] ?? 'sap'}`),
    }),
  }
}
