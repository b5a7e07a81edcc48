'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import {
  CONDITIONS_MAX,
  type Condition,
  type ConditionGroup,
  conditionsOf,
  isCondition,
  isGroup,
  type ListFields,
  valuesOf,
  writeConditions,
} from '@/core/list-conditions'
import { readTypedAmount } from '@/core/typed-amount'
import { ConditionGroupEditor } from './condition-group'
import type { ConditionField } from './filter-condition'
import { listHref, type SearchParams } from './page-address'

type ConditionFormProps = {
  path: string
  params: SearchParams
  fields: readonly ConditionField[]
  /** What is in force; null without conditions. */
  group: ConditionGroup | null
  onDone: () => void
}

/** Where the conditions of a list are made and changed; they are checked before the list is asked. */
export function ConditionForm({ path, params, fields, group, onDone }: ConditionFormProps) {
  const t = useTranslations('ui.condition')
  const router = useRouter()
  const [draft, setDraft] = useState<ConditionGroup>(group ?? { mode: 'all', parts: [] })
  const [isChecked, setChecked] = useState(false)
  const known: ListFields = Object.fromEntries(fields.map(({ key, kind, isOptional = false }) => [key, { kind, isOptional }]))
  const read = (one: Condition) => readTyped(one, known)
  const apply = (next: ConditionGroup) => {
    router.push(listHref(path, params, { where: writeConditions(next) }), { scroll: false })
    onDone()
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        setChecked(true)
        const parts = draft.parts.map((part) => (isGroup(part) ? { ...part, parts: part.parts.map(read) } : read(part)))
        const next = { ...draft, parts }
        if (conditionsOf(next).every((one) => isCondition(one, known))) apply(next)
      }}
    >
      <ConditionGroupEditor
        fields={fields}
        group={draft}
        canNest
        isFull={conditionsOf(draft).length >= CONDITIONS_MAX}
        isWrong={(one) => isChecked && !isCondition(read(one), known)}
        onChange={setDraft}
      />
      <p className="m cond-hint">{t('hint')}</p>
      <div className="actions">
        {group !== null && (
          <button type="button" className="btn g" onClick={() => apply({ mode: 'all', parts: [] })}>
            {t('clear')}
          </button>
        )}
        <button type="submit" className="btn p">
          {t('apply')}
        </button>
      </div>
    </form>
  )
}

// What was typed as the address says it; what cannot be read stays as it is and is found wrong.
function readTyped(condition: Condition, fields: ListFields): Condition {
  const kind = fields[condition.field]?.kind
  const count = valuesOf(condition.operator)
  const values = count === 'several' ? condition.values : condition.values.slice(0, count)
  if (kind === 'money' || kind === 'number') return { ...condition, values: values.map((value) => readTypedAmount(value) ?? value) }
  return { ...condition, values: values.map((value) => value.trim()) }
}
