import { useLocale } from 'next-intl'
import { formatBytes, formatNumber, formatPercent } from '@/i18n/formats'

type NumberTextProps = { value: number | bigint; digits?: number }

/** A count or quantity; nothing reads 0 in quiet ink. */
export function NumberText({ value, digits = 0 }: NumberTextProps) {
  const locale = useLocale()
  return <span className={Number(value) === 0 ? 'q' : undefined}>{formatNumber(value, locale, digits)}</span>
}

type PercentTextProps = { ppm: number; digits?: number }

/** A share in parts per million: 301000 reads '30.1%'. */
export function PercentText({ ppm, digits = 1 }: PercentTextProps) {
  const locale = useLocale()
  return <span>{formatPercent(ppm, locale, digits)}</span>
}

type BytesTextProps = { bytes: number }

export function BytesText({ bytes }: BytesTextProps) {
  const locale = useLocale()
  return <span className="nw">{formatBytes(bytes, locale)}</span>
}
