import type { MappingTarget } from '../rules/mapping'
import { LIST_SHAPES } from './list-readers'

/** The kinds that a table can be mapped to, those that portals send most often first. */
export const MAPPING_TARGETS: readonly MappingTarget[] = sorted(
  LIST_SHAPES.map((shape) => ({
    kind: shape.kind,
    fields: Object.entries(shape.fields).map(([name, { as, needs }]) => ({ name, as, needs: needs ?? null })),
    oneOf: shape.oneOf ?? [],
    totalField: shape.totalField ?? null,
    currencyField: shape.currencyField ?? null,
  })),
)

export function targetOf(kind: string): MappingTarget | null {
  return MAPPING_TARGETS.find((target) => target.kind === kind) ?? null
}

function sorted(targets: MappingTarget[]): MappingTarget[] {
  const usual = ['portal-claims', 'remittance-table', 'receipts', 'orders', 'stock-report', 'return-receipts']
  const rank = ({ kind }: MappingTarget) => (usual.includes(kind) ? usual.indexOf(kind) : usual.length)
  return targets.sort((a, b) => rank(a) - rank(b))
}
