import { useTranslations } from 'next-intl'
import { NumberText } from '@/ui/number-text'
import { Section } from '@/ui/section'
import { StatusMark } from '@/ui/status-mark'
import type { Excerpt, ExcerptLine } from '../imports/show-place'

type ExcerptSectionProps = { excerpt: Excerpt }

/** The line that is meant between its neighbours, as the file has them. */
export function ExcerptSection({ excerpt }: ExcerptSectionProps) {
  const t = useTranslations('fileIntake')
  const meant = excerpt.lines.find(({ number }) => number === excerpt.meant)
  const hasBytes = excerpt.lines.some(({ byteOffset }) => byteOffset !== null)
  return (
    <Section
      title={t('where.text')}
      note={meant?.byteOffset == null ? undefined : t('where.byteAt', { offset: meant.byteOffset })}
      id="place"
    >
      {excerpt.meant === null && <p className="m">{t('where.notFound')}</p>}
      <div className="t-scroll">
        <table className="t" aria-label={t('where.text')}>
          <thead>
            <tr>
              <th className="r w-16">{t(`where.number.${excerpt.unit}`)}</th>
              {hasBytes && <th className="r w-24">{t('where.byte')}</th>}
              {excerpt.titles === null ? (
                <th>{t('where.text')}</th>
              ) : (
                excerpt.titles.map((title, index) => <th key={`${title} ${index}`}>{title}</th>)
              )}
            </tr>
          </thead>
          <tbody>
            {excerpt.lines.map((line) => (
              <LineRow key={line.number} line={line} excerpt={excerpt} hasBytes={hasBytes} />
            ))}
          </tbody>
        </table>
      </div>
    </Section>
  )
}

type LineRowProps = { line: ExcerptLine; excerpt: Excerpt; hasBytes: boolean }

function LineRow({ line, excerpt, hasBytes }: LineRowProps) {
  const t = useTranslations('fileIntake')
  const isMeant = line.number === excerpt.meant
  const isMarked = (index: number) => isMeant && index === excerpt.cell
  return (
    <tr aria-current={isMeant ? 'location' : undefined}>
      <td className="r q">{isMeant ? <StatusMark shape="due">{line.number}</StatusMark> : line.number}</td>
      {hasBytes && <td className="r q">{line.byteOffset === null ? '' : <NumberText value={line.byteOffset} />}</td>}
      {excerpt.titles === null ? (
        <td>
          <code className="whitespace-pre-wrap break-all">
            {line.cells.map((cell, index) => (
              <span key={index}>
                {index > 0 && <span className="q">{excerpt.separator}</span>}
                {isMarked(index) ? <mark title={t('where.meant')}>{cell}</mark> : cell}
              </span>
            ))}
          </code>
        </td>
      ) : (
        excerpt.titles.map((title, index) => (
          <td key={`${title} ${index}`}>
            {isMarked(index) ? <mark title={t('where.meant')}>{line.cells[index]}</mark> : line.cells[index]}
          </td>
        ))
      )}
    </tr>
  )
}
