'use client'

import { useTranslations } from 'next-intl'
import type { FacetValue } from '@/core/facet-counts'
import { FacetMenu } from '@/ui/facet-menu'
import type { SearchParams } from '@/ui/page-address'
import { SINGLE_FACETS, TRACKER_FACETS } from '../rules/tracker-facets'

type TrackerFacetMenuProps = { path: string; params: SearchParams }

/** What the filtered tracker is made of, value by value with its count. */
export function TrackerFacetMenu({ path, params }: TrackerFacetMenuProps) {
  const t = useTranslations('deductions')
  return (
    <FacetMenu
      path={path}
      params={params}
      countPath="/api/deductions/facets"
      facets={TRACKER_FACETS.map((key) => ({ key, label: t(`filter.${key}`), isSingle: SINGLE_FACETS.includes(key) }))}
      nameOf={(facet, value) => valueName(t, facet, value)}
    />
  )
}

function valueName(t: ReturnType<typeof useTranslations<'deductions'>>, facet: string, { key, name }: FacetValue): string {
  switch (facet) {
    case 'customer':
      return name ?? key
    case 'owner':
      return name ?? (key === 'none' ? t('nobody') : t('filter.somebody'))
    case 'evidence':
    case 'deadline':
      return t(`filter.${facet}Is.${key}`)
    default:
      return t(`${facet}.${key}`)
  }
}
