'use client'

import { useTranslations } from 'next-intl'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { toast } from 'sonner'
import { type ActionAnswer, newOperationId, type ServerAction } from '../form/action-answer'
import { useRefusalText } from '../form/use-refusal-text'
import { sayDone } from '../undo'
import { CellEditor, type EditorField } from './cell-editor'
import { type EditStep, useCellEdit } from './use-cell-edit'

/** What a command that wrote rows answers: the version each has since. */
export type WrittenRows = { rows: readonly { id: string; version: number }[] }

/** A column whose cells can be changed in place. Amounts never are. */
export type EditedField<Row> = {
  field: EditorField | ((row: Row) => EditorField)
  valueOf: (row: Row) => string
  /** How the cell says it. */
  wordOf: (row: Row) => string
  label: (name: string) => string
  saved: (name: string) => string
  write: (row: Row, version: number, value: string) => Promise<ActionAnswer<WrittenRows>>
}

type Options<Row> = {
  rows: readonly Row[]
  /** Index of the first of them in the whole list. */
  first: number
  fields: Readonly<Record<string, EditedField<Row>>>
  nameOf: (row: Row) => string
  versionOf: (row: Row) => number
}
type Editor = { rowKey: string; column: string; node: ReactNode }

/** Changes cells in place through commands; what was written can be taken back from the toast, and what changed meanwhile is said at the cell. */
export function useInlineEdit<Row extends { id: string }>({ rows, first, fields, nameOf, versionOf }: Options<Row>): Editor | null {
  const t = useTranslations('ui.edit')
  const refusal = useRefusalText()
  const edit = useCellEdit()
  const [isPending, setPending] = useState(false)
  const [problem, setProblem] = useState<{ said: string; opened: Row; isStale: boolean } | null>(null)
  const known = useRef(rows)
  // What was written here counts before the page shows it.
  const written = useRef(new Map<string, number>())
  useEffect(() => {
    known.current = rows
  })
  const column = edit.cell?.column ?? ''
  const field = fields[column]
  const row = edit.cell === null ? undefined : rows[edit.cell.row - first]
  if (edit.cell === null || field === undefined || row === undefined) return null
  const name = nameOf(row)

  function end(step: EditStep) {
    setProblem(null)
    edit.end(step)
  }

  function remember({ rows: since }: WrittenRows) {
    for (const { id, version } of since) written.current.set(id, version)
  }

  const versionNow = (of: Row | undefined, id: string) => Math.max(of === undefined ? 0 : versionOf(of), written.current.get(id) ?? 0)

  async function save(changed: EditedField<Row>, before: Row, value: string, step: EditStep) {
    if (isPending) return
    const former = changed.valueOf(before)
    if (value === former) return end(step)
    setPending(true)
    const answer = await changed.write(before, versionNow(before, before.id), value)
    setPending(false)
    if (answer.ok) {
      remember(answer.result)
      sayDone(changed.saved(name), { label: t('undo'), undo: () => void takeBack(changed, before, former) })
      end(step)
    } else {
      const wrong = Object.values(answer.fields)[0]
      const said = wrong === undefined ? refusal.sentence(answer.code, answer.details) : refusal.field(wrong)
      setProblem({ said, opened: before, isStale: answer.code === 'stale' })
    }
  }

  async function takeBack(changed: EditedField<Row>, before: Row, former: string) {
    const now = known.current.find(({ id }) => id === before.id)
    const answer = await changed.write(before, versionNow(now, before.id), former)
    if (answer.ok) {
      remember(answer.result)
      toast.success(t('undone'))
    } else toast.error(refusal.sentence(answer.code, answer.details))
  }

  const isNewer = problem?.isStale === true && versionOf(problem.opened) !== versionOf(row)
  const changes = problem && { before: field.wordOf(problem.opened), after: field.wordOf(row) }
  const differs = t(changes?.before === changes?.after ? 'changedElse' : 'changed', changes ?? {})
  return {
    rowKey: row.id,
    column,
    node: (
      <CellEditor
        key={`${row.id} ${column}`}
        label={field.label(name)}
        field={typeof field.field === 'function' ? field.field(row) : field.field}
        value={field.valueOf(row)}
        typed={edit.cell.typed}
        isPending={isPending}
        problem={isNewer ? differs : (problem?.said ?? null)}
        onSave={(value, step) => void save(field, row, value, step)}
        onCancel={() => end('stay')}
      />
    ),
  }
}

/** Runs an action for a cell: without a network it says so instead of failing. */
export async function writeCell<Input, Result>(action: ServerAction<Input, Result>, input: Input): Promise<ActionAnswer<Result>> {
  try {
    return await action(input, newOperationId())
  } catch (problem) {
    if (!(problem instanceof TypeError)) throw problem
    return { ok: false, code: 'offline', fields: {}, details: {} }
  }
}
