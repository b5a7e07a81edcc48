import { useTranslations } from 'next-intl'
import { CopyButton } from '@/ui/copy-button'
import { KeyValues } from '@/ui/key-values'
import { LinkButton } from '@/ui/link-button'
import { BytesText } from '@/ui/number-text'
import { Section } from '@/ui/section'
import { StatusMark } from '@/ui/status-mark'
import type { ImportDetail } from '../queries/find-import'
import { rowKindText } from './field-text'
import { kindText } from './kind-text'

type ImportFactsProps = { detail: ImportDetail }

/** What the file is, as found by its content, and the totals it states about itself against the ones added up here. */
export function ImportFacts({ detail }: ImportFactsProps) {
  const t = useTranslations('fileIntake')
  const hasTotals = detail.own_total !== null || detail.computed_total !== null
  const isEqual = detail.own_total === detail.computed_total
  return (
    <>
      <Section
        title={t('original')}
        end={
          <LinkButton href={`/api/imports/${detail.id}/file`} download="">
            {t('download')}
          </LinkButton>
        }
      >
        <KeyValues
          items={[
            { term: t('column.kind'), value: kindText(t, detail.kind) },
            { term: t('format'), value: t.has(`formats.${detail.format}`) ? t(`formats.${detail.format}`) : detail.format },
            { term: t('encoding'), value: detail.encoding ?? '–' },
            { term: t('size'), value: <BytesText bytes={Number(detail.bytes)} /> },
            ...(detail.path === null ? [] : [{ term: t('path'), value: detail.path }]),
            {
              term: 'SHA-256',
              value: (
                <CopyButton text={detail.sha256} label={t('copyHash')}>
                  <code>{detail.sha256.slice(0, 12)}…</code>
                </CopyButton>
              ),
            },
          ]}
        />
      </Section>
      <Section title={t('totals')}>
        {hasTotals ? (
          <>
            <KeyValues
              items={[
                { term: t('ownTotal'), value: totalText(detail.own_total, detail.currency) },
                { term: t('computedTotal'), value: totalText(detail.computed_total, detail.currency) },
              ]}
            />
            {detail.own_total === null ? (
              <p className="q">{t('noTotals')}</p>
            ) : (
              <StatusMark shape={isEqual ? 'ready' : 'overdue'}>{t(isEqual ? 'totalsAgree' : 'totalsDiffer')}</StatusMark>
            )}
          </>
        ) : (
          <p className="m">{t('noTotals')}</p>
        )}
      </Section>
      {detail.staged.length > 0 && (
        <Section title={t('willBeStored')}>
          <KeyValues items={detail.staged.map(({ kind, count }) => ({ term: rowKindText(t, kind), value: t('rowsCount', { count }) }))} />
        </Section>
      )}
    </>
  )
}

function totalText(total: string | null, currency: string | null): string {
  return total === null ? '–' : [total, currency].filter(Boolean).join(' ')
}
