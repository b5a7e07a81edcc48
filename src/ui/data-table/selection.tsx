'use client'

import { useTranslations } from 'next-intl'
import { createContext, type ReactNode, useContext, useEffect, useMemo, useRef, useState } from 'react'
import type { MoneyLike } from '@/i18n/formats'
import { type RowMarks, RowMarksContext } from './select-row'

export type SelectionState = {
  ids: readonly string[]
  /** Index of the first of them in the whole list. */
  first: number
  /** Of the rows at hand. */
  selected: ReadonlySet<string>
  /** All rows that match the filter, at hand or not, but those taken out again. */
  isAllMatching: boolean
  excluded: ReadonlySet<string>
  /** Number of rows that match the filter, less those taken out again, when the list knows it. */
  matching: number | undefined
  /** One sum per currency over the selected rows of this page. */
  sums: readonly MoneyLike[]
  toggleAll: () => void
  selectAllMatching: () => void
  clear: () => void
}

const NONE: ReadonlySet<string> = new Set()
const SelectionContext = createContext<SelectionState | null>(null)

type SelectionProps = {
  /** Ids of the rows on this page, in order. */
  ids: readonly string[]
  first?: number
  matching?: number
  /** Amount per id, for the sums of the bulk bar; a list of thousands looks up those that are asked for. */
  amounts?: Readonly<Record<string, MoneyLike>> | ((id: string) => MoneyLike | undefined)
  children: ReactNode
}

/**
 * Holds which rows are chosen: some by their ids, and then a row that leaves the page leaves the selection; or all that match, and then
 * what is kept is which are taken out again, so that it stays true however far somebody reads on.
 */
export function Selection({ ids, first = 0, matching, amounts, children }: SelectionProps) {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [excluded, setExcluded] = useState<ReadonlySet<string> | null>(null)
  const last = useRef<string | null>(null)
  const atHand = useRef(ids)
  useEffect(() => {
    atHand.current = ids
  })
  const t = useTranslations('ui')
  const marks = useMemo<RowMarks>(
    () => ({
      isChosen: (id) => (excluded === null ? chosen.has(id) : !excluded.has(id)),
      nameOf: (name) => (name === undefined ? t('selectRow') : t('selectNamed', { name })),
      toggle(id, range) {
        const list = atHand.current
        const from = range ? last.current : null
        const next = (set: ReadonlySet<string>) => (from === null ? withToggled(set, id) : withRange(list, set, from, id))
        if (excluded === null) setChosen(next(new Set(list.filter((one) => chosen.has(one)))))
        else setExcluded(next(excluded))
        last.current = id
      },
    }),
    [chosen, excluded, t],
  )
  const state = useMemo<SelectionState>(() => {
    const selected = new Set(ids.filter((id) => (excluded === null ? chosen.has(id) : !excluded.has(id))))
    const change = (next: ReadonlySet<string>) => {
      setExcluded(null)
      setChosen(next)
    }
    return {
      ids,
      first,
      selected,
      isAllMatching: excluded !== null,
      excluded: excluded ?? NONE,
      matching: matching === undefined ? undefined : matching - (excluded?.size ?? 0),
      sums: sumByCurrency([...selected].flatMap((id) => (typeof amounts === 'function' ? amounts(id) : amounts?.[id]) ?? [])),
      toggleAll: () => change(selected.size === ids.length || excluded !== null ? new Set() : new Set(ids)),
      selectAllMatching() {
        setExcluded(new Set())
      },
      clear: () => change(new Set()),
    }
  }, [ids, first, matching, amounts, chosen, excluded])
  return (
    <SelectionContext value={state}>
      <RowMarksContext value={marks}>{children}</RowMarksContext>
    </SelectionContext>
  )
}

export function useSelection(): SelectionState {
  const state = useContext(SelectionContext)
  if (state === null) throw new Error('a selectable table needs a Selection around it')
  return state
}

/** The rows at hand, where a list says which they are. */
export function useRowsAtHand(): { ids: readonly string[]; first: number } | null {
  return useContext(SelectionContext)
}

export function SelectAllRows() {
  const t = useTranslations('ui')
  const { ids, selected, toggleAll } = useSelection()
  const isSome = selected.size > 0 && selected.size < ids.length
  return (
    <label>
      <input
        type="checkbox"
        className="box"
        checked={ids.length > 0 && selected.size === ids.length}
        ref={(box) => {
          if (box) box.indeterminate = isSome
        }}
        aria-label={t('selectAll')}
        onChange={toggleAll}
      />
    </label>
  )
}

function withToggled(selected: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const next = new Set(selected)
  if (!next.delete(id)) next.add(id)
  return next
}

function withRange(ids: readonly string[], selected: ReadonlySet<string>, from: string, to: string): ReadonlySet<string> {
  const [a, b] = [ids.indexOf(from), ids.indexOf(to)].sort((x, y) => x - y)
  return new Set([...selected, ...ids.slice(a, (b ?? 0) + 1)])
}

function sumByCurrency(amounts: readonly MoneyLike[]): MoneyLike[] {
  const sums = new Map<string, bigint>()
  for (const amount of amounts) sums.set(amount.currency, (sums.get(amount.currency) ?? 0n) + BigInt(amount.minor))
  return [...sums].map(([currency, minor]) => ({ minor, currency }))
}
