import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Section } from '@/ui/section'
import { StatusMark } from '@/ui/status-mark'
import type { MappingPageData } from './mapping-page-data'

const ROWS = 3

type MappingEncodingProps = { data: MappingPageData }

/** The first rows in every encoding the bytes allow, when they do not prove one: the reader sees which is right. */
export function MappingEncoding({ data }: MappingEncodingProps) {
  const t = useTranslations('fileIntake')
  if (data.encodings.length === 0) return null
  return (
    <Section
      title={t('mapping.encodingTitle')}
      id="encoding"
      note={
        data.isEncodingOpen ? (
          <StatusMark shape="due">{t('mapping.encodingOpen')}</StatusMark>
        ) : (
          t('mapping.encodingChosen', { encoding: data.encoding ?? '' })
        )
      }
    >
      <div className="t-scroll">
        <table className="t" aria-label={t('mapping.encodingTitle')}>
          <tbody>
            {data.encodings.map(({ encoding, rows }) => (
              <tr key={encoding} data-marked={!data.isEncodingOpen && encoding === data.encoding ? '' : undefined}>
                <td>
                  <Link
                    href={`/imports/${data.batch.id}/map?${new URLSearchParams({ encoding }).toString()}`}
                    aria-current={!data.isEncodingOpen && encoding === data.encoding ? 'true' : undefined}
                    scroll={false}
                    prefetch={false}
                  >
                    {encoding}
                  </Link>
                </td>
                <td className="wrap">
                  {rows.slice(0, ROWS).map((cells, at) => (
                    <div key={`${String(at)} ${cells.join('|')}`}>{cells.join(' │ ')}</div>
                  ))}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Section>
  )
}
