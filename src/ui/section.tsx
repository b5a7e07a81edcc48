import type { ReactNode } from 'react'

type SectionProps = {
  title: ReactNode
  /** One quiet fact beside the title. */
  note?: ReactNode
  /** Links or small buttons at the right end of the title line. */
  end?: ReactNode
  id?: string
  level?: 2 | 3
  children: ReactNode
}

/** A titled part of a page, divided by space and hairlines, never boxed. */
export function Section({ title, note, end, id, level = 2, children }: SectionProps) {
  const Heading = level === 2 ? 'h2' : 'h3'
  return (
    <section className="sec" id={id}>
      <div className="sec-head">
        <Heading>{title}</Heading>
        {note !== undefined && <small>{note}</small>}
        {end !== undefined && <div className="end">{end}</div>}
      </div>
      {children}
    </section>
  )
}
