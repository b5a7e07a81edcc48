import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { DataTable } from '@/ui/data-table/data-table'
import { EmptyState } from '@/ui/empty-state'
import { EvidenceList } from '@/ui/evidence-list'
import { MoneyList } from '@/ui/money-list'
import { NumberText } from '@/ui/number-text'
import { Section } from '@/ui/section'
import type { UndoBlocker, UndoPlan } from '../queries/plan-undo'

type UndoPlanProps = { plan: UndoPlan }

/** What goes, per kind of record, and what becomes of the deductions found from it. */
export function UndoRecords({ plan }: UndoPlanProps) {
  const t = useTranslations('fileIntake')
  const { removed, removedMinor, described, reopened } = plan.deductions
  return (
    <>
      <Section title={t('undo.records')} id="records">
        <DataTable
          kind="section"
          name={t('undo.records')}
          rows={plan.records}
          rowKey={(row) => row.table}
          columns={[
            { key: 'record', title: t('undo.record'), cell: (row) => t(`record.${row.table}`) },
            { key: 'removed', title: t('undo.removed'), align: 'right', cell: (row) => <NumberText value={row.removed} /> },
            { key: 'restored', title: t('undo.restored'), align: 'right', cell: (row) => <NumberText value={row.restored} /> },
          ]}
          empty={<EmptyState>{t('undo.nothing')}</EmptyState>}
        />
      </Section>
      {removed + described + reopened > 0 && (
        <Section title={t('undo.deductions')} id="deductions">
          <ul>
            {removed > 0 && (
              <li>
                {t('undo.deductionsRemoved', { count: removed })} <MoneyList values={removedMinor} />
              </li>
            )}
            {described > 0 && <li>{t('undo.deductionsDescribed', { count: described })}</li>}
            {reopened > 0 && <li>{t('undo.deductionsReopened', { count: reopened })}</li>}
          </ul>
        </Section>
      )}
    </>
  )
}

const ADDRESS: Readonly<Record<UndoBlocker['kind'], string | null>> = {
  'later-import': '/imports/',
  'deduction-decided': '/deductions/',
  'deduction-divided': '/deductions/',
  'deduction-resolved': '/deductions/',
  'deduction-discussed': '/deductions/',
  disputed: '/disputes/',
  'order-decided': '/orders/',
  'difference-handled': '/reconciliation?state=all&q=',
  'document-used': '/documents/',
  'code-mapped': null,
  'in-use': null,
}

/** What was built on the import, each with the way there: it has to be taken back first. */
export function UndoBlockers({ plan }: UndoPlanProps) {
  const t = useTranslations('fileIntake')
  return (
    <Section title={t('undo.blockers')} id="blockers" note={t('undo.blockersNote')}>
      <EvidenceList
        items={plan.blockers.map((blocker) => ({
          key: blocker.kind,
          shape: 'overdue',
          tone: 'over',
          title: t(`undo.blocker.${blocker.kind}`, { count: blocker.count }),
          note: <BlockerSubjects blocker={blocker} />,
        }))}
      />
    </Section>
  )
}

type BlockerSubjectsProps = { blocker: UndoBlocker }

function BlockerSubjects({ blocker }: BlockerSubjectsProps) {
  const t = useTranslations('fileIntake')
  const address = ADDRESS[blocker.kind]
  const more = blocker.count - blocker.subjects.length
  return (
    <>
      {blocker.subjects.map(({ id, label }, index) => {
        const text = blocker.kind === 'in-use' && t.has(`record.${label}`) ? t(`record.${label}`) : label
        return (
          <span key={`${id ?? ''}${label}`}>
            {index > 0 && ' · '}
            {address === null || id === null ? (
              text
            ) : (
              <Link href={`${address}${id.split('/').map(encodeURIComponent).join('/')}`} prefetch={false}>
                {text}
              </Link>
            )}
          </span>
        )
      })}
      {more > 0 && blocker.kind !== 'in-use' && ` · ${t('undo.more', { count: more })}`}
    </>
  )
}
