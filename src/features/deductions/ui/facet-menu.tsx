'use client'

import { useRouter } from 'next/navigation'
import { useLocale, useTranslations } from 'next-intl'
import { useState } from 'react'
import { formatNumber } from '@/i18n/formats'
import { DropDown } from '@/ui/drop-down'
import { Icon } from '@/ui/icon'
import { listHref, paramsOf, type SearchParams } from '@/ui/page-address'
import { type FacetCounts, SINGLE_FACETS, TRACKER_FACETS, type TrackerFacet } from '../rules/tracker-facets'

type FacetMenuProps = { path: string; params: SearchParams }
type Chosen = Readonly<Record<string, readonly string[]>>

/** What the filtered list is made of, value by value with its count; ticking values narrows the list at once. */
export function FacetMenu({ path, params }: FacetMenuProps) {
  const t = useTranslations('deductions')
  const router = useRouter()
  const [facets, setFacets] = useState<readonly FacetCounts[] | 'failed' | null>(null)
  const [chosen, setChosen] = useState<Chosen>({})
  const hrefOf = (next: Chosen) =>
    listHref(
      path,
      params,
      Object.fromEntries(Object.entries(next).map(([facet, values]) => [facet, values.length === 0 ? null : values.join(',')])),
    )

  async function count(href: string) {
    const answer = await fetch(`/api${href}`.replace('/api/deductions', '/api/deductions/facets')).catch(() => null)
    setFacets(answer?.ok ? ((await answer.json()) as { facets: FacetCounts[] }).facets : 'failed')
  }
  function open() {
    const now = Object.fromEntries(TRACKER_FACETS.map((facet) => [facet, paramsOf(params, facet).flatMap((text) => text.split(','))]))
    setChosen(now)
    void count(hrefOf(now))
  }
  function toggle(facet: TrackerFacet, key: string, isOn: boolean) {
    const others = SINGLE_FACETS.includes(facet) ? [] : (chosen[facet] ?? []).filter((one) => one !== key && one !== '')
    const next = { ...chosen, [facet]: isOn ? [...others, key] : others }
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
      <div className="menu facets" role="group" aria-label={t('facet.open')} aria-busy={facets === null}>
        {facets === 'failed' && <p role="alert">{t('facet.failed')}</p>}
        {facets === null && <p className="m">{t('beingCounted')}</p>}
        {Array.isArray(facets) &&
          facets.map((counts: FacetCounts) => (
            <Facet
              key={counts.facet}
              counts={counts}
              chosen={chosen[counts.facet] ?? []}
              onToggle={(key, isOn) => toggle(counts.facet, key, isOn)}
            />
          ))}
      </div>
    </DropDown>
  )
}

type FacetProps = { counts: FacetCounts; chosen: readonly string[]; onToggle: (key: string, isOn: boolean) => void }

function Facet({ counts: { facet, values, isAtLeast }, chosen, onToggle }: FacetProps) {
  const t = useTranslations('deductions')
  const locale = useLocale()
  // What is chosen stays to be taken back, also when nothing is left of it.
  const gone = chosen
    .filter((key) => key !== '' && key !== 'me' && !values.some((value) => value.key === key))
    .map((key) => ({ key, name: null, count: 0 }))
  return (
    <fieldset>
      <legend>{t(`filter.${facet}`)}</legend>
      <ul>
        {[...values, ...gone].map(({ key, name, count }) => (
          <li key={key}>
            <label className="check">
              <input
                type="checkbox"
                className="box"
                checked={chosen.includes(key)}
                onChange={(event) => onToggle(key, event.target.checked)}
              />
              <span>{name ?? valueName(t, facet, key)}</span>
              <span className="q">{`${isAtLeast ? '≥ ' : ''}${formatNumber(count, locale)}`}</span>
            </label>
          </li>
        ))}
      </ul>
      {values.length === 0 && gone.length === 0 && <p className="q">{t('facet.none')}</p>}
    </fieldset>
  )
}

function valueName(t: ReturnType<typeof useTranslations<'deductions'>>, facet: TrackerFacet, key: string): string {
  switch (facet) {
    case 'customer':
      return key
    case 'owner':
      return key === 'none' ? t('nobody') : t('filter.somebody')
    case 'evidence':
    case 'deadline':
      return t(`filter.${facet}Is.${key}`)
    default:
      return t(`${facet}.${key}`)
  }
}
