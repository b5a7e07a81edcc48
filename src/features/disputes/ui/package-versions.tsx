import { useTranslations } from 'next-intl'
import { CopyButton } from '@/ui/copy-button'
import { InstantText } from '@/ui/date-text'
import type { PackageRow } from '../queries/dossier'

type PackageVersionsProps = { packages: readonly PackageRow[] }

/** Every version that was built, newest first, with who built it and its hash. */
export function PackageVersions({ packages }: PackageVersionsProps) {
  const t = useTranslations('disputes')
  const newest = packages[0]
  if (!newest) return <p className="m">{t('noVersionTag')}</p>
  return (
    <>
      <ul className="ev">
        {packages.slice(0, 8).map((row) => (
          <li key={row.id} className="!grid-cols-[minmax(0,1fr)_auto_auto] gap-2">
            <span className="m">
              {t('versionOf', { version: row.version })}
              {row.isSubmitted && <small className="done">{t('submittedMark')}</small>}
              {row.missing.length > 0 && <small className="due">{t('missingMark', { count: row.missing.length })}</small>}
            </span>
            <span className="r nw">
              <InstantText value={row.builtAt} />
              <small>{row.builtByName ?? t('system')}</small>
            </span>
            <a href={`/api/packages/${row.id}/pdf`} target="_blank" rel="noreferrer">
              PDF
            </a>
          </li>
        ))}
      </ul>
      <p className="row gap-1">
        <span className="m">{t('manifestHash')}</span>
        <span className="sp" />
        <code className="nw">{newest.manifestSha256.slice(0, 16).match(/.{4}/g)?.join(' ')}</code>
        <CopyButton text={newest.manifestSha256} label={t('copyHash')} />
      </p>
    </>
  )
}
