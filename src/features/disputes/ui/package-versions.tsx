import { useTranslations } from 'next-intl'
import { CopyButton } from '@/ui/copy-button'
import { InstantText } from '@/ui/date-text'
import { KeyValues } from '@/ui/key-values'
import { LinkButton } from '@/ui/link-button'
import type { PackageRow } from '../queries/dossier'

type PackageVersionsProps = { packages: readonly PackageRow[] }

/** Every version that was built, newest first, with who built it and its hash. */
export function PackageVersions({ packages }: PackageVersionsProps) {
  const t = useTranslations('disputes')
  const newest = packages[0]
  if (!newest) return <p className="m">{t('noVersionTag')}</p>
  return (
    <>
      <KeyValues
        items={[
          ...packages.slice(0, 8).map((row) => ({
            term: t('versionOf', { version: row.version }),
            value: (
              <span className="row justify-end gap-1">
                {row.isSubmitted && <span className="done">{t('submittedMark')}</span>}
                {row.missing.length > 0 && <span className="due">{t('missingMark', { count: row.missing.length })}</span>}
                <InstantText value={row.builtAt} />
                <span className="m">{row.builtByName ?? t('system')}</span>
                <LinkButton href={`/api/packages/${row.id}/pdf`} kind="ghost" download="">
                  PDF
                </LinkButton>
              </span>
            ),
          })),
        ]}
      />
      <p className="row gap-1">
        <span className="m">{t('manifestHash')}</span>
        <span className="sp" />
        <code className="nw">{newest.manifestSha256.slice(0, 16).match(/.{4}/g)?.join(' ')}</code>
        <CopyButton text={newest.manifestSha256} label={t('copyHash')} />
      </p>
    </>
  )
}
