import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { NumberText } from '@/ui/number-text'
import { hrefWith, type SearchParams } from '@/ui/page-address'
import type { CodeCount } from '../queries/find-findings'
import type { Texts } from './finding-sentence'

type CodeFilterProps = { codes: readonly CodeCount[]; current: string; path: string; params: SearchParams }

/** How often every code occurs; each leads to its rows alone. */
export function CodeFilter({ codes, current, path, params }: CodeFilterProps) {
  const t = useTranslations('fileIntake')
  if (codes.length < 2) return null
  return (
    <ul className="row flex-wrap gap-3 pb-2" aria-label={t('byCode')}>
      {[{ code: '', count: codes.reduce((sum, { count }) => sum + count, 0) }, ...codes].map(({ code, count }) => (
        <li key={code}>
          <Link href={hrefWith(path, params, { code, page: null })} aria-current={code === current ? 'true' : undefined} prefetch={false}>
            {code === '' ? t('allCodes') : codeText(t, code)}
          </Link>{' '}
          <span className="q">
            <NumberText value={count} />
          </span>
        </li>
      ))}
    </ul>
  )
}

/** The sentence of a code without its end, as a name for what it finds. */
function codeText(t: Texts, code: string): string {
  return t.has(`finding.${code}`) ? t(`finding.${code}`).replace(/[.。]$/, '') : code
}
