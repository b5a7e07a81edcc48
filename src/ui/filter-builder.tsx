'use client'

import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { useLocale, useTranslations } from 'next-intl'
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
import { Dialog } from './dialog'
import { type ConditionField, sayCondition, sayConditions } from './filter-condition'
import { Icon } from './icon'
import { listHref, type SearchParams } from './page-address'

type FilterBuilderProps = {
  path: string
  params: SearchParams
  fields: readonly ConditionField[]
  /** What is in force; null without conditions. */
  group: ConditionGroup | null
  /** The address says conditions that cannot be read. */
  isUnread?: boolean
}

/** Conditions over any field of a list: a chip for each one in force, and the place where they are made and changed. */
export function FilterBuilder({ path, params, fields, group, isUnread = false }: FilterBuilderProps) {
  const t = useTranslations('ui.condition')
  const locale = useLocale()
  const [isOpen, setOpen] = useState(false)
  const without = (at: number) =>
    listHref(path, params, {
      where: writeConditions({ mode: group?.mode ?? 'all', parts: (group?.parts ?? []).filter((_, place) => place !== at) }),
    })
  return (
    <>
      {isUnread && (
        <span className="chip drop-x" role="status">
          <span className="due md">{t('unread')}</span>
          <Link className="chip-x" href={listHref(path, params, { where: null })} aria-label={t('clear')} prefetch={false} scroll={false}>
            <Icon name="close" />
          </Link>
        </span>
      )}
      {(group?.parts ?? []).map((part, at) => {
        const said = isGroup(part) ? { label: '', value: sayConditions(part, fields, t, locale) } : sayCondition(part, fields, t, locale)
        return (
          <span key={JSON.stringify(part)} className="chip drop-x">
            {at > 0 && <span className="q">{t(`joint.${group?.mode ?? 'all'}`)}</span>}
            <button type="button" className="chip-edit" onClick={() => setOpen(true)} aria-label={t('edit', said)}>
              {said.label} <b>{said.value}</b>
            </button>
            <Link className="chip-x" href={without(at)} aria-label={t('removeChip', said)} prefetch={false} scroll={false}>
              <Icon name="close" />
            </Link>
          </span>
        )
      })}
      <Dialog
        title={t('title')}
        width={720}
        open={isOpen}
        onOpenChange={setOpen}
        trigger={
          <button type="button" className="btn g">
            <Icon name="plus" />
            {t('open')}
          </button>
        }
      >
        {(close) => <Builder path={path} params={params} fields={fields} group={group} onDone={close} />}
      </Dialog>
    </>
  )
}

type BuilderProps = Omit<FilterBuilderProps, 'isUnread'> & { onDone: () => void }

function Builder({ path, params, fields, group, onDone }: BuilderProps) {
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
