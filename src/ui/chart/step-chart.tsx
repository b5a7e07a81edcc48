import { useLocale } from 'next-intl'
import { formatNumber } from '@/i18n/formats'
import { differFromFirst, scaleSteps } from './scale-steps'

export type Step = {
  key: string
  label: string
  /** Date or source under the label. */
  note?: string
  /** Null when nobody has written a quantity down for this step. */
  quantity: number | null
}

type StepChartProps = {
  steps: readonly Step[]
  /** Index of the first step that differs from the one before; null when all agree. */
  differsAt: number | null
  /** Sentence at the break: 'First step that differs: −24, after the dock'. */
  differsText?: string
  /** Accessible summary: 'Quantity by step for line 20: 120 until signed for, 96 received'. */
  label: string
}

const WIDTH = 840
const LEFT = 44
const RIGHT = 832

/** Quantity by step as a level line that breaks where the first step differs; what differs from the first quantity is red. */
export function StepChart({ steps, differsAt, differsText, label }: StepChartProps) {
  const locale = useLocale()
  const quantities = steps.map((step) => step.quantity)
  const { yOf, ticks } = scaleSteps(quantities)
  const differs = differFromFirst(quantities)
  const stride = (RIGHT - LEFT) / Math.max(1, steps.length)
  return (
    <div className="chart-scroll" tabIndex={0} role="group" aria-label={label}>
      <svg className="chart" viewBox={`0 0 ${WIDTH} 124`} role="img" aria-label={label} style={{ font: '12px var(--sans)' }}>
        {ticks.map((tick) => (
          <g key={tick}>
            <line x1={LEFT} x2={836} y1={yOf(tick)} y2={yOf(tick)} stroke="var(--line)" />
            <text x={36} y={yOf(tick) + 4} textAnchor="end" fill="var(--text-3)">
              {formatNumber(tick, locale)}
            </text>
          </g>
        ))}
        {steps.map((step, index) => (
          <StepMark
            key={step.key}
            step={step}
            x={LEFT + stride * index}
            stride={stride}
            y={step.quantity === null ? null : yOf(step.quantity)}
            isDifferent={differsAt !== null && differs[index] === true}
            isFirstDifferent={index === differsAt}
            text={step.quantity === null ? '?' : formatNumber(step.quantity, locale)}
          />
        ))}
        {differsAt !== null && (
          <BreakMark
            steps={steps}
            at={differsAt}
            x={LEFT + stride * differsAt}
            yOf={yOf}
            {...(differsText === undefined ? {} : { text: differsText })}
          />
        )}
      </svg>
    </div>
  )
}

type StepMarkProps = {
  step: Step
  x: number
  stride: number
  y: number | null
  isDifferent: boolean
  isFirstDifferent: boolean
  text: string
}

function StepMark({ step, x, stride, y, isDifferent, isFirstDifferent, text }: StepMarkProps) {
  const middle = x + stride / 2
  const ink = isDifferent ? 'var(--over)' : 'var(--n-700)'
  return (
    <g>
      {y !== null && <path d={`M${x} ${y}H${x + stride}`} stroke={ink} strokeWidth={2.5} fill="none" />}
      <text x={middle} y={(y ?? 54) - 6} textAnchor="middle" fill={y === null ? 'var(--text-3)' : ink} fontWeight={500}>
        {text}
      </text>
      <text
        x={middle}
        y={104}
        textAnchor="middle"
        fill={isFirstDifferent ? 'var(--over)' : 'var(--text)'}
        fontWeight={isFirstDifferent ? 600 : 400}
      >
        {step.label}
      </text>
      {step.note !== undefined && (
        <text x={middle} y={119} textAnchor="middle" fill="var(--text-3)" fontSize={11}>
          {step.note}
        </text>
      )}
    </g>
  )
}

type BreakMarkProps = { steps: readonly Step[]; at: number; x: number; yOf: (quantity: number) => number; text?: string }

function BreakMark({ steps, at, x, yOf, text }: BreakMarkProps) {
  const after = steps[at]?.quantity ?? null
  const before = steps.slice(0, at).findLast((step) => step.quantity !== null)?.quantity ?? null
  if (after === null || before === null) return null
  const middle = (yOf(before) + yOf(after)) / 2
  const isLeft = x > WIDTH / 2
  return (
    <g>
      <path d={`M${x} ${yOf(before)}V${yOf(after)}`} stroke="var(--over)" strokeWidth={2.5} strokeDasharray="3 3" />
      <circle cx={x} cy={middle} r={4} fill="var(--surface)" stroke="var(--over)" strokeWidth={2} />
      {text !== undefined && (
        <text x={isLeft ? x - 10 : x + 10} y={middle + 5} textAnchor={isLeft ? 'end' : 'start'} fill="var(--over)" fontWeight={600}>
          {text}
        </text>
      )}
    </g>
  )
}
