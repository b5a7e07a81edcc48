import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { PlaceLink } from '@/features/documents/ui/place-link'
import { DateText, InstantText } from '@/ui/date-text'
import { Section } from '@/ui/section'
import { StatusMark, type StatusShape, type Tone } from '@/ui/status-mark'
import type { StepOfOrder, StepRecord, StepState } from '../rules/order-steps'

const LOOKS: Readonly<Record<StepState, { shape: StatusShape; tone: Tone }>> = {
  done: { shape: 'ready', tone: 'done' },
  late: { shape: 'due', tone: 'due' },
  refused: { shape: 'overdue', tone: 'over' },
  missing: { shape: 'overdue', tone: 'over' },
  untold: { shape: 'none', tone: 'quiet' },
  planned: { shape: 'none', tone: 'quiet' },
  waiting: { shape: 'none', tone: 'quiet' },
}

type OrderStepsSectionProps = { steps: readonly StepOfOrder[] }

/** The way of an order in one table: every step with its time, its source, and whether it came when it should. */
export function OrderStepsSection({ steps }: OrderStepsSectionProps) {
  const t = useTranslations('shipments')
  if (steps.length === 0) return null
  return (
    <Section title={t('steps.title')} note={t('steps.note')} id="steps">
      <div className="t-scroll" tabIndex={0} role="region" aria-label={t('steps.title')}>
        <table className="t" aria-label={t('steps.title')}>
          <thead>
            <tr>
              <th scope="col">{t('steps.column.step')}</th>
              <th scope="col">{t('steps.column.state')}</th>
              <th scope="col">{t('steps.column.at')}</th>
              <th scope="col">{t('steps.column.due')}</th>
              <th scope="col">{t('steps.column.source')}</th>
            </tr>
          </thead>
          <tbody>
            {steps.map((step) => (
              <StepRow key={step.step} step={step} />
            ))}
          </tbody>
        </table>
      </div>
    </Section>
  )
}

type StepRowProps = { step: StepOfOrder }

function StepRow({ step: { step, state, dueOn, records } }: StepRowProps) {
  const t = useTranslations('shipments')
  return (
    <tr className={state === 'waiting' || state === 'untold' || state === 'planned' ? 'q' : undefined}>
      <td className="md">{t(`steps.step.${step}`)}</td>
      <td>
        <StatusMark shape={LOOKS[state].shape} tone={LOOKS[state].tone}>
          {t(`steps.state.${state}`)}
        </StatusMark>
      </td>
      <td className="nw">
        {records.map((record) => (
          <div key={record.id} className="leading-6">
            {record.at === null ? <DateText value={record.on} /> : <InstantText value={record.at} style="short" />}
          </div>
        ))}
      </td>
      <td className="m nw">
        <DateText value={dueOn} />
      </td>
      <td>
        {records.map((record) => (
          <div key={record.id} className="leading-6">
            <SourceText record={record} />
          </div>
        ))}
      </td>
    </tr>
  )
}

type SourceTextProps = { record: StepRecord }

function SourceText({ record }: SourceTextProps) {
  const t = useTranslations('shipments')
  const words = useTranslations('reconciliation')
  const says = record.says === null ? '' : t.has(`steps.says.${record.says}`) ? t(`steps.says.${record.says}`) : record.says
  const name = [words(`step.${record.record}`), record.number, says].filter(Boolean).join(' ')
  if (record.record === 'proof-of-delivery') return <Link href={`/documents/${record.id}`}>{name}</Link>
  return (
    <PlaceLink batchId={record.batch_id} position={record.position ?? ''}>
      {name}
    </PlaceLink>
  )
}
