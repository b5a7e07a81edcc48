import { niceTicks } from './nice-ticks'

export type ChartColumn = {
  key: string
  label: string
  /** Won: filled. */
  filled: number
  /** Lost: outlined, so that grey print still reads. */
  outlined: number
  /** Above the column, e.g. '75%'. */
  caption?: string
}

type ColumnChartProps = {
  columns: readonly ChartColumn[]
  /** Key of the period under report; drawn in full ink. */
  current?: string
  /** Accessible summary in one sentence. */
  label: string
}

const WIDTH = 552
const LEFT = 30
const BASE = 158
const TOP = 24

/** Two counts per period, stacked: filled and outlined. */
export function ColumnChart({ columns, current, label }: ColumnChartProps) {
  const highest = Math.max(1, ...columns.map((column) => column.filled + column.outlined))
  const yOf = (value: number) => BASE - (value / highest) * (BASE - TOP)
  const stride = (WIDTH - LEFT) / Math.max(1, columns.length)
  const width = Math.min(48, stride * 0.63)
  return (
    <div className="chart-scroll" tabIndex={0} role="group" aria-label={label}>
      <svg className="chart" viewBox={`0 0 ${WIDTH} 180`} role="img" aria-label={label} style={{ font: '11px var(--sans)' }}>
        {niceTicks(highest).map((tick) => (
          <g key={tick}>
            <line x1={LEFT} x2={WIDTH} y1={yOf(tick)} y2={yOf(tick)} stroke="var(--line)" />
            <text x={LEFT - 8} y={yOf(tick) + 4} textAnchor="end" fill="var(--text-3)">
              {tick}
            </text>
          </g>
        ))}
        {columns.map((column, index) => (
          <ColumnMark
            key={column.key}
            column={column}
            x={LEFT + stride * index + (stride - width) / 2}
            width={width}
            yOf={yOf}
            isCurrent={column.key === current}
          />
        ))}
      </svg>
    </div>
  )
}

type ColumnMarkProps = { column: ChartColumn; x: number; width: number; yOf: (value: number) => number; isCurrent: boolean }

function ColumnMark({ column, x, width, yOf, isCurrent }: ColumnMarkProps) {
  const filledTop = yOf(column.filled)
  const top = yOf(column.filled + column.outlined)
  const gap = column.filled > 0 && column.outlined > 0 ? 1.5 : 0
  const ink = isCurrent ? { fill: 'var(--text)', fontWeight: 600 } : { fill: 'var(--text-2)', fontWeight: 400 }
  return (
    <g>
      <rect x={x} y={filledTop} width={width} height={BASE - filledTop} fill="var(--done)" fillOpacity={isCurrent ? 1 : 0.72} />
      {column.outlined > 0 && (
        <rect x={x} y={top} width={width} height={Math.max(0, filledTop - top - gap)} fill="none" stroke="var(--n-500)" />
      )}
      {column.caption !== undefined && (
        <text x={x + width / 2} y={top - 5} textAnchor="middle" {...ink}>
          {column.caption}
        </text>
      )}
      <text x={x + width / 2} y={176} textAnchor="middle" fill={isCurrent ? 'var(--text)' : 'var(--text-3)'} fontWeight={ink.fontWeight}>
        {column.label}
      </text>
    </g>
  )
}
