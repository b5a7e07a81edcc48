import { useTranslations } from 'next-intl'
import { LinkButton } from '@/ui/link-button'
import { BytesText } from '@/ui/number-text'
import type { PackageRow } from '../queries/dossier'
import type { Fit } from '../rules/fit-limits'
import { fileNameOf } from '../rules/package-name'

type PackageFilesProps = { name: string; fit: Fit; built: PackageRow | null; fileBytesMax: number | null }

/** The files that will be made, or were made, with their sizes. */
export function PackageFiles({ name, fit, built, fileBytesMax }: PackageFilesProps) {
  const t = useTranslations('disputes')
  const stem = fileNameOf(name)
  const files = built
    ? built.parts.length > 0
      ? built.parts
      : [{ name: `${stem}_dispute.pdf`, bytes: built.pdfBytes }]
    : fit.files.map((file, index) => ({
        name: fit.files.length === 1 ? `${stem}_dispute.pdf` : `${stem}_dispute-${index + 1}.pdf`,
        bytes: file.bytes,
      }))
  return (
    <>
      <ol className="ev">
        {files.map((file, index) => (
          <li key={file.name}>
            <span className="q">{index + 1}</span>
            <span className="truncate">{file.name}</span>
            <span className="m">
              <BytesText bytes={file.bytes} />
            </span>
          </li>
        ))}
      </ol>
      {files.length > 1 && fileBytesMax !== null && (
        <p className="m text-12 pt-1">{t('splitNote', { size: megabytes(fileBytesMax), count: files.length })}</p>
      )}
      {built?.problems.map((problem) => (
        <p key={problem.title} className="due text-12 pt-1">
          {t('problemNote', { title: problem.title })}
        </p>
      ))}
      {built && (
        <p className="row gap-2 pt-2">
          <LinkButton href={`/api/packages/${built.id}/pdf?download`} download="">
            PDF
          </LinkButton>
          <LinkButton href={`/api/packages/${built.id}/zip`} download="">
            ZIP
          </LinkButton>
        </p>
      )}
    </>
  )
}

/** '3 MB', the way portals state their limits. */
export function megabytes(bytes: number): string {
  return `${Math.round((bytes / 1024 / 1024) * 10) / 10} MB`
}
