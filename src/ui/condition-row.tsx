'use client'

import { useTranslations } from 'next-intl'
import { type Condition, type Operator, operatorsOf } from '@/core/list-conditions'
import { ConditionValue } from './condition-value'
import type { ConditionField } from './filter-condition'
import { Icon } from './icon'

type ConditionRowProps = {
  fields: readonly ConditionField[]
  condition: Condition
  isWrong: boolean
  onChange: (condition: Condition) => void
  onRemove: () => void
}

/** One condition: field, what is said of it, and the values. */
export function ConditionRow({ fields, condition, isWrong, onChange, onRemove }: ConditionRowProps) {
  const t = useTranslations('ui.condition')
  const field = fields.find(({ key }) => key === condition.field) ?? fields[0]
  if (!field) return null
  return (
    <div className="cond" role="group" aria-label={field.label}>
      <select
        className="input"
        aria-label={t('field')}
        value={field.key}
        onChange={(event) => onChange(emptyCondition(fields.find(({ key }) => key === event.target.value) ?? field))}
      >
        {fields.map(({ key, label }) => (
          <option key={key} value={key}>
            {label}
          </option>
        ))}
      </select>
      <select
        className="input"
        aria-label={t('operator')}
        value={condition.operator}
        onChange={(event) => onChange({ ...condition, operator: event.target.value as Operator, values: condition.values })}
      >
        {operatorsOf(field).map((operator) => (
          <option key={operator} value={operator}>
            {t(`operators.${field.kind === 'date' ? `date-${operator}` : operator}`)}
          </option>
        ))}
      </select>
      <ConditionValue
        field={field}
        operator={condition.operator}
        values={condition.values}
        isWrong={isWrong}
        onChange={(values) => onChange({ ...condition, values })}
      />
      <button type="button" className="btn g icon cond-remove" aria-label={t('remove', { field: field.label })} onClick={onRemove}>
        <Icon name="close" />
      </button>
      {isWrong && (
        <span className="error cond-error" role="alert">
          {t(`wrong.${field.kind}`)}
        </span>
      )}
    </div>
  )
}

/** A condition of a field that says nothing yet. */
export function emptyCondition(field: ConditionField): Condition {
  return { field: field.key, operator: operatorsOf(field)[0] ?? 'is', values: [] }
}
