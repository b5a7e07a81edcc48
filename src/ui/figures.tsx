import { Fragment, type ReactNode } from 'react'
import { TONE_CLASS, type Tone } from './status-mark'

export type Figure = {
  key: string
  term: string
  /** '+', '−' or '=' before the figure, for a roll-forward that adds up. */
  sign?: '+' | '−' | '='
  /** A link that opens the rows behind the figure, or a `MoneyText`. */
  value: ReactNode
  note?: ReactNode
  tone?: Tone
}

type FiguresProps = { items: readonly Figure[] }

/** A row of large figures that adds up. */
export function Figures({ items }: FiguresProps) {
  return (
    <dl className="figures">
      {items.map((item) => (
        <div key={item.key}>
          <dt>{item.term}</dt>
          <dd className={`fig ${TONE_CLASS[item.tone ?? 'plain']}`}>
            {item.sign && <i>{item.sign}</i>}
            {item.value}
          </dd>
          {item.note !== undefined && <dd className="note">{item.note}</dd>}
        </div>
      ))}
    </dl>
  )
}

type NextActionProps = {
  label: string
  /** What to do, in bold, then what it is worth and by when. */
  children: ReactNode
  /** Buttons; the primary one performs the action. */
  actions?: ReactNode
}

/** The one framed block of a page: what to do next. */
export function NextAction({ label, children, actions }: NextActionProps) {
  return (
    <div className="next-action">
      <span className="m">{label}</span>
      <Fragment>{children}</Fragment>
      <span className="sp" />
      {actions}
    </div>
  )
}
