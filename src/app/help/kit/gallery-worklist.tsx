import { Button } from '@/ui/button'
import { BulkBar } from '@/ui/data-table/bulk-bar'
import { ColumnMenu } from '@/ui/data-table/column-menu'
import { type Column, DataTable } from '@/ui/data-table/data-table'
import { Pager } from '@/ui/data-table/pager'
import { Selection } from '@/ui/data-table/selection'
import { StatusLine } from '@/ui/data-table/status-line'
import { Worklist } from '@/ui/data-table/worklist'
import { DeadlineText } from '@/ui/deadline-text'
import { EmptyState } from '@/ui/empty-state'
import { FilterBar } from '@/ui/filter-chips'
import { FilterForm } from '@/ui/filter-form'
import { Select } from '@/ui/form/select'
import { KeyValues } from '@/ui/key-values'
import { LinkButton } from '@/ui/link-button'
import { MoneyText } from '@/ui/money-text'
import { hrefWith, paramOf, paramsOf, type SearchParams } from '@/ui/page-address'
import { PageTitle } from '@/ui/page-title'
import { Peek, PeekBlock } from '@/ui/peek'
import { StatusMark } from '@/ui/status-mark'
import { Tabs } from '@/ui/tabs'
import { ROWS, type SampleRow, TODAY } from './sample'

const PATH = '/help/kit'

const COLUMNS: readonly Column<SampleRow>[] = [
  { key: 'number', title: 'Claim no.', look: 'key', sort: 'number', cell: (row) => <a href={`${PATH}?show=object`}>{row.number}</a> },
  { key: 'customer', title: 'Customer', cell: (row) => row.customer },
  { key: 'category', title: 'Category', look: 'quiet', hide: 'narrow', cell: (row) => row.category },
  { key: 'code', title: 'Code', look: 'quiet', cell: (row) => row.code },
  { key: 'amount', title: 'Amount', align: 'right', sort: 'amount', cell: (row) => <MoneyText value={row.amount} /> },
  { key: 'verdict', title: 'Verdict', cell: (row) => <span className={row.verdict === 'Unclear' ? 'm' : 'b'}>{row.verdict}</span> },
  { key: 'sure', title: 'Sure', align: 'right', look: 'quiet', cell: (row) => `${row.sure}%` },
  {
    key: 'risk',
    title: 'At risk',
    align: 'right',
    cell: (row) => <MoneyText value={row.atRisk} tone={row.dueOn <= '2026-11-30' ? 'risk' : 'plain'} />,
  },
  { key: 'deadline', title: 'Deadline', sort: 'deadline', cell: (row) => <DeadlineText dueOn={row.dueOn} today={TODAY} /> },
  {
    key: 'evidence',
    title: 'Evidence',
    cell: (row) =>
      row.missing === 0 ? <StatusMark shape="ready">Ready</StatusMark> : <StatusMark shape="partly">{row.missing} missing</StatusMark>,
  },
  { key: 'next', title: 'Next action', look: 'clip', cell: (row) => row.next },
]

type GalleryWorklistProps = { params: SearchParams }

export function GalleryWorklist({ params }: GalleryWorklistProps) {
  const hidden = paramsOf(params, 'hide')
  const rows = paramOf(params, 'empty') === undefined ? [...ROWS, ...ROWS.map((row) => ({ ...row, id: `${row.id}b` }))] : []
  return (
    <Selection ids={rows.map((row) => row.id)} matching={47} amounts={Object.fromEntries(rows.map((row) => [row.id, row.amount]))}>
      <PageTitle hidden>Deductions</PageTitle>
      <Worklist
        tabs={<WorklistTabs />}
        filters={<WorklistFilters params={params} hidden={hidden} />}
        peek={paramOf(params, 'peek') === undefined ? null : <WorklistPeek />}
        footer={<WorklistFooter shown={rows.length} />}
      >
        <DataTable
          name="Deductions"
          columns={COLUMNS}
          rows={rows}
          rowKey={(row) => row.id}
          rowName={(row) => row.number}
          selectable
          hidden={hidden}
          sort={{ key: 'deadline', direction: 'asc' }}
          sortHref={(key, direction) => hrefWith(PATH, params, { sort: key, direction })}
          openKey={paramOf(params, 'peek') ?? null}
          empty={<EmptyState action={<a href={PATH}>Open it</a>}>No claim due this week. Next one: 30 Nov, $612.75.</EmptyState>}
        />
        <BulkBar>
          <Button kind="primary" keys="B">
            Build packages
          </Button>
          <Button keys="A">Assign</Button>
        </BulkBar>
      </Worklist>
    </Selection>
  )
}

function WorklistTabs() {
  return (
    <Tabs
      current="mine"
      tabs={[
        {
          key: 'mine',
          label: 'Mine',
          href: `${PATH}?show=worklist`,
          count: 47,
          money: [
            { minor: 11_820_400n, currency: 'USD' },
            { minor: 1_487_300n, currency: 'CAD' },
          ],
        },
        {
          key: 'week',
          label: 'Due this week',
          href: `${PATH}?show=worklist&tab=week`,
          count: 12,
          money: [{ minor: 3_594_400n, currency: 'USD' }],
        },
        { key: 'resolved', label: 'Resolved', href: `${PATH}?show=worklist&tab=resolved`, count: 1243 },
      ]}
    />
  )
}

type WorklistFiltersProps = { params: SearchParams; hidden: readonly string[] }

function WorklistFilters({ params, hidden }: WorklistFiltersProps) {
  return (
    <FilterBar
      chips={[
        { key: 'owner', label: 'Owner', value: 'is LW', removeHref: PATH },
        { key: 'claims', label: 'Claim no.', value: 'in pasted list (50)', removeHref: PATH, note: '3 not found' },
      ]}
      end={
        <>
          <ColumnMenu
            path={PATH}
            params={params}
            hidden={hidden}
            columns={COLUMNS.map(({ key, title }) => ({ key, title: String(title) }))}
          />
          <LinkButton href={PATH} download="">
            Export
          </LinkButton>
        </>
      }
    >
      <FilterForm action={PATH} params={params} fields={['status']}>
        <Select name="status" label="Status" blank choices={[{ value: 'open', label: 'Open' }]} />
      </FilterForm>
    </FilterBar>
  )
}

type WorklistFooterProps = { shown: number }

function WorklistFooter({ shown }: WorklistFooterProps) {
  return (
    <StatusLine end={<Pager shown={shown} total={47} nextHref={`${PATH}?show=worklist&after=x`} />}>
      <span>
        <b>Filtered 47</b> all rows
      </span>
      <span>
        USD 41 <MoneyText value={{ minor: 11_820_435n, currency: 'USD' }} strong /> <span className="risk md">at risk $96,311.80</span>
      </span>
      <span>
        CAD 6 <MoneyText value={{ minor: 1_487_310n, currency: 'CAD' }} strong />
      </span>
    </StatusLine>
  )
}

function WorklistPeek() {
  return (
    <Peek
      title="HP-881204"
      position="2 of 47"
      label="Preview of HP-881204"
      closeHref={`${PATH}?show=worklist`}
      previousHref={PATH}
      nextHref={PATH}
    >
      <PeekBlock title="Next action">
        <div className="next">Get POD page 2 with the gate stamp</div>
        <div className="mt-1 mb-2.5">
          <StatusMark shape="due" tone="over" strong>
            Tomorrow, Tue 24 Nov, 17:00
          </StatusMark>
        </div>
        <div className="row">
          <Button kind="primary">Remind Logistics</Button>
          <LinkButton href={`${PATH}?show=object`} keys="Enter">
            Open claim
          </LinkButton>
        </div>
      </PeekBlock>
      <PeekBlock>
        <KeyValues
          items={[
            { term: 'Customer', value: 'Harbor & Pine' },
            { term: 'Amount', value: <MoneyText value={{ minor: 178_800n, currency: 'USD' }} strong /> },
            { term: 'At risk tomorrow', value: <MoneyText value={{ minor: 178_800n, currency: 'USD' }} strong tone="risk" /> },
          ]}
        />
      </PeekBlock>
    </Peek>
  )
}
