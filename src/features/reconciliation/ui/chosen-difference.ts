import type { DifferenceRow } from '../queries/find-differences'
import type { ChosenDifference } from './bulk-preview'
import { differenceName } from './difference-columns'
import { differenceValueText } from './difference-value-text'
import type { Texts } from './texts'

/** A row of the list as the dialogs over many differences need it: its team, its worth, and the request in words. */
export function chosenDifference(row: DifferenceRow, t: Texts & { has: (key: string) => boolean }, teams: Texts): ChosenDifference {
  const name = differenceName(row)
  return {
    id: row.id,
    team: teams(`teams.${row.owner_team}`),
    state: row.state,
    worth: { minor: row.severity_minor, currency: row.currency },
    title: t('askTask', {
      about: row.line === null ? name : `${name} ${t('lineNo', { line: row.line })}`,
      kind: t(`kind.${row.kind}`),
      sapValue: differenceValueText(row.field, row.sap_value, t),
      otherValue: differenceValueText(row.field, row.other_value, t),
      source: t(`source.${row.other_source ?? 'sap'}`),
    }),
  }
}
