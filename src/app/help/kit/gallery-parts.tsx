import { Button } from '@/ui/button'
import { DateText, InstantText } from '@/ui/date-text'
import { DeadlineText } from '@/ui/deadline-text'
import { FileDrop } from '@/ui/form/file-drop'
import { Icon } from '@/ui/icon'
import { Kbd } from '@/ui/kbd'
import { MoneyList } from '@/ui/money-list'
import { MoneyText } from '@/ui/money-text'
import { NumberText } from '@/ui/number-text'
import { PageTitle } from '@/ui/page-title'
import { Progress } from '@/ui/progress'
import { Section } from '@/ui/section'
import { TableSkeleton } from '@/ui/skeleton'
import { StatusMark } from '@/ui/status-mark'
import { Tag } from '@/ui/tag'
import { GalleryForms } from './gallery-forms'
import { ROWS, TODAY } from './sample'

export function GalleryParts() {
  return (
    <div className="page">
      <PageTitle>Kit</PageTitle>
      <p className="row flex-wrap">
        <a href="/help/kit?show=worklist">Worklist</a> <a href="/help/kit?show=worklist&peek=HP-881204">with peek</a>{' '}
        <a href="/help/kit?show=worklist&empty=1">empty</a> <a href="/help/kit?show=object">Object page</a>{' '}
        <a href="/help/kit?show=report">Report</a>
      </p>
      <Section title="Buttons">
        <div className="row flex-wrap">
          <Button kind="primary" keys="Ctrl Enter">
            Build package
          </Button>
          <Button icon={<Icon name="download" />}>Download</Button>
          <Button kind="ghost">Filter</Button>
          <Button kind="danger">Remove</Button>
          <Button disabled>Approve</Button>
          <Button kind="primary" pending pendingText="Working…">
            Import
          </Button>
          <Button kind="primary" size="large">
            Approve
          </Button>
          <Kbd keys="Ctrl K" />
        </div>
      </Section>
      <Marks />
      <GalleryForms />
      <Section title="File drop">
        <FileDrop action="/api/uploads" hint="XLSX, CSV, X12, PDF, up to 50 MB each" />
      </Section>
      <Section title="Loading">
        <TableSkeleton kind="section" columns={['Claim no.', 'Customer', 'Amount']} rows={3} />
      </Section>
    </div>
  )
}

function Marks() {
  return (
    <Section title="Marks, figures, dates">
      <div className="row flex-wrap">
        <StatusMark shape="overdue">Overdue</StatusMark>
        <StatusMark shape="due">Due</StatusMark>
        <StatusMark shape="partly">Partly</StatusMark>
        <StatusMark shape="none">None</StatusMark>
        <StatusMark shape="ready">Ready</StatusMark>
        <StatusMark shape="fixed">Fixed</StatusMark>
        <Tag>Draft</Tag>
        <Tag tone="due">Due</Tag>
        <Tag tone="over">Overdue</Tag>
        <Tag tone="risk">At risk</Tag>
        <Tag tone="done">Paid</Tag>
      </div>
      <div className="row flex-wrap mt-2">
        {ROWS.slice(0, 10).map((row) => (
          <DeadlineText key={row.id} dueOn={row.dueOn} today={TODAY} />
        ))}
        <DeadlineText dueOn={TODAY} today={TODAY} style="full" />
      </div>
      <div className="row flex-wrap mt-2">
        <MoneyText value={{ minor: -14_376n, currency: 'USD' }} />
        <MoneyText value={{ minor: 0n, currency: 'USD' }} />
        <MoneyList
          values={[
            { minor: '11820435', currency: 'USD' },
            { minor: '1487310', currency: 'CAD' },
          ]}
        />
        <NumberText value={1243} />
        <DateText value={TODAY} />
        <DateText value={TODAY} style="weekday" />
        <DateText value={TODAY} style="long" />
        <InstantText value={new Date('2026-11-20T16:40:00Z')} />
        <Progress share={0.6} label="3 of 5 files" /> 3 / 5
      </div>
    </Section>
  )
}
