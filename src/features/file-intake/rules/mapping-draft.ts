import { isNumber, type MappedColumn, type MappingDefinition, type MappingTarget } from './mapping'

/** How a column writes dates or numbers; `readings` shows what each way would make of it while the question is open. */
export type DialectView = {
  dialect: string
  because: 'values' | 'other-columns' | 'open'
  readings: readonly { dialect: string; samples: readonly { text: string; value: string | null }[]; unreadable: number }[]
}

/** A column of the file as a person sees it. */
export type ColumnView = {
  key: string
  title: string
  group: string
  filled: number
  negativePercent: number
  samples: readonly string[]
  type: 'empty' | 'date' | 'amount' | 'integer' | 'text'
  numbers: DialectView
  dates: DialectView
}

export type ProposalView = { key: string; field: string; confidence: number; because: readonly string[]; likeTitle: string | null }

/** What a table would be as one kind. */
export type KindView = { kind: string; columns: readonly ProposalView[] }

/** A question that two readings of one column leave open. */
export type OpenQuestion = { key: string; title: string; what: 'dates' | 'numbers'; answer: string; readings: DialectView['readings'] }

// Claims are what was taken from us: most of them negative means that the file shows them from the other side.
const CLAIM_KINDS: ReadonlySet<string> = new Set(['portal-claims'])

/** A mapping as it is proposed for a kind; what an earlier mapping said about the same columns comes before. */
export function draftMapping(
  columns: readonly ColumnView[],
  proposal: KindView,
  target: MappingTarget,
  earlier: MappingDefinition | null,
  encoding: string | null,
): MappingDefinition {
  const same = earlier?.kind === proposal.kind ? earlier : { columns: [], constants: [] }
  const said = new Map(same.columns.map((column) => [column.key, column]))
  const taken = new Set([...columns.flatMap(({ key }) => said.get(key)?.field ?? []), ...same.constants.map(({ field }) => field)])
  const proposed = new Map(proposal.columns.filter(({ field }) => !taken.has(field)).map(({ key, field }) => [key, field]))
  return {
    kind: proposal.kind,
    encoding,
    columns: columns.map((column): MappedColumn => {
      const was = said.get(column.key)
      const field = was === undefined ? (proposed.get(column.key) ?? null) : was.field
      return {
        key: column.key,
        title: column.title,
        field,
        numbers: settled(column.numbers, was?.numbers),
        dates: settled(column.dates, was?.dates),
        isNegated: was?.isNegated ?? (CLAIM_KINDS.has(proposal.kind) && field === target.totalField && column.negativePercent > 50),
      }
    }),
    constants: [...same.constants],
  }
}

// What the values prove stands; an answer given before holds where they prove nothing and it is one of the readings.
function settled({ dialect, readings }: DialectView, said: string | undefined): string {
  if (dialect !== 'ambiguous') return dialect
  return said !== undefined && readings.some((reading) => reading.dialect === said) ? said : 'ambiguous'
}

/** The mapping with one column meaning something else; a field has one column at most. */
export function assignField(definition: MappingDefinition, key: string, field: string | null): MappingDefinition {
  return {
    ...definition,
    columns: definition.columns.map((column) => {
      if (column.key === key) return { ...column, field, isNegated: field === null ? false : column.isNegated }
      return field !== null && column.field === field ? { ...column, field: null } : column
    }),
    constants: definition.constants.filter((constant) => constant.field !== field),
  }
}

/** The mapping with one column changed. */
export function changeColumn(definition: MappingDefinition, key: string, change: Partial<MappedColumn>): MappingDefinition {
  return { ...definition, columns: definition.columns.map((column) => (column.key === key ? { ...column, ...change } : column)) }
}

/** The mapping with a field given one value for all rows; null takes it away. */
export function giveConstant(definition: MappingDefinition, field: string, value: string | null): MappingDefinition {
  const constants = definition.constants.some((constant) => constant.field === field)
    ? definition.constants.flatMap((constant) => (constant.field !== field ? [constant] : value === null ? [] : [{ field, value }]))
    : [...definition.constants, ...(value === null ? [] : [{ field, value }])]
  return { ...definition, constants }
}

/** The questions a person has to answer, about mapped columns only, answered ones included. */
export function openQuestions(definition: MappingDefinition, target: MappingTarget, columns: readonly ColumnView[]): OpenQuestion[] {
  const views = new Map(columns.map((column) => [column.key, column]))
  return definition.columns.flatMap(({ key, title, field, dates, numbers }): OpenQuestion[] => {
    const as = target.fields.find(({ name }) => name === field)?.as
    const view = views.get(key)
    if (as === undefined || view === undefined) return []
    if (as === 'date' && view.dates.because === 'open' && view.dates.readings.length > 0)
      return [{ key, title, what: 'dates', answer: dates, readings: view.dates.readings }]
    if (isNumber(as) && view.numbers.because === 'open' && view.numbers.readings.length > 0)
      return [{ key, title, what: 'numbers', answer: numbers, readings: view.numbers.readings }]
    return []
  })
}

/** The mapping with a question answered, also for every other column whose question has the same readings. */
export function answerQuestion(
  definition: MappingDefinition,
  questions: readonly OpenQuestion[],
  asked: OpenQuestion,
  dialect: string,
): MappingDefinition {
  const alike = questions.filter(
    (other) =>
      other.key === asked.key ||
      (other.what === asked.what && other.answer === 'ambiguous' && other.readings.some((reading) => reading.dialect === dialect)),
  )
  return alike.reduce((made, { key }) => changeColumn(made, key, { [asked.what]: dialect }), definition)
}
