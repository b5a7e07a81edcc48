import Link from 'next/link'
import type { ReactNode } from 'react'
import type { CalibrationRow } from '@/features/deductions/queries/find-calibration'
import { formatNumber, formatPercent } from '@/i18n/formats'
import type { Locale } from '@/i18n/locale'
import { Capitalised } from '@/ui/capitalised'
import type { Column } from '@/ui/data-table/data-table'
import { MoneyText } from '@/ui/money-text'
import { NumberText } from '@/ui/number-text'
import type { Denial, EvidenceLesson, WinRate } from '../queries/find-lessons'
import type { Texts } from './texts'

type ColumnTexts = { t: Texts; deductions: Texts; locale: Locale }

/** The lessons of a customer, of one category when it is named. */
export function lessonHref({ customerCode, category }: { customerCode: string; category?: string }): string {
  const query = new URLSearchParams({ customer: customerCode, ...(category === undefined ? {} : { category }) })
  return `/disputes/lessons?${query.toString()}`
}

/** How often claims are won, and on how many cases that rests; the count opens them. */
export function winRateColumns({ t, deductions, locale }: ColumnTexts): Column<WinRate>[] {
  return [
    { key: 'customer', title: t('column.customer'), cell: (row) => row.customerName },
    { key: 'category', title: t('column.category'), cell: (row) => deductions(`category.${row.category}`) },
    {
      key: 'papers',
      title: t('lesson.papers'),
      cell: (row) => <Capitalised>{deductions(row.isComplete ? 'priority.complete' : 'priority.incomplete')}</Capitalised>,
    },
    {
      key: 'cases',
      title: t('lesson.cases'),
      align: 'right',
      cell: (row) => (
        <Link href={`${lessonHref(row)}#cases`}>
          <NumberText value={row.cases} />
        </Link>
      ),
    },
    { key: 'own', title: t('lesson.ownRate'), align: 'right', cell: (row) => formatPercent((1_000_000 * row.won) / row.cases, locale) },
    { key: 'rate', title: t('lesson.usedRate'), align: 'right', cell: (row) => formatPercent(row.ratePpm, locale) },
  ]
}

/** Whether verdicts are right as often as they say they are. */
export function calibrationColumns({ t, locale }: ColumnTexts): Column<CalibrationRow>[] {
  const gap = (row: CalibrationRow) => (row.rightPpm - row.statedPpm) / 10_000
  return [
    {
      key: 'tenth',
      title: t('lesson.statedRange'),
      cell: (row) => t('lesson.statedFromTo', { from: row.tenth * 10, to: (row.tenth + 1) * 10 }),
    },
    { key: 'cases', title: t('lesson.cases'), align: 'right', cell: (row) => <NumberText value={row.cases} /> },
    { key: 'stated', title: t('lesson.stated'), align: 'right', cell: (row) => formatPercent(row.statedPpm, locale) },
    { key: 'right', title: t('lesson.right'), align: 'right', cell: (row) => formatPercent(row.rightPpm, locale) },
    {
      key: 'gap',
      title: t('lesson.gap'),
      align: 'right',
      cell: (row) => t('lesson.points', { points: formatNumber(gap(row), locale, 1) }),
    },
  ]
}

/** What customers denied us for, and which papers were missing then. */
export function denialColumns({ t, deductions }: ColumnTexts): Column<Denial>[] {
  return [
    { key: 'customer', title: t('column.customer'), cell: (row) => row.customerName },
    { key: 'code', title: t('denialCode'), cell: (row) => row.code ?? <span className="q">{t('lesson.noCode')}</span> },
    { key: 'text', title: t('denialText'), look: 'wrap', cell: (row) => row.text ?? '–' },
    { key: 'cases', title: t('lesson.cases'), align: 'right', cell: (row) => <NumberText value={row.cases} /> },
    { key: 'lost', title: t('column.lost'), align: 'right', cell: (row) => <MoneyText value={row.lost} /> },
    {
      key: 'missing',
      title: t('lesson.missingThen'),
      look: 'wrap',
      cell: (row) =>
        row.missing.length === 0 ? (
          <span className="q">{t('lesson.nothingMissing')}</span>
        ) : (
          row.missing.map((kind) => deductions(`evidenceKind.${kind}`)).join(t('listComma'))
        ),
    },
  ]
}

type EvidenceColumnTexts = ColumnTexts & { propose: (row: EvidenceLesson) => ReactNode }

/** What a paper did for claims: won with it, won without it, and whether it should be required. */
export function evidenceColumns({ t, deductions, locale, propose }: EvidenceColumnTexts): Column<EvidenceLesson>[] {
  return [
    { key: 'customer', title: t('column.customer'), cell: (row) => row.customerName },
    { key: 'category', title: t('column.category'), cell: (row) => deductions(`category.${row.category}`) },
    { key: 'paper', title: t('lesson.paper'), cell: (row) => deductions(`evidenceKind.${row.evidence}`) },
    { key: 'with', title: t('lesson.withIt'), align: 'right', cell: (row) => shareText(row.withWon, row.withCases, t, locale) },
    { key: 'without', title: t('lesson.withoutIt'), align: 'right', cell: (row) => shareText(row.withoutWon, row.withoutCases, t, locale) },
    { key: 'now', title: t('lesson.now'), cell: (row) => t(row.isRequired ? 'lesson.required' : 'lesson.notRequired') },
    { key: 'propose', title: t('lesson.rule'), cell: propose },
  ]
}

/** '80.0% of 5'. */
export function shareText(won: number, cases: number, t: Texts, locale: Locale): string {
  return cases === 0 ? '–' : t('lesson.shareOf', { share: formatPercent((1_000_000 * won) / cases, locale), count: cases })
}
