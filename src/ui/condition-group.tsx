'use client'

import { useTranslations } from 'next-intl'
import { type Condition, type ConditionGroup, type InnerGroup, isGroup, MODES, type Mode } from '@/core/list-conditions'
import { ConditionRow, emptyCondition } from './condition-row'
import type { ConditionField } from './filter-condition'
import { Icon } from './icon'

type ConditionGroupEditorProps = {
  fields: readonly ConditionField[]
  group: ConditionGroup
  /** Whether it may hold groups of its own: one level does. */
  canNest?: boolean
  isFull: boolean
  isWrong: (condition: Condition) => boolean
  onChange: (group: ConditionGroup) => void
  onRemove?: () => void
}

/** Conditions of which all or any must hold. */
export function ConditionGroupEditor({ fields, group, canNest = false, isFull, isWrong, onChange, onRemove }: ConditionGroupEditorProps) {
  const t = useTranslations('ui.condition')
  const put = (at: number, part: Condition | InnerGroup | null) =>
    onChange({ ...group, parts: group.parts.map((one, place) => (place === at ? part : one)).filter((one) => one !== null) })
  const add = (part: Condition | InnerGroup) => onChange({ ...group, parts: [...group.parts, part] })
  const first = fields[0]
  if (!first) return null
  return (
    <div className={canNest ? 'cond-group' : 'cond-group inner'} role="group" aria-label={t(`mode.${group.mode}`)}>
      <div className="row">
        <select
          className="input cond-mode"
          aria-label={t('modeLabel')}
          value={group.mode}
          onChange={(event) => onChange({ ...group, mode: event.target.value as Mode })}
        >
          {MODES.map((mode) => (
            <option key={mode} value={mode}>
              {t(`mode.${mode}`)}
            </option>
          ))}
        </select>
        {onRemove && (
          <button type="button" className="btn g icon cond-remove" aria-label={t('removeGroup')} onClick={onRemove}>
            <Icon name="close" />
          </button>
        )}
      </div>
      {group.parts.map((part, at) =>
        isGroup(part) ? (
          <ConditionGroupEditor
            key={`part ${at}`}
            fields={fields}
            group={part}
            isFull={isFull}
            isWrong={isWrong}
            onChange={(next) => put(at, { mode: next.mode, parts: next.parts.flatMap((one) => (isGroup(one) ? one.parts : [one])) })}
            onRemove={() => put(at, null)}
          />
        ) : (
          <ConditionRow
            key={`part ${at}`}
            fields={fields}
            condition={part}
            isWrong={isWrong(part)}
            onChange={(next) => put(at, next)}
            onRemove={() => put(at, null)}
          />
        ),
      )}
      <div className="row">
        <button type="button" className="btn" disabled={isFull} onClick={() => add(emptyCondition(first))}>
          <Icon name="plus" />
          {t('add')}
        </button>
        {canNest && (
          <button
            type="button"
            className="btn g"
            disabled={isFull}
            onClick={() => add({ mode: group.mode === 'all' ? 'any' : 'all', parts: [emptyCondition(first)] })}
          >
            <Icon name="plus" />
            {t('addGroup')}
          </button>
        )}
      </div>
    </div>
  )
}
