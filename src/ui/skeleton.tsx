import { useTranslations } from 'next-intl'

type SkeletonProps = { width?: number | string; height?: number }

/** A still bar of the size of what will come. */
export function Skeleton({ width = '100%', height = 12 }: SkeletonProps) {
  return <span className="sk" style={{ width, height }} />
}

type TableSkeletonProps = { columns: readonly string[]; rows?: number; kind?: 'worklist' | 'section' }

/** Header and columns at once, rows as bars of the real height. */
export function TableSkeleton({ columns, rows = 12, kind = 'worklist' }: TableSkeletonProps) {
  const t = useTranslations('ui')
  return (
    <div className={kind === 'worklist' ? 'grid-scroll' : 't-scroll'} aria-busy="true">
      <span className="sr-only" role="status">
        {t('loading')}
      </span>
      <table className={kind === 'worklist' ? 'g' : 't'} aria-hidden="true">
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column}>{column}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {Array.from({ length: rows }, (_, row) => (
            <tr key={row}>
              {columns.map((column, index) => (
                <td key={column}>
                  <Skeleton width={`${40 + ((row * 7 + index * 13) % 45)}%`} height={10} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** While a page is on its way: title and a few lines, still. */
export function PageSkeleton() {
  const t = useTranslations('ui')
  return (
    <div className="page" aria-busy="true">
      <span className="sr-only" role="status">
        {t('loading')}
      </span>
      <Skeleton width={240} height={20} />
      {Array.from({ length: 8 }, (_, row) => (
        <Skeleton key={row} width={`${92 - row * 6}%`} />
      ))}
    </div>
  )
}
