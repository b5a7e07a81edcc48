import type { StagedRow } from '@/formats/staged-row'

type Values = StagedRow['values']

/** One row of a kind as its reader stages it, and the parts in which a changed copy of the same document differs. */
export type StagedSample = {
  kind: string
  table: string
  values: Values
  changed: Values | null
  isFact?: true
}

const CUSTOMER = { customer: 'K01' }
/** The article of all samples. */
export const ITEM = '000000000005000001'
/** A document or condition with a key: said again it is known, said otherwise it is a version. */
export const record = (kind: string, table: string, values: Values, changed: Values): StagedSample => ({
  kind,
  table,
  values: { ...CUSTOMER, ...values },
  changed,
})
/** A fact that is only ever added: equal ones of one document are distinct. */
export const fact = (kind: string, table: string, values: Values): StagedSample => ({
  kind,
  table,
  values: { ...CUSTOMER, ...values },
  changed: null,
  isFact: true,
})
