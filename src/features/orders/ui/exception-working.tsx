import { MoneyText } from '@/ui/money-text'
import { NumberText } from '@/ui/number-text'
import type { ExceptionRow } from '../queries/exception-columns'
import { readStepFigure } from '../rules/exception-step'
import { FigureText } from './figure-text'

type ExceptionWorkingProps = { exception: ExceptionRow }

/** How what is at stake is reckoned out of the figures above it, where one line can say it. */
export function ExceptionWorking({ exception }: ExceptionWorkingProps) {
  const textOf = (name: string) => exception.steps.find((step) => step.step === name)?.value ?? null
  if (exception.kind === 'price') return <PriceWorking textOf={textOf} currency={exception.currency} />
  if (exception.kind !== 'terms') return null
  const isDays = textOf('days-lost') !== null
  const factors = isDays ? ['order-value', 'days-lost', 'cost-of-year'] : ['order-value', 'discount-lost']
  if (factors.some((name) => textOf(name) === null)) return null
  return (
    <small className="m nw">
      {factors.map((name, index) => (
        <span key={name}>
          {index > 0 && ' × '}
          <FigureText step={name} text={textOf(name)} currency={exception.currency} />
        </span>
      ))}
      {isDays && ' ÷ 365'}
    </small>
  )
}

type PriceWorkingProps = { textOf: (name: string) => string | null; currency: string }

/** The price difference times the quantity. */
function PriceWorking({ textOf, currency }: PriceWorkingProps) {
  const [expected, actual, quantity] = ['agreed-price', 'ordered-price', 'quantity'].map((name) => readStepFigure(name, textOf(name)))
  if (expected?.type !== 'price' || actual?.type !== 'price' || quantity?.type !== 'quantity') return null
  const gap = expected.micros > actual.micros ? expected.micros - actual.micros : actual.micros - expected.micros
  return (
    <small className="m nw">
      <NumberText value={quantity.quantity} /> × <MoneyText value={{ minor: gap / 10_000n, currency }} />
    </small>
  )
}
