import type { CustomerName } from '@/features/customers/queries/find-customer-names'
import type { ConditionField } from '@/ui/filter-condition'
import type { Choice } from '@/ui/form/select'
import type { CauseRow } from '../queries/find-causes'
import { TRACKER_FIELDS, type TrackerField } from '../rules/tracker-fields'
import { causeChoices } from './cause-name'
import type { Texts } from './texts'

type TrackerConditionFieldOptions = {
  t: Texts
  customers: readonly CustomerName[]
  causes: readonly CauseRow[]
  people: readonly { id: string; name: string }[]
  locale: string
}

/** What conditions over the tracker may speak of, in the reader's words. */
export function trackerConditionFields({ t, customers, causes, people, locale }: TrackerConditionFieldOptions): ConditionField[] {
  const named: Partial<Record<TrackerField, readonly Choice[]>> = {
    customer: customers.map(({ code, name }) => ({ value: code, label: name })),
    owner: [{ value: 'me', label: t('filter.me') }, ...people.map(({ id, name }) => ({ value: id, label: name }))],
    cause: causeChoices(causes, locale).map(({ value, label }) => ({ value, label })),
    currency: [...new Set(customers.map(({ currency }) => currency))].sort().map((value) => ({ value, label: value })),
  }
  return Object.entries(TRACKER_FIELDS).map(([key, field]) => {
    const choices =
      named[key as TrackerField] ??
      ('choices' in field ? field.choices.map((value) => ({ value, label: t(`${WORDS[key] ?? key}.${value}`) })) : undefined)
    return {
      key,
      kind: field.kind,
      label: t(LABELS[key] ?? `column.${key}`),
      isOptional: 'isOptional' in field,
      ...(choices === undefined ? {} : { choices }),
    }
  })
}

// Where a field is called otherwise than its column, and where its values have their words.
const LABELS: Readonly<Record<string, string>> = {
  open: 'field.open',
  lacking: 'field.lacking',
  sure: 'field.sure',
  liable: 'filter.liable',
  owner: 'filter.owner',
  currency: 'filter.currency',
}
const WORDS: Readonly<Record<string, string>> = { next: 'action' }
