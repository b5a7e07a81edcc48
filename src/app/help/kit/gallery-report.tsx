import { BarCell } from '@/ui/bar-cell'
import { Button } from '@/ui/button'
import { ColumnChart } from '@/ui/chart/column-chart'
import { DataTable } from '@/ui/data-table/data-table'
import { Figures, NextAction } from '@/ui/figures'
import { LinkButton } from '@/ui/link-button'
import { MoneyText } from '@/ui/money-text'
import { PercentText } from '@/ui/number-text'
import { PageTitle } from '@/ui/page-title'
import { Section } from '@/ui/section'
import { StatusMark } from '@/ui/status-mark'

const usd = (minor: bigint) => ({ minor, currency: 'USD' })

const CAUSES = [
  { key: 'pack', cause: 'Case pack read as each', amount: 1_844_200n, claims: 14, who: 'Item master' },
  { key: 'early', cause: 'Invoiced before goods issue', amount: 1_290_650n, claims: 9, who: 'Logistics' },
  { key: 'price', cause: 'Price condition late in SAP', amount: 987_125n, claims: 12, who: 'Sales' },
  { key: 'none', cause: 'Not classified yet', amount: 80_000n, claims: 2, who: 'Deductions' },
]
const WON = [28, 31, 30, 34, 29, 33, 36, 35, 38, 34, 39, 41]
const LOST = [17, 16, 18, 14, 19, 15, 15, 15, 13, 16, 12, 14]

export function GalleryReport() {
  return (
    <>
      <div className="banner">
        <StatusMark shape="fixed" strong>
          Report of record
        </StatusMark>
        <span>Week 47, 16 to 22 Nov 2026, frozen Mon 23 Nov 07:00</span>
        <span className="m">
          Ties to ledger 121400, difference <MoneyText value={usd(0n)} zero="full" />
        </span>
        <span className="sp" />
        <LinkButton href="/help/kit" download="">
          Excel with pivots
        </LinkButton>
      </div>
      <div className="page">
        <PageTitle hidden>Weekly leakage</PageTitle>
        <RollForward />
        <NextAction
          label="Next action"
          actions={
            <>
              <LinkButton href="/help/kit">Open the 6 items</LinkButton>
              <Button kind="primary">Remind Item master</Button>
            </>
          }
        >
          <b>Correct the case pack of 6 more items</b>
          <span className="m">
            worth{' '}
            <a className="figure" href="/help/kit">
              $5,230.00
            </a>{' '}
            of this week’s $18,442.00
          </span>
        </NextAction>
        <div className="c2">
          <Causes />
          <Section title="Disputes decided" note="12 weeks, share won by count">
            <ColumnChart
              label="Disputes decided per week, won and lost, weeks 36 to 47"
              current="47"
              columns={WON.map((won, index) => ({
                key: String(36 + index),
                label: `W${36 + index}`,
                filled: won,
                outlined: LOST[index] ?? 0,
                caption: `${Math.round((won / (won + (LOST[index] ?? 0))) * 100)}%`,
              }))}
            />
          </Section>
        </div>
      </div>
    </>
  )
}

function RollForward() {
  return (
    <Figures
      items={[
        { key: 'open', term: 'Open on 16 Nov', value: <a href="/help/kit">$412,860.40</a>, note: '388 claims' },
        { key: 'new', term: 'New', sign: '+', value: <a href="/help/kit">$61,214.75</a>, note: '57 claims' },
        { key: 'recovered', term: 'Recovered', sign: '−', tone: 'done', value: <a href="/help/kit">$38,902.10</a>, note: '41 claims' },
        { key: 'expired', term: 'Expired by us', sign: '−', tone: 'over', value: <a href="/help/kit">$2,180.00</a>, note: '3 claims' },
        { key: 'close', term: 'Open on 22 Nov', sign: '=', value: <a href="/help/kit">$418,615.50</a>, note: '379 claims' },
      ]}
    />
  )
}

function Causes() {
  const total = CAUSES.reduce((sum, cause) => sum + cause.amount, 0n)
  return (
    <Section title="New leakage by root cause" note="week 47, every figure opens its rows">
      <DataTable
        kind="section"
        name="New leakage by root cause"
        rows={CAUSES}
        rowKey={(row) => row.key}
        totalLabel="Total new"
        columns={[
          { key: 'cause', title: 'Root cause', cell: (row) => row.cause },
          {
            key: 'bar',
            title: '',
            width: 190,
            cell: (row) => <BarCell share={Number(row.amount) / Number(CAUSES[0]?.amount)} isAccented={row.key === 'pack'} />,
          },
          {
            key: 'amount',
            title: 'Amount',
            align: 'right',
            total: <MoneyText value={usd(total)} />,
            cell: (row) => (
              <a className="figure" href="/help/kit">
                <MoneyText value={usd(row.amount)} />
              </a>
            ),
          },
          {
            key: 'share',
            title: 'Share',
            align: 'right',
            look: 'quiet',
            cell: (row) => <PercentText ppm={Number((row.amount * 1_000_000n) / total)} />,
          },
          { key: 'claims', title: 'Claims', align: 'right', look: 'quiet', total: '37', cell: (row) => row.claims },
          { key: 'who', title: 'Who can stop it', look: 'quiet', cell: (row) => row.who },
        ]}
      />
    </Section>
  )
}
