'use client'

import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { lazy, Suspense, useState } from 'react'
import { type ConditionGroup, isGroup, writeConditions } from '@/core/list-conditions'
import { Dialog } from './dialog'
import { type ConditionField, sayCondition, sayConditions } from './filter-condition'
import { Icon } from './icon'
import { listHref, type SearchParams } from './page-address'

// Its script comes when the conditions are opened, not with every list.
const ConditionForm = lazy(() => import('./condition-form').then((loaded) => ({ default: loaded.ConditionForm })))

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
        {(close) => (
          <Suspense fallback={<div className="min-h-40" aria-busy="true" />}>
            <ConditionForm path={path} params={params} fields={fields} group={group} onDone={close} />
          </Suspense>
        )}
      </Dialog>
    </>
  )
}
