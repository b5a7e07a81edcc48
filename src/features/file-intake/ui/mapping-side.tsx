'use client'

import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { joinList } from '@/i18n/formats'
import { Checkbox } from '@/ui/form/checkbox'
import { Section } from '@/ui/section'
import { StatusMark } from '@/ui/status-mark'
import type { MappingProblem } from '../rules/check-mapping'
import type { MappedColumn } from '../rules/mapping'
import type { Draft, MappingPageData } from './mapping-page-data'
import { targetText } from './mapping-texts'

type MappingProblemsProps = {
  problems: readonly MappingProblem[]
  isEncodingOpen: boolean
  kind: string
  columns: readonly MappedColumn[]
  /** The button that takes the rows over. */
  children: ReactNode
}

/** What is still to be said, each a jump to where it is said; then the button. */
export function MappingProblems({ problems, isEncodingOpen, kind, columns, children }: MappingProblemsProps) {
  const t = useTranslations('fileIntake')
  const locale = useLocale()
  const titleOf = (key: string) => columns.find((column) => column.key === key)?.title ?? key
  const subjectOf = ({ code, subject }: MappingProblem) =>
    code === 'open-date' || code === 'open-number'
      ? titleOf(subject)
      : joinList(
          subject.split(' ').map((name) => targetText(t, kind, name)),
          locale,
        )
  return (
    <Section title={t('mapping.stillToSay')} id="still">
      {problems.length === 0 && !isEncodingOpen ? (
        <p>
          <StatusMark shape="ready">{t('mapping.nothingMissing')}</StatusMark>
        </p>
      ) : (
        <ul className="flex flex-col gap-1">
          {isEncodingOpen && (
            <li>
              <a href="#encoding">
                <StatusMark shape="due">{t('mapping.encodingOpen')}</StatusMark>
              </a>
            </li>
          )}
          {problems.map((problem) => (
            <li key={`${problem.code} ${problem.subject}`}>
              <a href={PLACES[problem.code] ?? '#columns'}>
                <StatusMark shape="due">{t(`mapping.problem.${problem.code}`, { subject: subjectOf(problem) })}</StatusMark>
              </a>
            </li>
          ))}
        </ul>
      )}
      <div className="mt-3 flex flex-col gap-2">{children}</div>
    </Section>
  )
}

const PLACES: Partial<Readonly<Record<MappingProblem['code'], string>>> = {
  'open-date': '#questions',
  'open-number': '#questions',
  'bad-constant': '#constants',
  'no-sender': '#what',
}

type MappingAlikeProps = { data: MappingPageData; draft: Draft; onAlso: (ids: readonly string[]) => void }

/** Other files that wait with the same columns: one mapping reads them all. */
export function MappingAlike({ data, draft, onAlso }: MappingAlikeProps) {
  const t = useTranslations('fileIntake')
  if (data.alike.length === 0) return null
  return (
    <Section title={t('mapping.alike')} note={t('mapping.alikeNote', { count: data.alike.length })}>
      <ul>
        {data.alike.map(({ id, number, fileName, path }) => (
          <li key={id}>
            <Checkbox
              name={`also ${id}`}
              label={<span title={path}>{t('mapping.alikeFile', { number, name: fileName })}</span>}
              checked={draft.alsoIds.includes(id)}
              onChange={(event) => onAlso(event.target.checked ? [...draft.alsoIds, id] : draft.alsoIds.filter((one) => one !== id))}
            />
          </li>
        ))}
      </ul>
    </Section>
  )
}

type MappingTopProps = { data: MappingPageData }

/** The top of the file as it stands: the header found is marked, and another row can be made the header. */
export function MappingTop({ data }: MappingTopProps) {
  const t = useTranslations('fileIntake')
  const hrefOf = (row: number) => {
    const parameters = new URLSearchParams({ header: String(row), ...(data.sheet === '' ? {} : { sheet: data.sheet }) })
    if (data.encodings.length > 0 && !data.isEncodingOpen && data.encoding !== null) parameters.set('encoding', data.encoding)
    return `/imports/${data.batch.id}/map?${parameters.toString()}`
  }
  if (data.top.length === 0) return null
  return (
    <Section
      title={t('mapping.top')}
      note={data.foundHeaderRow === 0 ? t('mapping.noHeader') : t('mapping.headerRow', { row: data.foundHeaderRow })}
      end={data.foundHeaderRow > 0 && <Link href={hrefOf(0)}>{t('mapping.sayNoHeader')}</Link>}
    >
      <div className="t-scroll" tabIndex={0} role="region" aria-label={t('mapping.top')}>
        <table className="t" aria-label={t('mapping.top')}>
          <tbody>
            {data.top.map(({ row, cells }) => (
              <tr key={row} data-marked={row === data.foundHeaderRow ? '' : undefined}>
                <td className="r q">
                  {row === data.foundHeaderRow ? (
                    row
                  ) : (
                    <Link
                      href={hrefOf(row)}
                      scroll={false}
                      prefetch={false}
                      title={t('mapping.makeHeader', { row })}
                      aria-label={t('mapping.makeHeader', { row })}
                    >
                      {row}
                    </Link>
                  )}
                </td>
                <td className="wrap">{cells.filter((cell) => cell !== '').join(' │ ')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Section>
  )
}
