import { Avatar } from '@/ui/avatar'
import { Button } from '@/ui/button'
import { StepChart } from '@/ui/chart/step-chart'
import { CopyButton } from '@/ui/copy-button'
import { DeadlineText } from '@/ui/deadline-text'
import { EvidenceList } from '@/ui/evidence-list'
import { MoneyText } from '@/ui/money-text'
import { PageHeader } from '@/ui/page-header'
import { Section } from '@/ui/section'
import { StatusMark } from '@/ui/status-mark'
import { Tabs } from '@/ui/tabs'
import { Timeline } from '@/ui/timeline'
import { TODAY } from './sample'

const AMOUNT = { minor: 178_800n, currency: 'USD' }
const STEPS = ['Ordered', 'Confirmed', 'Picked', 'Ship notice', 'Invoiced', 'Signed for', 'Received']

export function GalleryObject() {
  return (
    <>
      <PageHeader
        title="HP-881204"
        subtitle="Shortage, code 22 billed not shipped"
        crumbs={[{ label: 'Deductions', href: '/help/kit?show=worklist' }, { label: 'My open work' }]}
        position={{ text: '2 of 47', previousHref: '/help/kit', nextHref: '/help/kit' }}
        facts={[
          { term: 'Next action', value: 'Get POD page 2 with the gate stamp' },
          { term: 'Deadline', value: <DeadlineText dueOn={'2026-11-24' as typeof TODAY} today={TODAY} style="full" /> },
          { term: 'Customer', value: 'Harbor & Pine' },
          { term: 'Amount', value: <MoneyText value={AMOUNT} /> },
          { term: 'At risk tomorrow', value: <MoneyText value={AMOUNT} tone="risk" /> },
          {
            term: 'Status',
            value: (
              <StatusMark shape="partly" tone="plain">
                Collecting evidence
              </StatusMark>
            ),
          },
          { term: 'Owner', value: 'LW' },
        ]}
        actions={
          <>
            <Button>Accept</Button>
            <Button>
              Build package <span className="due">1 missing</span>
            </Button>
            <Button kind="primary" keys="R">
              Remind Logistics
            </Button>
          </>
        }
      />
      <Tabs
        kind="sections"
        current="verdict"
        tabs={[
          { key: 'verdict', label: 'Verdict', href: '#verdict' },
          { key: 'ledger', label: 'Quantity ledger', href: '#ledger', count: '3 lines' },
          { key: 'timeline', label: 'Timeline', href: '#timeline', count: 9 },
        ]}
      />
      <div className="two">
        <div className="l">
          <Verdict />
          <Ledger />
          <Section title="Timeline" note="newest first" id="timeline">
            <Timeline
              events={[
                {
                  key: '1',
                  at: new Date('2026-11-23T09:12:00Z'),
                  who: { initials: 'LW', name: 'Lin Wei' },
                  text: 'Opened incident IN-0312',
                },
                { key: '2', at: new Date('2026-11-19T08:31:00Z'), text: 'Verdict computed: unclear 58% → invalid 96%' },
              ]}
            />
          </Section>
        </div>
        <GallerySide />
      </div>
    </>
  )
}

function Verdict() {
  return (
    <Section title="Verdict: invalid deduction" note="96% sure, line 20" id="verdict">
      <table className="t">
        <tbody>
          {[
            ['Invoiced', '120', 'ea', 'Invoice 90417733, line 20'],
            ['Signed for', '120', 'ea', 'POD page 1, “Pieces received”'],
            ['Received by customer', '96', 'ea', 'Portal claim line 1'],
          ].map(([term, quantity, unit, source]) => (
            <tr key={term}>
              <td>{term}</td>
              <td className="r b">{quantity}</td>
              <td className="q">{unit}</td>
              <td className="r">
                <a href="/help/kit">{source}</a>
              </td>
            </tr>
          ))}
          <tr className="dif">
            <td>Difference 120 − 96</td>
            <td className="r">24</td>
            <td>= 4 × 6</td>
            <td className="r">24 × $74.50 = $1,788.00</td>
          </tr>
        </tbody>
      </table>
      <p className="concl mt-3">They signed for 120 and booked 96. Exactly four full cases went missing after their dock.</p>
    </Section>
  )
}

function Ledger() {
  return (
    <Section title="Quantity ledger" note="PO 4500118, each" id="ledger" end={<CopyButton text="1	2" label="Copy for Excel" />}>
      <StepChart
        label="Quantity by step for line 20: 120 until signed for, 96 received"
        differsAt={6}
        differsText="First step that differs: −24, after the dock"
        steps={STEPS.map((label, index) => ({ key: label, label, note: `${20 + index} Oct`, quantity: index === 6 ? 96 : 120 }))}
      />
    </Section>
  )
}

function GallerySide() {
  return (
    <div className="rr">
      <Section title="Evidence" note="5 of 6 required" end={<a href="/help/kit">Add file</a>}>
        <EvidenceList
          items={[
            {
              key: '1',
              shape: 'partly',
              isMissing: true,
              title: 'POD page 2, gate stamp',
              note: 'Asked WX in Logistics, 20 Nov.',
              action: <a href="/help/kit">Remind</a>,
            },
            {
              key: '2',
              shape: 'ready',
              title: 'Invoice 90417733',
              note: 'page 1, line 20, “QTY 120 EA”',
              action: <a href="/help/kit">Open</a>,
            },
            { key: '3', shape: 'none', title: 'Weight ticket', note: 'Recommended.', action: <a href="/help/kit">Ask</a> },
          ]}
        />
      </Section>
      <Section title="Comments">
        <p>
          <Avatar initials="WX" size="small" /> Carrier will send the stamped page on Monday.
        </p>
      </Section>
    </div>
  )
}
