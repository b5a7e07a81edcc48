import type { Citation, Step } from './verdict'

// The field of the record behind a figure, as its reader calls it, where the label of the step is another.
const FIELDS: Readonly<Record<string, string>> = {
  deliverBy: 'shipBy',
  carrierOrdered: 'carrier',
  carrierUsed: 'carrier',
  discountRate: 'discountPpm',
  deliveredOn: 'happenedOn',
  pickedUpOn: 'happenedOn',
  cartonsPlanned: 'cartons',
  orderedPrice: 'priceMicros',
  billedPrice: 'priceMicros',
  invoiced: 'quantity',
  shipped: 'quantity',
  claimed: 'quantity',
}

/** The address of a figure in the file it stands in: the place, the field and the value that is meant there; null without a record. */
export function citedAddress(citation: Citation, step: Pick<Step, 'label' | 'value'>): string | null {
  if (citation.id === null) return null
  if (citation.document === 'trade-rule') return '/admin/rules'
  if (citation.document === 'deduction' && citation.position === null) return `/deductions/${citation.id}`
  const query = new URLSearchParams({
    ...(citation.position === null ? {} : { position: citation.position }),
    field: citedField(step.label),
    says: citation.says,
    kind: step.value.type,
  })
  return `/imports/record/${citation.document}/${citation.id}?${query.toString()}`
}

/** The field of the record that a step reads. */
export function citedField(label: string): string {
  return FIELDS[label] ?? label
}
