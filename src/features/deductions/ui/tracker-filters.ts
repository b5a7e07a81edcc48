import type { CustomerName } from '@/features/customers/queries/find-customer-names'
import { customerFilter } from '@/features/customers/ui/customer-filter'
import type { ListFilter } from '@/ui/list-filters'
import type { CauseRow } from '../queries/find-causes'
import { DEADLINES } from '../rules/deadline'
import { CATEGORIES, DEDUCTION_STATES } from '../rules/deduction'
import { CAUSE_NATURES } from '../rules/root-cause'
import { VERDICT_KINDS } from '../rules/verdict'
import type { TrackerFilter } from '../schemas'
import { causeChoices, causeNames } from './cause-name'
import type { Texts } from './texts'

type TrackerFilterOptions = {
  t: Texts
  filter: TrackerFilter
  customers: readonly CustomerName[]
  causes: readonly CauseRow[]
  people: readonly { id: string; name: string }[]
  locale: string
  teamName: (team: string) => string
  /** Pasted numbers that no deduction has. */
  notFound: number
  /** The rows carry a number close to the one searched. */
  isNear: boolean
}

/** What the tracker can be narrowed by; a pasted column of numbers from a spreadsheet among it. */
export function trackerFilters({
  t,
  filter,
  customers,
  causes,
  people,
  locale,
  teamName,
  notFound,
  isNear,
}: TrackerFilterOptions): ListFilter[] {
  const several = (key: 'category' | 'verdict' | 'state' | 'nature', values: readonly string[]): ListFilter => ({
    key,
    label: t(`filter.${key}`),
    value: filter[key].join(','),
    choices: values.map((value) => ({ value, label: t(`${key}.${value}`) })),
    said: filter[key].map((value) => t(`${key}.${value}`)).join(t('listComma')),
  })
  return [
    { key: 'q', label: t('filter.q'), hint: t('filter.qHint'), value: filter.q, ...(isNear ? { note: t('filter.isNear') } : {}) },
    {
      ...customerFilter({ label: t('filter.customer'), value: filter.customer.join(','), customers }),
      said: filter.customer.map((code) => customers.find((customer) => customer.code === code)?.name ?? code).join(t('listComma')),
    },
    several('category', CATEGORIES),
    several('verdict', VERDICT_KINDS),
    several('state', DEDUCTION_STATES),
    {
      key: 'cause',
      label: t('filter.cause'),
      value: filter.cause.join(','),
      choices: [{ value: 'none', label: t('filter.noCause') }, ...causeChoices(causes, locale)],
      said: filter.cause.map((one) => (one === 'none' ? t('filter.noCause') : causeNames(causes, locale)(one))).join(t('listComma')),
    },
    several('nature', [...CAUSE_NATURES, 'none']),
    {
      key: 'owner',
      label: t('filter.owner'),
      value: filter.owner.join(','),
      choices: [
        { value: 'me', label: t('filter.me') },
        { value: 'none', label: t('nobody') },
      ],
      said: filter.owner
        .map((one) =>
          one === 'me'
            ? t('filter.me')
            : one === 'none'
              ? t('nobody')
              : (people.find(({ id }) => id === one)?.name ?? t('filter.somebody')),
        )
        .join(t('listComma')),
    },
    ofFew(t, 'evidence', filter.evidence, ['ready', 'missing']),
    ofFew(t, 'deadline', filter.deadline, DEADLINES),
    {
      key: 'numbers',
      label: t('filter.numbers'),
      hint: t('filter.numbersHint'),
      lines: 3,
      value: filter.numbers,
      said: t('filter.pasted', { count: filter.numbers.split(/[\n\r,;\t]+/).filter((part) => part.trim() !== '').length }),
      ...(notFound > 0 ? { note: t('filter.notFound', { count: notFound }) } : {}),
    },
    ...linkFilters(t, filter, teamName),
  ]
}

function ofFew(t: Texts, key: 'evidence' | 'deadline', value: string, values: readonly string[]): ListFilter {
  return { key, label: t(`filter.${key}`), value, choices: values.map((one) => ({ value: one, label: t(`filter.${key}Is.${one}`) })) }
}

// Reports and homes link to rows by more than the form offers.
function linkFilters(t: Texts, filter: TrackerFilter, teamName: (team: string) => string): ListFilter[] {
  const said: Record<string, string> = {
    action: filter.action.map((one) => t(`action.${one}`)).join(t('listComma')),
    code: filter.code.join(', '),
    codeKey: filter.codeKey.join(', '),
    team: filter.team.map((one) => (one === 'none' ? t('filter.noCause') : teamName(one))).join(t('listComma')),
    currency: filter.currency.join(', '),
    incident: filter.incident,
    due: filter.due,
    from: filter.from,
    to: filter.to,
  }
  return Object.entries(said).map(([key, value]) => ({ key, label: t(`filter.${key}`), value, isLinkOnly: true }))
}
