import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { placeText } from '@/ui/place-text'

type PlaceLinkProps = {
  /** The import that brought the file; without it the place is only named. */
  batchId: string | null
  position: string
  /** The field that is meant, as its reader calls it. */
  field?: string
  /** Instead of the place in words. */
  children?: ReactNode
}

/** Where a value stands in the file it came from; opens the file at that place. */
export function PlaceLink({ batchId, position, field = '', children }: PlaceLinkProps) {
  const t = useTranslations('ui')
  const text = children ?? placeText(t, position)
  if (batchId === null || position === '') return <span className="m">{text}</span>
  const query = new URLSearchParams({ position, ...(field === '' ? {} : { field }) })
  return (
    <Link className="nw" href={`/imports/${batchId}/where?${query.toString()}`} title={t('place.show')} prefetch={false}>
      {text}
    </Link>
  )
}
