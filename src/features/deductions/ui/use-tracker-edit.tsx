'use client'

import { useLocale, useTranslations } from 'next-intl'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { toast } from 'sonner'
import { CellEditor } from '@/ui/data-table/cell-editor'
import { type EditStep, useCellEdit } from '@/ui/data-table/use-cell-edit'
import { newOperationId } from '@/ui/form/action-answer'
import type { Choice } from '@/ui/form/select'
import { useRefusalText } from '@/ui/form/use-refusal-text'
import { sayDone } from '@/ui/undo'
import { assignDeductionAction, nameCauseAction } from '../actions'
import type { ListedRow } from '../queries/find-row-batch'
import { causeName } from './cause-name'

/** Columns of the tracker whose cells can be changed in place. Amounts never are. */
export const EDITED_COLUMNS = ['owner', 'cause'] as const
type EditedColumn = (typeof EDITED_COLUMNS)[number]

type Options = { rows: readonly ListedRow[]; first: number; choices: Readonly<Record<EditedColumn, readonly Choice[]>> }
type Editor = { rowKey: string; column: string; node: ReactNode }

/** Changes owner and root cause in the cell; what was written can be taken back from the toast. */
export function useTrackerEdit({ rows, first, choices }: Options): Editor | null {
  const t = useTranslations('deductions')
  const locale = useLocale()
  const refusal = useRefusalText()
  const edit = useCellEdit()
  const [isPending, setPending] = useState(false)
  const [problem, setProblem] = useState<{ said: string; opened: ListedRow; isStale: boolean } | null>(null)
  const known = useRef(rows)
  // What was written here counts before the page shows it.
  const written = useRef(new Map<string, number>())
  useEffect(() => {
    known.current = rows
  })
  const column = EDITED_COLUMNS.find((one) => one === edit.cell?.column)
  const row = edit.cell === null ? undefined : rows[edit.cell.row - first]
  if (edit.cell === null || column === undefined || row === undefined) return null
  const name = row.claimNumber ?? String(row.number)

  function end(step: EditStep) {
    setProblem(null)
    edit.end(step)
  }

  function remember({ rows: since }: { rows: readonly { id: string; version: number }[] }) {
    for (const { id, version } of since) written.current.set(id, version)
  }

  async function save(before: ListedRow, value: string, step: EditStep) {
    if (column === undefined || isPending) return
    const former = valueIn(before, column)
    if (value === former) return end(step)
    setPending(true)
    const version = Math.max(before.version, written.current.get(before.id) ?? 0)
    const answer = await write(column, before, version, value)
    setPending(false)
    if (answer.ok) {
      remember(answer.result)
      sayDone(t(`edit.saved.${column}`, { name }), { label: t('edit.undo'), undo: () => void takeBack(column, before, former) })
      end(step)
    } else {
      const field = Object.values(answer.fields)[0]
      const said = field === undefined ? refusal.sentence(answer.code, answer.details) : refusal.field(field)
      setProblem({ said, opened: before, isStale: answer.code === 'stale' })
    }
  }

  async function takeBack(what: EditedColumn, before: ListedRow, former: string) {
    const now = known.current.find(({ id }) => id === before.id)
    const version = Math.max(now?.version ?? 0, written.current.get(before.id) ?? 0)
    const answer = await write(what, before, version, former)
    if (answer.ok) {
      remember(answer.result)
      toast.success(t('bulk.undone'))
    } else toast.error(refusal.sentence(answer.code, answer.details))
  }

  const isNewer = problem?.isStale === true && problem.opened.version !== row.version
  const words = (one: ListedRow) =>
    column === 'owner' ? (one.ownerName ?? t('nobody')) : one.cause ? causeName(one.cause.names, locale) : '–'
  const changes = problem && { before: words(problem.opened), after: words(row) }
  const differs = t(changes?.before === changes?.after ? 'edit.changedElse' : 'edit.changed', changes ?? {})
  const said = isNewer ? differs : (problem?.said ?? null)
  return {
    rowKey: row.id,
    column,
    node: (
      <CellEditor
        key={`${row.id} ${column}`}
        label={t(`edit.label.${column}`, { name })}
        choices={choices[column]}
        value={valueIn(row, column)}
        typed={edit.cell.typed}
        isPending={isPending}
        problem={said}
        onSave={(value, step) => void save(row, value, step)}
        onCancel={() => end('stay')}
      />
    ),
  }
}

function valueIn(row: ListedRow, column: EditedColumn): string {
  if (column === 'owner') return row.ownerId ?? ''
  return row.cause?.isNamed === true ? row.cause.key : ''
}

async function write(column: EditedColumn, { id }: ListedRow, version: number, value: string) {
  const deductions = [{ id, version }]
  try {
    return column === 'owner'
      ? await assignDeductionAction({ deductions, ownerId: value === '' ? null : value }, newOperationId())
      : await nameCauseAction({ deductions, causeKey: value }, newOperationId())
  } catch (problem) {
    if (!(problem instanceof TypeError)) throw problem
    return { ok: false as const, code: 'offline', fields: {}, details: {} }
  }
}
