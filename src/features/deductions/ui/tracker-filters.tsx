import { useTranslations } from 'next-intl'
import type { CustomerName } from '@/features/customers/queries/find-customer-names'
import { FilterForm } from '@/ui/filter-form'
import { Select } from '@/ui/form/select'
import { TextArea } from '@/ui/form/text-area'
import { paramOf, type SearchParams } from '@/ui/page-address'
import { CATEGORIES, DEDUCTION_STATES } from '../rules/deduction'
import { VERDICT_KINDS } from '../rules/verdict'

const FIELDS = ['customer', 'category', 'verdict', 'state', 'owner', 'evidence', 'deadline', 'numbers']

type TrackerFiltersProps = { params: SearchParams; customers: readonly CustomerName[] }

/** What the list can be narrowed by; a pasted column of numbers from a spreadsheet among it. */
export function TrackerFilters({ params, customers }: TrackerFiltersProps) {
  const t = useTranslations('deductions')
  const any = t('filter.any')
  const chosen = (key: string) => paramOf(params, key) ?? ''
  return (
    <FilterForm action="/deductions" params={params} fields={FIELDS}>
      <Select
        name="customer"
        label={t('filter.customer')}
        blank={any}
        defaultValue={chosen('customer')}
        choices={customers.map(({ code, name }) => ({ value: code, label: name }))}
      />
      <Select
        name="category"
        label={t('filter.category')}
        blank={any}
        defaultValue={chosen('category')}
        choices={CATEGORIES.map((value) => ({ value, label: t(`category.${value}`) }))}
      />
      <Select
        name="verdict"
        label={t('filter.verdict')}
        blank={any}
        defaultValue={chosen('verdict')}
        choices={VERDICT_KINDS.map((value) => ({ value, label: t(`verdict.${value}`) }))}
      />
      <Select
        name="state"
        label={t('filter.state')}
        blank={any}
        defaultValue={chosen('state')}
        choices={DEDUCTION_STATES.map((value) => ({ value, label: t(`state.${value}`) }))}
      />
      <Select
        name="owner"
        label={t('filter.owner')}
        blank={any}
        defaultValue={chosen('owner')}
        choices={[
          { value: 'me', label: t('filter.me') },
          { value: 'none', label: t('nobody') },
        ]}
      />
      <Select
        name="evidence"
        label={t('filter.evidence')}
        blank={any}
        defaultValue={chosen('evidence')}
        choices={(['ready', 'missing'] as const).map((value) => ({ value, label: t(`filter.evidenceIs.${value}`) }))}
      />
      <Select
        name="deadline"
        label={t('filter.deadline')}
        blank={any}
        defaultValue={chosen('deadline')}
        choices={(['overdue', 'week', 'month', 'none'] as const).map((value) => ({ value, label: t(`filter.deadlineIs.${value}`) }))}
      />
      <TextArea name="numbers" label={t('filter.numbers')} hint={t('filter.numbersHint')} rows={3} defaultValue={chosen('numbers')} />
    </FilterForm>
  )
}
