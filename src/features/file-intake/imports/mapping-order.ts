import type { GivenMapping } from '@/formats/mapping/given-mapping'
import { ENCODINGS, type Encoding } from '@/formats/text/encoding'
import type { NumberDialect } from '@/formats/text/read-amount'
import { DATE_DIALECTS, type DateDialect } from '@/formats/text/read-date'
import type { MappingDefinition } from '../rules/mapping'

type Sender = { customerCode: string | null; customerAccount: string | null }

const NUMBER_DIALECTS: readonly NumberDialect[] = ['point', 'comma', 'space-comma']

/** A mapping as it was saved, as the reader is told it. Words that are no dialect or encoding count as not said. */
export function mappingOrder(definition: MappingDefinition, sender: Sender, isSilent: boolean): GivenMapping {
  return {
    kind: definition.kind,
    encoding: encodingNamed(definition.encoding),
    keys: definition.columns.map(({ key }) => key),
    columns: definition.columns.flatMap(({ key, field, numbers, dates, isNegated }) =>
      field === null ? [] : [{ key, field, numbers: numbersNamed(numbers), dates: datesNamed(dates), isNegated }],
    ),
    constants: definition.constants,
    customerCode: sender.customerCode,
    customerAccount: sender.customerAccount,
    isSilent,
  }
}

/** The encoding of this name; null when there is none. */
export function encodingNamed(name: string | null): Encoding | null {
  return ENCODINGS.find((encoding) => encoding === name) ?? null
}

function numbersNamed(name: string): NumberDialect {
  return NUMBER_DIALECTS.find((dialect) => dialect === name) ?? 'ambiguous'
}

function datesNamed(name: string): DateDialect {
  return DATE_DIALECTS.find((dialect) => dialect === name) ?? 'ambiguous'
}
