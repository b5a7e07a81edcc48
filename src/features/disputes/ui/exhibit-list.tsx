'use client'

import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { type DragEvent, useState } from 'react'
import { AskTeamDialog } from '@/features/tasks/ui/ask-team-dialog'
import { classNames } from '@/ui/class-names'
import { useAction } from '@/ui/form/use-action'
import { Icon } from '@/ui/icon'
import { MoveButtons } from '@/ui/move-buttons'
import { StatusMark } from '@/ui/status-mark'
import { arrangeExhibitsAction } from '../actions'

export type ExhibitItem = {
  key: string
  level: 'required' | 'recommended' | 'added'
  name: string
  note: string
  isIncluded: boolean
  isBroken: boolean
  href: string
  isShown: boolean
}
export type ExhibitGroup = {
  level: ExhibitItem['level']
  title: string
  note: string
  missing: readonly { evidence: string; name: string }[]
}

type ExhibitListProps = {
  disputeId: string
  deductionId: string
  version: number
  items: readonly ExhibitItem[]
  groups: readonly ExhibitGroup[]
  isLocked: boolean
  letter: { name: string; note: string; href: string; isShown: boolean }
}

/** The exhibits in the order in which they go out. Moved by handle or by buttons; each can be left out. */
export function ExhibitList({ disputeId, deductionId, version, items, groups, isLocked, letter }: ExhibitListProps) {
  const t = useTranslations('disputes')
  const [order, setOrder] = useState(items)
  const [dragged, setDragged] = useState<string | null>(null)
  const arrange = useAction(arrangeExhibitsAction, { done: t('saved') })

  function save(next: readonly ExhibitItem[]) {
    setOrder(next)
    arrange.run({ disputeId, version, exhibits: next.map(({ key, isIncluded }) => ({ key, isIncluded })) })
  }

  function move(key: string, to: number) {
    const from = order.findIndex((item) => item.key === key)
    const item = order[from]
    if (!item || from === to || to < 0 || to >= order.length) return
    const rest = order.filter((other) => other.key !== key)
    save([...rest.slice(0, to), item, ...rest.slice(to)])
  }

  const isStill = isLocked || arrange.isPending
  return (
    <div aria-busy={arrange.isPending}>
      {groups.map((group) => (
        <section key={group.level} aria-label={group.title}>
          <h2 className="flex gap-2 items-baseline px-4 pt-3 pb-1.5 text-13 font-semibold">
            {group.title}
            <small className="m font-normal text-12">{group.note}</small>
          </h2>
          <ul>
            {group.level === 'required' && <LetterRow {...letter} />}
            {order.map((item, index) =>
              item.level !== group.level ? null : (
                <ExhibitRow
                  key={item.key}
                  item={item}
                  isFirst={index === 0}
                  isLast={index === order.length - 1}
                  isStill={isStill}
                  isDragged={dragged === item.key}
                  onMove={(by) => move(item.key, index + by)}
                  onToggle={() =>
                    save(order.map((other) => (other.key === item.key ? { ...other, isIncluded: !other.isIncluded } : other)))
                  }
                  onDrag={setDragged}
                  onDrop={() => dragged !== null && move(dragged, index)}
                />
              ),
            )}
            {group.missing.map((missing) => (
              <MissingRow key={missing.evidence} name={missing.name} deductionId={deductionId} />
            ))}
          </ul>
        </section>
      ))}
    </div>
  )
}

const ROW = 'grid grid-cols-[14px_16px_minmax(0,1fr)_auto] gap-x-1.5 items-center border-t border-line px-2.5 py-1 min-h-11'

function LetterRow({ name, note, href, isShown }: ExhibitListProps['letter']) {
  return (
    <li className={classNames(ROW, isShown && 'bg-accent-soft')} aria-current={isShown ? 'true' : undefined}>
      <span />
      <StatusMark shape="ready" />
      <Link href={href} scroll={false} className="text-text no-underline min-w-0">
        {name}
        <small className="block m text-12 truncate">{note}</small>
      </Link>
    </li>
  )
}

type ExhibitRowProps = {
  item: ExhibitItem
  isFirst: boolean
  isLast: boolean
  isStill: boolean
  isDragged: boolean
  onMove: (by: -1 | 1) => void
  onToggle: () => void
  onDrag: (key: string | null) => void
  onDrop: () => void
}

function ExhibitRow({ item, isFirst, isLast, isStill, isDragged, onMove, onToggle, onDrag, onDrop }: ExhibitRowProps) {
  const t = useTranslations('disputes')
  const allow = (event: DragEvent) => {
    if (!isStill) event.preventDefault()
  }
  return (
    <li
      className={classNames(ROW, item.isShown && 'bg-accent-soft', isDragged && 'opacity-50')}
      aria-current={item.isShown ? 'true' : undefined}
      draggable={!isStill}
      onDragStart={() => onDrag(item.key)}
      onDragEnd={() => onDrag(null)}
      onDragOver={allow}
      onDrop={onDrop}
    >
      <span className="q cursor-grab" title={t('drag', { name: item.name })}>
        <Icon name="grip" />
      </span>
      <StatusMark shape={item.isBroken ? 'due' : item.isIncluded ? 'ready' : 'none'} />
      <Link href={item.href} scroll={false} className={classNames('no-underline min-w-0', item.isIncluded ? 'text-text' : 'q')}>
        {item.name}
        <small className="block m text-12 truncate">{item.isIncluded ? item.note : t('leftOut')}</small>
      </Link>
      <span className="row gap-1.5">
        <input
          type="checkbox"
          className="box"
          checked={item.isIncluded}
          disabled={isStill}
          aria-label={t('include', { name: item.name })}
          onChange={onToggle}
        />
        <MoveButtons name={item.name} isFirst={isStill || isFirst} isLast={isStill || isLast} onMove={onMove} />
      </span>
    </li>
  )
}

type MissingRowProps = { name: string; deductionId: string }

function MissingRow({ name, deductionId }: MissingRowProps) {
  const t = useTranslations('disputes')
  return (
    <li className={ROW}>
      <span />
      <StatusMark shape="partly" tone="due" />
      <span>
        {name} <span className="due">{t('missing')}</span>
      </span>
      <AskTeamDialog subjectKind="deduction" subjectId={deductionId} about={name} title={name} />
    </li>
  )
}
