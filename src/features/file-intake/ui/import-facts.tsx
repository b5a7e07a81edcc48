import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { CopyButton } from '@/ui/copy-button'
import { KeyValues } from '@/ui/key-values'
import { LinkButton } from '@/ui/link-button'
import { BytesText } from '@/ui/number-text'
import { Section } from '@/ui/section'
import type { ImportDetail } from '../queries/find-import'
import { kindText } from './kind-text'

type ImportFactsProps = { detail: ImportDetail }

/** What the file is, as found by its content. */
export function ImportFacts({ detail }: ImportFactsProps) {
  const t = useTranslations('fileIntake')
  return (
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
          ...(detail.mapping_id === null
            ? []
            : [
                {
                  term: t('readByMapping'),
                  value: (
                    <Link href={`/imports/mappings/${detail.mapping_id}`}>
                      {t('mapping.version', { version: detail.mapping_version ?? 0 })}
                    </Link>
                  ),
                },
              ]),
          ...(detail.date_order === null
            ? []
            : [
                {
                  term: t('dates.title'),
                  value: (
                    <>
                      {t(`dates.${detail.date_order}`)}
                      {detail.date_order_because !== null && <span className="q"> {t(`dates.because.${detail.date_order_because}`)}</span>}
                    </>
                  ),
                },
              ]),
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
  )
}
