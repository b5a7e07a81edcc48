'use client'

import { useLocale, useTranslations } from 'next-intl'
import { type EditedField, useInlineEdit, writeCell } from '@/ui/data-table/use-inline-edit'
import type { Choice } from '@/ui/form/select'
import { assignDeductionAction, nameCauseAction } from '../actions'
import type { ListedRow } from '../queries/find-row-batch'
import { causeName } from './cause-name'

/** Columns of the tracker whose cells can be changed in place. Amounts never are. */
type EditedColumn = 'owner' | 'cause'

type Options = { rows: readonly ListedRow[]; first: number; choices: Readonly<Record<EditedColumn, readonly Choice[]>> }

/** Changes owner and root cause in the cell. */
export function useTrackerEdit({ rows, first, choices }: Options): ReturnType<typeof useInlineEdit> {
  const t = useTranslations('deductions')
  const locale = useLocale()
  const texts = (column: EditedColumn) => ({
    field: choices[column],
    label: (name: string) => t(`edit.label.${column}`, { name }),
    saved: (name: string) => t(`edit.saved.${column}`, { name }),
  })
  const owner: EditedField<ListedRow> = {
    ...texts('owner'),
    valueOf: (row) => row.ownerId ?? '',
    wordOf: (row) => row.ownerName ?? t('nobody'),
    write: ({ id }, version, value) =>
      writeCell(assignDeductionAction, { deductions: [{ id, version }], ownerId: value === '' ? null : value }),
  }
  const cause: EditedField<ListedRow> = {
    ...texts('cause'),
    valueOf: (row) => (row.cause?.isNamed === true ? row.cause.key : ''),
    wordOf: (row) => (row.cause ? causeName(row.cause.names, locale) : '–'),
    write: ({ id }, version, value) => writeCell(nameCauseAction, { deductions: [{ id, version }], causeKey: value }),
  }
  return useInlineEdit({
    rows,
    first,
    fields: { owner, cause },
    nameOf: (row) => row.claimNumber ?? String(row.number),
    versionOf: (row) => row.version,
  })
}
