import Link from 'next/link'
import type { ReactNode } from 'react'
import { type Column, DataTable } from '@/ui/data-table/data-table'
import { EmptyState } from '@/ui/empty-state'
import { Section } from '@/ui/section'

type ListSectionProps<Row> = {
  title: string
  note: ReactNode
  /** Where the whole list is, and the word for it. */
  all?: { href: string; text: string }
  /** The first of them are shown. */
  rows: readonly Row[]
  shown?: number
  rowKey: (row: Row) => string
  columns: readonly Column<Row>[]
  empty: ReactNode
  emptyAction?: ReactNode
}

/** A part of a home page: the first rows of a list, and the way to all of it. */
export function ListSection<Row>({ title, note, all, rows, shown = 10, rowKey, columns, empty, emptyAction }: ListSectionProps<Row>) {
  return (
    <Section
      title={title}
      note={note}
      end={
        all && (
          <Link href={all.href} prefetch={false}>
            {all.text}
          </Link>
        )
      }
    >
      <DataTable
        kind="section"
        name={title}
        rows={rows.slice(0, shown)}
        rowKey={rowKey}
        columns={columns}
        empty={<EmptyState action={emptyAction}>{empty}</EmptyState>}
      />
    </Section>
  )
}

type RowLinkProps = { href: string; children: ReactNode }

/** The name of a row, leading to its page; not fetched before somebody goes there. */
export function RowLink({ href, children }: RowLinkProps) {
  return (
    <Link href={href} prefetch={false}>
      {children}
    </Link>
  )
}
