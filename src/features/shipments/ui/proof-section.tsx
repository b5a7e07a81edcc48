import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { CalendarDate } from '@/core/calendar-date'
import { DeadlineText } from '@/ui/deadline-text'
import { type EvidenceItem, EvidenceList } from '@/ui/evidence-list'
import { KeyValues } from '@/ui/key-values'
import { Section } from '@/ui/section'
import type { ProofDetail } from '../queries/find-proof'
import { isWeakProof, sideOf } from '../rules/grade-proof'
import { ProofGradeText } from './proof-grade'

type ProofSectionProps = {
  proof: ProofDetail
  today: CalendarDate
  /** Buttons: check what it says, ask for a better one. */
  actions?: ReactNode
}

type Look = Pick<EvidenceItem, 'shape' | 'tone'>
const FOR_US: Look = { shape: 'ready' }
const AGAINST_US: Look = { shape: 'overdue', tone: 'over' }

/** What a delivery paper will prove in a dispute and what not, which paper stands for which, and how long the carrier can help. */
export function ProofSection({ proof, today, actions }: ProofSectionProps) {
  const t = useTranslations('shipments')
  return (
    <Section
      title={t('proof')}
      note={proof.confirmedBy === null ? t('proposed') : t('confirmedBy', { name: proof.confirmedBy })}
      id="proof"
    >
      <div className="next flex flex-wrap items-baseline gap-x-3">
        <ProofGradeText grade={proof.grade} />
        <span>{t(`verdict.${proof.grade}`, { paper: sideOf(proof.kind) })}</span>
      </div>
      {proof.replacedBy !== null && (
        <p className="m mt-2">
          {t('replacedBy')} <Link href={`/documents/${proof.replacedBy.id}`}>{proof.replacedBy.fileName}</Link>
        </p>
      )}
      {proof.replaces.map((weak) => (
        <p key={weak.id} className="m mt-2">
          {t('replaces')} <Link href={`/documents/${weak.id}`}>{weak.fileName}</Link>
        </p>
      ))}
      <EvidenceList
        items={[
          ...proof.proves.map((code) => ({
            key: `proves ${code}`,
            ...(code === 'exceptions' ? AGAINST_US : FOR_US),
            title: t(`proves.${code}`, { paper: sideOf(proof.kind) }),
          })),
          ...proof.lacks.map((code) => ({ key: `lacks ${code}`, shape: 'none' as const, isMissing: true, title: t(`lacks.${code}`) })),
        ]}
      />
      {isWeakProof(proof.grade) && proof.replacedBy === null && (
        <KeyValues
          items={[
            { term: t('carrier'), value: proof.carrier ?? '–' },
            { term: t('pro'), value: proof.pro ?? '–' },
            { term: t('bol'), value: proof.bol ?? '–' },
            {
              term: t('keptUntil'),
              value: proof.keptUntil === null ? t('notKnown') : <DeadlineText dueOn={proof.keptUntil} today={today} style="full" />,
            },
          ]}
        />
      )}
      {actions && <div className="row mt-3 flex-wrap">{actions}</div>}
    </Section>
  )
}
