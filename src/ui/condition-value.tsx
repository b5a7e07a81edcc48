'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { Condition } from '@/core/list-conditions'
import { valuesOf } from '@/core/list-conditions'
import type { ConditionField } from './filter-condition'
import type { Choice } from './form/select'

type ConditionValueProps = {
  field: ConditionField
  operator: Condition['operator']
  values: readonly string[]
  /** The condition is not complete or cannot be read. */
  isWrong: boolean
  onChange: (values: readonly string[]) => void
}

/** Where a condition gets its values: lines to type in, days, or names to tick. */
export function ConditionValue({ field, operator, values, isWrong, onChange }: ConditionValueProps) {
  const t = useTranslations('ui.condition')
  const count = valuesOf(operator)
  if (count === 0) return null
  if (count === 'several') return <ChoiceValues field={field} values={values} onChange={onChange} />
  const isDays = operator === 'next' || operator === 'last'
  return (
    <span className="cond-values">
      {Array.from({ length: count }, (_, at) => (
        <input
          key={`${field.key} ${operator} ${at}`}
          className={field.kind === 'money' || field.kind === 'number' || isDays ? 'input r' : 'input'}
          type={field.kind === 'date' && !isDays ? 'date' : 'text'}
          inputMode={isDays ? 'numeric' : field.kind === 'money' || field.kind === 'number' ? 'decimal' : undefined}
          aria-label={t(at === 1 ? 'secondValue' : 'value', { field: field.label })}
          aria-invalid={isWrong || undefined}
          value={values[at] ?? ''}
          onChange={(event) =>
            onChange(Array.from({ length: count }, (_none, place) => (place === at ? event.target.value : (values[place] ?? ''))))
          }
        />
      ))}
      {isDays && <span className="m">{t('days')}</span>}
    </span>
  )
}

/** Lists longer than this get a line to look for a name in. */
const LOOKED_OVER = 10

type ChoiceValuesProps = { field: ConditionField; values: readonly string[]; onChange: (values: readonly string[]) => void }

function ChoiceValues({ field, values, onChange }: ChoiceValuesProps) {
  const t = useTranslations('ui.condition')
  const [looked, setLooked] = useState('')
  // What an address names and the list does not know stays visible, so that it can be taken out.
  const unknown = values
    .filter((value) => !field.choices?.some((choice) => choice.value === value))
    .map((value): Choice => ({ value, label: value }))
  const choices = [...unknown, ...(field.choices ?? [])]
  const shown = choices.filter(({ label }) => label.toLowerCase().includes(looked.trim().toLowerCase()))
  return (
    <div className="cond-choices" role="group" aria-label={t('value', { field: field.label })}>
      {choices.length > LOOKED_OVER && (
        <input
          className="input"
          type="search"
          aria-label={t('lookFor', { field: field.label })}
          placeholder={t('lookFor', { field: field.label })}
          value={looked}
          onChange={(event) => setLooked(event.target.value)}
        />
      )}
      <ul>
        {shown.map(({ value, label }) => (
          <li key={value}>
            <label className="check">
              <input
                type="checkbox"
                className="box"
                checked={values.includes(value)}
                onChange={(event) => onChange(event.target.checked ? [...values, value] : values.filter((one) => one !== value))}
              />
              <span>{label}</span>
            </label>
          </li>
        ))}
      </ul>
    </div>
  )
}
