import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { PdfFrame } from '@/ui/pdf-frame'
import type { Dossier } from '../queries/dossier'
import { keyOf } from '../rules/exhibit'

type PackagePreviewProps = { dossier: Dossier; shown: string; title: string }

/** What the reviewer will see: the built package, or one exhibit as it would go out now. */
export function PackagePreview({ dossier, shown, title }: PackagePreviewProps) {
  const t = useTranslations('disputes')
  const newest = dossier.packages[0]
  const exhibit = dossier.plan.exhibits.find((candidate) => keyOf(candidate) === shown)
  const isPicture = exhibit?.mediaType?.startsWith('image/') ?? false
  const pages = shown === 'package' ? newest?.pageCount : exhibit?.pages
  const src = addressOf()
  return (
    <section className="paper-back min-h-[480px]" aria-label={title}>
      <div className="flex w-full h-9 items-center gap-2 px-3 bg-surface border-b border-line nw">
        <span className="md truncate">{title}</span>
        {pages ? <span className="m">{t('pages', { count: pages })}</span> : null}
        <span className="sp" />
        {newest && shown !== 'package' && (
          <Link href={`/packages/${dossier.dispute.id}?show=package`} scroll={false}>
            {t('previewAll')}
          </Link>
        )}
      </div>
      {isPicture ? (
        <div className="flex-1 w-full overflow-auto p-4">
          <img src={src} alt={title} className="max-w-full mx-auto" />
        </div>
      ) : (
        <div className="flex-1 w-full min-h-0 [&_p]:px-3 [&_p]:bg-surface">
          <PdfFrame src={`${src}#toolbar=0&navpanes=0&view=FitH`} title={title} />
        </div>
      )}
    </section>
  )

  function addressOf(): string {
    if (shown === 'package' && newest) return `/api/packages/${newest.id}/pdf`
    if (exhibit?.documentId) return `/api/files/${exhibit.documentId}`
    return `/api/packages/${dossier.dispute.id}/preview?exhibit=${encodeURIComponent(exhibit ? keyOf(exhibit) : 'letter')}&v=${dossier.dispute.version}`
  }
}
