import { capitalised } from '@/i18n/formats'
import type { CauseRow } from '../queries/find-causes'
import { explainsOwed } from '../rules/root-cause'

type Names = CauseRow['names']

/** The name of a root cause in the reader's language. */
export function causeName(names: Names, locale: string): string {
  return locale === 'zh-CN' ? names['zh-CN'] : names.en
}

/** Names by key, for rows that carry keys only; a key that nobody knows any more stands for itself. */
export function causeNames(causes: readonly CauseRow[], locale: string): (key: string) => string {
  const names = new Map(causes.map((cause) => [cause.key, causeName(cause.names, locale)]))
  return (key) => names.get(key) ?? key
}

export type CauseChoice = { value: string; label: string; explainsOwed: boolean }

/** The leaves in force as choices, 'Warehouse › pick error', each with whether it explains what is owed. */
export function causeChoices(causes: readonly CauseRow[], locale: string): CauseChoice[] {
  const nameOf = causeNames(causes, locale)
  return causes.flatMap(({ key, parentKey, names, now }) =>
    now === null || now.isRetired
      ? []
      : [
          {
            value: key,
            label: capitalised(`${nameOf(parentKey ?? '')} › ${causeName(names, locale)}`),
            explainsOwed: explainsOwed(now.nature),
          },
        ],
  )
}
