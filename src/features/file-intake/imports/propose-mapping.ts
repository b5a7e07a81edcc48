import type { Actor } from '@/core/actor'
import { type KnownShares, REGISTERS } from '@/formats/mapping/judge-values'
import { type KindProposal, proposeKinds } from '@/formats/mapping/propose-columns'
import type { TableSurvey } from '@/formats/mapping/survey-table'
import { findKnownValues } from '../queries/find-known-values'
import { LIST_SHAPES } from './list-readers'

/** Proposes for every kind which column of a table means what, by titles, values and our own records; the likeliest kind first. */
export async function proposeMapping(actor: Actor, table: TableSurvey): Promise<KindProposal[]> {
  const named = table.columns.filter(({ type }) => type === 'text' || type === 'integer')
  const known = await findKnownValues(
    actor,
    named.flatMap(({ samples }) => samples),
  )
  const registers = new Map<string, Set<string>>()
  for (const { value, register } of known) registers.set(register, (registers.get(register) ?? new Set()).add(value))
  const shares = new Map(named.map(({ key, samples }) => [key, sharesOf(samples, registers)]))
  return proposeKinds(table.columns, LIST_SHAPES, shares)
}

function sharesOf(samples: readonly string[], registers: ReadonlyMap<string, ReadonlySet<string>>): KnownShares {
  if (samples.length === 0) return {}
  return Object.fromEntries(
    REGISTERS.map((register) => {
      const hits = samples.filter((sample) => registers.get(register)?.has(sample)).length
      return [register, Math.round((hits * 100) / samples.length)]
    }),
  )
}
