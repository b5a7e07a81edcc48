'use client'

import { useRouter } from 'next/navigation'
import { useLocale, useTranslations } from 'next-intl'
import { useState } from 'react'
import type { FacetCounts, FacetValue } from '@/core/facet-counts'
import { formatNumber } from '@/i18n/formats'
import { Capitalised } from './capitalised'
import { DropDown } from './drop-down'
import { Icon } from './icon'
import { listHref, paramsOf, type SearchParams } from './page-address'

/** One thing that a list is counted by, value by value; it is a parameter of the address too. */
export type Facet = {
  key: string
  label: string
  /** One value at a time narrows the list. */
  isSingle?: boolean
  /** The value in force when the address says none; then 'all' says that none is. */
  usual?: string
}

type FacetMenuProps = {
  path: string
  params: SearchParams
  /** Where the counts under an address are asked for. */
  countPath: string
  facets: readonly Facet[]
  nameOf: (facet: string, value: FacetValue) => string
}
type Chosen = Readonly<Record<string, readonly string[]>>

/** What the filtered list is made of, value by value with its count; ticking values narrows the list at once. */
export function FacetMenu({ path, params, countPath, facets, nameOf }: FacetMenuProps) {
  const t = useTranslations('ui')
  const router = useRouter()
  const [counts, setCounts] = useState<readonly FacetCounts[] | 'failed' | null>(null)
  const [chosen, setChosen] = useState<Chosen>({})
  const hrefOf = (next: Chosen) =>
    listHref(path, params, Object.fromEntries(facets.map((facet) => [facet.key, saidOf(facet, next[facet.key] ?? [])])))

  async function count(href: string) {
    const answer = await fetch(`${countPath}${href.slice(path.length)}`).catch(() => null)
    setCounts(answer?.ok ? ((await answer.json()) as { facets: FacetCounts[] }).facets : 'failed')
  }
  function open() {
    const now = Object.fromEntries(facets.map((facet) => [facet.key, chosenOf(facet, params)]))
    setChosen(now)
    void count(hrefOf(now))
  }
  function toggle({ key, isSingle }: Facet, value: string, isOn: boolean) {
    const others = isSingle === true ? [] : (chosen[key] ?? []).filter((one) => one !== value)
    const next = { ...chosen, [key]: isOn ? [...others, value] : others }
    setChosen(next)
    router.push(hrefOf(next), { scroll: false })
    void count(hrefOf(next))
  }

  return (
    <DropDown
      summaryClass="btn g"
      onOpen={open}
      summary={
        <>
          {t('facet.open')}
          <Icon name="down" />
        </>
      }
    >
      <div className="menu facets" role="group" aria-label={t('facet.open')} aria-busy={counts === null}>
        {counts === 'failed' && <p role="alert">{t('facet.failed')}</p>}
        {counts === null && <p className="m">{t('list.beingCounted')}</p>}
        {Array.isArray(counts) &&
          facets.map((facet) => (
            <FacetValues
              key={facet.key}
              facet={facet}
              counts={counts.find((one: FacetCounts) => one.facet === facet.key)}
              chosen={chosen[facet.key] ?? []}
              nameOf={(value) => nameOf(facet.key, value)}
              onToggle={(value, isOn) => toggle(facet, value, isOn)}
            />
          ))}
      </div>
    </DropDown>
  )
}

type FacetValuesProps = {
  facet: Facet
  counts: FacetCounts | undefined
  chosen: readonly string[]
  nameOf: (value: FacetValue) => string
  onToggle: (value: string, isOn: boolean) => void
}

function FacetValues({ facet, counts, chosen, nameOf, onToggle }: FacetValuesProps) {
  const t = useTranslations('ui')
  const locale = useLocale()
  const values = counts?.values ?? []
  // What is chosen stays to be taken back, also when nothing is left of it.
  const gone = chosen
    .filter((key) => key !== 'me' && !values.some((value) => value.key === key))
    .map((key) => ({ key, name: null, count: 0 }))
  return (
    <fieldset>
      <legend>{facet.label}</legend>
      <ul>
        {[...values, ...gone].map((value) => (
          <li key={value.key}>
            <label className="check">
              <input
                type="checkbox"
                className="box"
                checked={chosen.includes(value.key)}
                onChange={(event) => onToggle(value.key, event.target.checked)}
              />
              <Capitalised>{nameOf(value)}</Capitalised>
              <span className="q">{`${counts?.isAtLeast === true ? '≥ ' : ''}${formatNumber(value.count, locale)}`}</span>
            </label>
          </li>
        ))}
      </ul>
      {values.length === 0 && gone.length === 0 && <p className="q">{t('facet.none')}</p>}
    </fieldset>
  )
}

function chosenOf({ key, usual }: Facet, params: SearchParams): readonly string[] {
  const said = paramsOf(params, key).flatMap((text) => text.split(','))
  const values = said.filter((one) => one !== '' && !(usual !== undefined && one === 'all'))
  return usual !== undefined && said.every((one) => one === '') ? [usual] : values
}

function saidOf({ usual }: Facet, values: readonly string[]): string | null {
  if (values.length === 0) return usual === undefined ? null : 'all'
  return values.join(',') === usual ? null : values.join(',')
}
