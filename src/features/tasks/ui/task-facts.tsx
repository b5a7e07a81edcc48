import { useTranslations } from 'next-intl'
import { money } from '@/core/money'
import { CopyButton } from '@/ui/copy-button'
import { KeyValues } from '@/ui/key-values'
import { MoneyText } from '@/ui/money-text'
import { Section } from '@/ui/section'
import type { TaskDetail } from '../queries/find-task'

type TaskFactsProps = { task: TaskDetail }

/** The numbers a warehouse or carrier desk looks things up by, each ready to be copied. */
export function TaskFacts({ task }: TaskFactsProps) {
  const t = useTranslations('tasks')
  const number = (term: string, value: string | null) =>
    value === null || value === '' ? [] : [{ term, value: <Copied text={value} label={t('copy', { what: term })} /> }]
  return (
    <Section title={t('aboutTitle')}>
      <KeyValues
        items={[
          { term: t('column.customer'), value: task.customer_name ?? '–' },
          ...number(t('fact.claim'), task.claim_number),
          ...(task.amount_minor === null || task.currency === null
            ? []
            : [{ term: t('fact.amount'), value: <MoneyText value={money(task.amount_minor, task.currency)} strong /> }]),
          ...number(t('fact.po'), task.po_number),
          ...number(t('fact.invoice'), task.invoice_number),
          ...number(t('fact.delivery'), task.delivery_key),
          ...task.carriers.flatMap(({ carrier, pro, bol }) => [
            ...(carrier === null ? [] : [{ term: t('fact.carrier'), value: carrier }]),
            ...number(t('fact.pro'), pro),
            ...number(t('fact.bol'), bol),
          ]),
        ]}
      />
    </Section>
  )
}

type CopiedProps = { text: string; label: string }

function Copied({ text, label }: CopiedProps) {
  return (
    <span className="row justify-end">
      {text}
      <CopyButton text={text} label={label} />
    </span>
  )
}
