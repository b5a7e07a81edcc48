import { useTranslations } from 'next-intl'

type PdfFrameProps = {
  /** Address of the PDF, same origin; '#page=7' opens a page. */
  src: string
  title: string
}

/** A document in the browser's own viewer, with a way out for browsers without one. */
export function PdfFrame({ src, title }: PdfFrameProps) {
  const t = useTranslations('ui')
  return (
    <div className="flex flex-col h-full">
      <iframe className="pdf flex-1" src={src} title={title} />
      <p className="text-12 py-1">
        <a href={src} target="_blank" rel="noreferrer">
          {t('openInNewTab')}
        </a>
      </p>
    </div>
  )
}
