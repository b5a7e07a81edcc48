import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { StepChart } from '@/ui/chart/step-chart'
import type { OrderLedger, OrderLedgerLine } from '../rules/order-ledger'
import { COMPARED_STEPS, OCCASIONAL_STEPS, ORDER_LEDGER_STEPS, type OrderLedgerStep } from '../rules/order-ledger-steps'
import { FigureCell } from './ledger-figure'
import { LedgerTable, NoLedger, tabSeparated } from './ledger-table'

type OrderLedgerSectionProps = {
  ledger: OrderLedger
  order: { customerCode: string; poKey: string }
  note?: ReactNode
  /** The lines a deduction or an invoice is about. */
  isMeant?: (line: OrderLedgerLine) => boolean
}

/** Counts and amounts of every order line at every step, the first step that differs marked, and one line as a chart. */
export function OrderLedgerSection({ ledger, order, note, isMeant = () => false }: OrderLedgerSectionProps) {
  const t = useTranslations('reconciliation')
  const { lines, currency } = ledger
  if (lines.length === 0) return <NoLedger title={t('ledger')} text={t('noLedger')} />
  const steps = ORDER_LEDGER_STEPS.filter(
    (step) => !OCCASIONAL_STEPS.includes(step) || lines.some((line) => line.figures[step].sources.length > 0),
  )
  const charted = lines
    .filter((line) => line.line !== null)
    .toSorted((left, right) => Number(isMeant(right)) - Number(isMeant(left)) || gapOf(right) - gapOf(left))[0]
  const names = [t('column.line'), t('column.item')]
  const titles = steps.map((step) => t(`ledgerStep.${step}`))
  const copied = lines.map((line) => [
    line.line,
    line.item_number,
    ...steps.flatMap((step) => [line.figures[step].units, line.figures[step].minor]),
  ])
  const copyTitles = titles.flatMap((title) => [title, t('ledgerAmount', { step: title, currency })])
  return (
    <LedgerTable
      title={t('ledger')}
      note={note ?? t('ledgerNote', { currency })}
      names={names}
      figures={titles}
      copy={{ text: tabSeparated([[...names, ...copyTitles], ...copied]), label: t('copyForExcel') }}
      rows={lines.map((line) => (
        <LedgerRow key={line.line ?? 'none'} line={line} steps={steps} currency={currency} order={order} isMeant={isMeant(line)} />
      ))}
    >
      {charted && <LedgerChart line={charted} />}
    </LedgerTable>
  )
}

type LedgerRowProps = {
  line: OrderLedgerLine
  steps: readonly OrderLedgerStep[]
  currency: string
  order: OrderLedgerSectionProps['order']
  isMeant: boolean
}

function LedgerRow({ line, steps, currency, order, isMeant }: LedgerRowProps) {
  const t = useTranslations('reconciliation')
  const base = `/orders/${encodeURIComponent(order.customerCode)}/${encodeURIComponent(order.poKey)}/figure`
  return (
    <tr className={isMeant ? 'b' : undefined}>
      <td>{line.line ?? ''}</td>
      <td className="wrap min-w-40">
        {line.line === null ? (
          <span className="q">{t('noLine')}</span>
        ) : (
          <>
            {line.description} <span className="q nw">{line.item_number}</span>
          </>
        )}
      </td>
      {steps.map((step) => (
        <FigureCell
          key={step}
          figure={line.figures[step]}
          currency={currency}
          href={`${base}?${new URLSearchParams({ step, ...(line.line === null ? {} : { line: String(line.line) }) }).toString()}`}
          isUnitsBreak={line.unitsBreak?.step === step}
          isMoneyBreak={line.moneyBreak?.step === step}
        />
      ))}
    </tr>
  )
}

/** Two quantities are read faster in the table. */
const DRAWN_FROM = 3

type LedgerChartProps = { line: OrderLedgerLine }

function LedgerChart({ line }: LedgerChartProps) {
  const t = useTranslations('reconciliation')
  // A step that no document speaks of has nothing to draw; the table above says so.
  const known = COMPARED_STEPS.flatMap((step) => {
    const { units } = line.figures[step]
    return units === null ? [] : [{ key: step, label: t(`ledgerStep.${step}`), quantity: Number(units) }]
  })
  if (known.length < DRAWN_FROM) return null
  const { unitsBreak } = line
  const difference = unitsBreak === null ? 0n : unitsBreak.after - unitsBreak.before
  const differsText = t('firstDiffers', { difference: difference > 0n ? `+${difference}` : `−${-difference}` })
  return (
    <>
      <h3 className="mt-3 m">
        {t('chartOfLine', { line: line.line ?? '' })} {line.description}
      </h3>
      <StepChart
        steps={known}
        differsAt={unitsBreak === null ? null : known.findIndex((step) => step.key === unitsBreak.step)}
        {...(unitsBreak === null ? {} : { differsText })}
        label={t('chartOfLine', { line: line.line ?? '' })}
      />
    </>
  )
}

function gapOf({ unitsBreak }: OrderLedgerLine): number {
  return unitsBreak === null ? 0 : Math.abs(Number(unitsBreak.after - unitsBreak.before))
}
