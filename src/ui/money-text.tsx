import { useLocale } from 'next-intl'
import { formatAmount, formatMoney, type MoneyLike } from '@/i18n/formats'
import { classNames } from './class-names'
import { TONE_CLASS, type Tone } from './status-mark'

type MoneyTextProps = {
  value: MoneyLike
  tone?: Tone
  strong?: boolean
  /** '+' in front of gains, for changes. */
  sign?: boolean
  /** Whole units only, for tabs and charts. */
  rounded?: boolean
  /** Digits without the currency sign, where the column names the currency. */
  bare?: boolean
  /** Nothing reads 0.00 in quiet ink; a total that proves a tie-out shows its sign ('$0.00'). */
  zero?: 'quiet' | 'full'
}

/** An amount: grouped, with its currency, minus as U+2212. Currencies are never added; show one figure per currency. */
export function MoneyText({ value, tone = 'plain', strong, sign, rounded, bare, zero = 'quiet' }: MoneyTextProps) {
  const locale = useLocale()
  const isNothing = BigInt(value.minor) === 0n
  if (isNothing && zero === 'quiet') return <span className="q nw">{formatAmount(value, locale)}</span>
  const text = bare ? formatAmount(value, locale) : formatMoney(value, locale, { sign: sign === true, decimals: rounded !== true })
  return <span className={classNames('nw', TONE_CLASS[tone], strong && 'b')}>{text}</span>
}
