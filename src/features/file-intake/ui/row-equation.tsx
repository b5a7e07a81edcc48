import { useTranslations } from 'next-intl'
import { Figures } from '@/ui/figures'
import { NumberText } from '@/ui/number-text'
import { Section } from '@/ui/section'
import { StatusMark } from '@/ui/status-mark'
import type { ImportDetail } from '../queries/find-import'

type RowEquationProps = { detail: ImportDetail }

/** Rows read = accepted + duplicate + rejected + blank + not yet taken over: no row is lost. */
export function RowEquation({ detail }: RowEquationProps) {
  const t = useTranslations('fileIntake')
  const staged = detail.staged.reduce((sum, { count }) => sum + count, 0)
  const settled = detail.accepted + detail.duplicate + detail.rejected + detail.blank + staged
  return (
    <Section
      title={t('rows')}
      note={
        detail.read === settled ? (
          <StatusMark shape="ready">{t('equationHolds')}</StatusMark>
        ) : (
          <StatusMark shape="overdue">{t('equationBroken', { count: detail.read - settled })}</StatusMark>
        )
      }
    >
      <Figures
        items={[
          { key: 'read', term: t('column.read'), value: <NumberText value={detail.read} />, note: t('readNote') },
          {
            key: 'accepted',
            term: t('column.accepted'),
            sign: '=',
            value: <NumberText value={detail.accepted} />,
            note: detail.accepted === 0 ? t('noneAccepted') : t('ofThemChanged', { count: detail.changed }),
          },
          {
            key: 'duplicate',
            term: t('column.duplicate'),
            sign: '+',
            value: <NumberText value={detail.duplicate} />,
            note: t('duplicateNote'),
          },
          {
            key: 'rejected',
            term: t('column.rejected'),
            sign: '+',
            tone: detail.rejected > 0 ? 'over' : 'plain',
            value: detail.rejected > 0 ? <a href="?tab=rejected#rejected">{detail.rejected}</a> : <NumberText value={0} />,
            note: detail.corrected > 0 ? t('correctedNote', { count: detail.corrected }) : t('rejectedNote'),
          },
          { key: 'blank', term: t('column.blank'), sign: '+', value: <NumberText value={detail.blank} />, note: t('blankNote') },
          ...(staged > 0
            ? [
                {
                  key: 'staged',
                  term: t('column.staged'),
                  sign: '+' as const,
                  tone: 'due' as const,
                  value: <NumberText value={staged} />,
                  note: t('stagedNote'),
                },
              ]
            : []),
        ]}
      />
    </Section>
  )
}
