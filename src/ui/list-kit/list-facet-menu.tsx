'use client'

import { useTranslations } from 'next-intl'
import { type ListShape, quickColumns } from '@/core/list-shape'
import { FacetMenu } from '../facet-menu'
import type { SearchParams } from '../page-address'
import { type ListNames, valueWord } from './list-words'

type ListFacetMenuProps = { shape: ListShape; params: SearchParams; names: ListNames }

/** What a list is made of under its filters, value by value with its count. */
export function ListFacetMenu({ shape, params, names }: ListFacetMenuProps) {
  const t = useTranslations()
  const columns = quickColumns(shape)
  return (
    <FacetMenu
      path={shape.path}
      params={params}
      countPath={`/api/lists/${shape.key}/facets`}
      facets={columns.map(({ key, title }) => {
        const usual = shape.usual?.[key]
        return { key, label: t(title), ...(usual !== undefined && { usual }) }
      })}
      nameOf={(facet, { key }) => {
        const column = columns.find((one) => one.key === facet)
        return column === undefined ? key : valueWord(column, key, t, names)
      }}
    />
  )
}
