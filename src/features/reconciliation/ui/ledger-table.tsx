import type { ReactNode } from 'react'
import { CopyButton } from '@/ui/copy-button'
import { Section } from '@/ui/section'

type LedgerTableProps = {
  title: string
  note: ReactNode
  /** Titles of what names a line: its number and its article. */
  names: readonly string[]
  /** Titles of the figures, the steps among them. */
  figures: readonly string[]
  /** The same table for a spreadsheet, and the word of the button that copies it. */
  copy: { text: string; label: string }
  /** Table rows. */
  rows: ReactNode
  /** The chart below. */
  children: ReactNode
}

/** Frame of a quantity ledger: lines down, steps across, the table to copy, a chart below. */
export function LedgerTable({ title, note, names, figures, copy, rows, children }: LedgerTableProps) {
  return (
    <Section title={title} note={note} id="ledger" end={<CopyButton text={copy.text} label={copy.label} />}>
      <div className="t-scroll" tabIndex={0} role="region" aria-label={title}>
        <table className="t tight" aria-label={title}>
          <thead>
            <tr>
              {names.map((name) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
              {figures.map((figure) => (
                <th key={figure} scope="col" className="r">
                  {figure}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>{rows}</tbody>
        </table>
      </div>
      {children}
    </Section>
  )
}

type NoLedgerProps = { title: string; text: string }

/** Stands where a ledger would be. */
export function NoLedger({ title, text }: NoLedgerProps) {
  return (
    <Section title={title} id="ledger">
      <p className="q">{text}</p>
    </Section>
  )
}

/** Rows as a spreadsheet takes them from the clipboard; null is an empty cell. */
export function tabSeparated(rows: readonly (readonly (string | number | bigint | null | undefined)[])[]): string {
  return rows.map((row) => row.map((cell) => cell?.toString() ?? '').join('\t')).join('\n')
}
