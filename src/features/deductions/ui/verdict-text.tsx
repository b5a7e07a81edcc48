import type { VerdictKind } from '../rules/verdict'

type VerdictTextProps = { verdict: VerdictKind; text: string }

/** The word of a verdict: what we can win back stands out, what is undecided steps back. */
export function VerdictText({ verdict, text }: VerdictTextProps) {
  return <span className={verdict === 'undecided' ? 'q' : verdict === 'valid' ? 'm' : 'b'}>{text}</span>
}
