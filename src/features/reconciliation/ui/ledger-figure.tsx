import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { PlaceLink } from '@/features/documents/ui/place-link'
import { MoneyText } from '@/ui/money-text'
import { NumberText } from '@/ui/number-text'
import type { LedgerFigure, LedgerSource } from '../rules/order-ledger'

type FigureCellProps = {
  figure: LedgerFigure
  currency: string
  /** Where all its sources are listed, for a figure that several records add up to. */
  href: string
  isUnitsBreak: boolean
  isMoneyBreak: boolean
}

/** One figure of the ledger, count over amount; it opens the record it stands in, or the list of those it adds up. */
export function FigureCell({ figure, currency, href, isUnitsBreak, isMoneyBreak }: FigureCellProps) {
  const { units, minor, sources } = figure
  const [only] = sources
  if (only === undefined)
    return (
      <td className="r">
        <span className="q">–</span>
      </td>
    )
  const value = (
    <>
      {units !== null && <NumberText value={units} />}
      {minor !== null && (
        <span className={isMoneyBreak ? 'block text-12 over' : 'block text-12 q'}>
          <MoneyText value={{ minor, currency }} bare />
        </span>
      )}
      {units === null && minor === null && '?'}
    </>
  )
  return (
    <td className={isUnitsBreak ? 'r bad' : 'r'}>
      <FigureLink source={sources.length === 1 && isWholeRecord(only) ? only : null} href={href}>
        {value}
      </FigureLink>
    </td>
  )
}

// What a payment pays of one line is a share of its advice line: the list says of what.
function isWholeRecord(source: LedgerSource): boolean {
  return source.record !== 'remittance' && (recordHref(source) !== null || (source.batch_id !== null && source.position !== null))
}

type FigureLinkProps = { source: LedgerSource | null; href: string; children: ReactNode }

function FigureLink({ source, href, children }: FigureLinkProps) {
  const t = useTranslations('reconciliation')
  const address = source === null ? href : recordHref(source)
  if (source !== null && address === null)
    return (
      <PlaceLink batchId={source.batch_id} position={source.position ?? ''} field="quantity">
        {children}
      </PlaceLink>
    )
  return (
    <Link className="nw" href={address ?? href} title={t('showSources')} prefetch={false}>
      {children}
    </Link>
  )
}

/** Papers and deductions have pages of their own; everything else is shown in its file. */
export function recordHref(source: Pick<LedgerSource, 'record' | 'id'>): string | null {
  if (source.record === 'proof-of-delivery') return `/documents/${source.id}`
  if (source.record === 'deduction') return `/deductions/${source.id}`
  return null
}
