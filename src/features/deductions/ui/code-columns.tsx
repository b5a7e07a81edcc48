import Link from 'next/link'
import { money } from '@/core/money'
import type { Column } from '@/ui/data-table/data-table'
import { MoneyList } from '@/ui/money-list'
import { NumberText, PercentText } from '@/ui/number-text'
import type { CodeRow } from '../queries/find-codes'
import { codeHref, codeRowsHref } from './code-href'
import { hintSentence } from './hint-sentence'
import type { Texts } from './texts'

/** Columns of the inbox of codes: whose it is, what is behind it, and what we make of it. */
export function codeColumns(t: Texts): Column<CodeRow>[] {
  return [
    {
      key: 'code',
      title: t('codes.code'),
      look: 'key',
      cell: (row) => <Link href={codeHref(row.customerCode, row.codeKey)}>{row.code}</Link>,
    },
    { key: 'text', title: t('codes.text'), look: 'clip', cell: (row) => row.text ?? '–' },
    { key: 'customer', title: t('column.customer'), cell: (row) => row.customerName },
    {
      key: 'count',
      title: t('codes.count'),
      align: 'right',
      cell: (row) => (
        <Link className="figure" href={codeRowsHref(row.customerCode, row.codeKey)} prefetch={false}>
          <NumberText value={row.count} />
        </Link>
      ),
    },
    {
      key: 'amount',
      title: t('column.amount'),
      align: 'right',
      cell: (row) => <MoneyList values={row.amounts.map(({ minor, currency }) => money(BigInt(minor), currency))} />,
    },
    {
      key: 'examples',
      title: t('codes.examples'),
      hide: 'narrow',
      cell: (row) => <Examples row={row} />,
    },
    {
      key: 'category',
      title: t('codes.proposal'),
      cell: (row) => {
        const category = row.mapped ?? row.proposal.category
        return category === null ? <span className="q">{t('codes.noProposal')}</span> : t(`category.${category}`)
      },
    },
    {
      key: 'sure',
      title: t('column.sure'),
      align: 'right',
      look: 'quiet',
      cell: (row) =>
        row.mapped === null && row.proposal.category !== null ? <PercentText ppm={row.proposal.confidencePpm} digits={0} /> : '',
    },
    {
      key: 'why',
      title: t('codes.why'),
      look: 'clip',
      hide: 'narrow',
      cell: (row) => (row.mapped === null && row.proposal.supporting[0] ? hintSentence(row.proposal.supporting[0], t) : ''),
    },
  ]
}

type ExamplesProps = { row: CodeRow }

function Examples({ row }: ExamplesProps) {
  return (
    <span className="row">
      {row.examples.map((example) => (
        <Link key={example.id} href={`/deductions/${example.id}`} prefetch={false}>
          {example.claimNumber ?? example.number}
        </Link>
      ))}
    </span>
  )
}
