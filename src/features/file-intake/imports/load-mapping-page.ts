import type { Actor } from '@/core/actor'
import { findCustomerNames } from '@/features/customers/queries/find-customer-names'
import type { TableSurvey } from '@/formats/mapping/survey-table'
import { findEarlierMappings, findWaitingAlike, type MappableImport } from '../queries/find-mappable-import'
import { findSender, findStoredSender } from '../queries/find-saved-mappings'
import { checkMapping } from '../rules/check-mapping'
import { mostLike } from '../rules/compare-mappings'
import { customerHint } from '../rules/customer-hint'
import type { MappingDefinition } from '../rules/mapping'
import { draftMapping } from '../rules/mapping-draft'
import type { MappingView } from '../schemas'
import type { Draft, EarlierView, MappingPageData } from '../ui/mapping-page-data'
import type { FileSurvey } from './file-survey'
import { surveyImport, tryMapping } from './look-at-import'
import type { MappedPreview } from './map-content'
import { encodingNamed, mappingOrder } from './mapping-order'
import { MAPPING_TARGETS } from './mapping-targets'
import { proposeMapping } from './propose-mapping'

export type LoadedMappingPage = { data: MappingPageData; draft: Draft; preview: MappedPreview | null }

const SAMPLES = 12

/** Everything the mapping page of a file starts with; null when the file holds no table with rows. */
export async function loadMappingPage(actor: Actor, batch: MappableImport, view: MappingView): Promise<LoadedMappingPage | null> {
  const headerRow = view.header
  const survey = await surveyImport(batch, { encoding: encodingNamed(view.encoding), headerRow })
  const table = survey === null ? undefined : chosenTable(survey, view.sheet)
  if (survey === null || table === undefined) return null
  const [proposals, customers, saved, alike, sender] = await Promise.all([
    proposeMapping(actor, table),
    findCustomerNames(actor),
    findEarlierMappings(actor),
    findWaitingAlike(actor, batch.id, table.fingerprint),
    findSender(customerHint(batch.path)),
  ])
  const customerOfPlace = customers.find(({ code }) => code === sender)?.id ?? null
  const earlier = earlierFor(table, saved, customerOfPlace)
  const data: MappingPageData = {
    batch: { id: batch.id, number: batch.number, fileName: batch.fileName },
    sheet: table.sheet,
    sheets: survey.tables.map(({ sheet }) => sheet),
    fingerprint: table.fingerprint,
    headerRow,
    foundHeaderRow: table.headerRow,
    rows: table.rows,
    columns: table.columns.map((column) => ({ ...column, samples: column.samples.slice(0, SAMPLES) })),
    proposals: proposals.map(({ kind, columns }) => ({ kind, columns })),
    targets: MAPPING_TARGETS,
    customers: customers.map(({ id, code, name }) => ({ id, code, name })),
    seesAllCustomers: actor.customerIds === 'all',
    top: table.top,
    encoding: survey.encoding,
    isEncodingOpen: !survey.isEncodingSure,
    encodings: survey.encodings.map(({ encoding, rows }) => ({ encoding, rows })),
    earlier,
    alike,
  }
  const draft = startDraft(data, encodingOf(survey), customerOfPlace ?? earlier?.customerId ?? onlyOf(customers))
  return { data, draft, preview: await firstPreview(actor, batch, data, draft) }
}

/** The sheet asked for, else the one with most rows. */
function chosenTable({ tables }: FileSurvey, sheet: string): TableSurvey | undefined {
  return tables.find((table) => table.sheet === sheet) ?? [...tables].sort((a, b) => b.rows - a.rows)[0]
}

// A mapping of the same sender for this very header comes first, then one of anybody, then a header that is only alike.
function earlierFor(
  table: TableSurvey,
  saved: Awaited<ReturnType<typeof findEarlierMappings>>,
  customerId: string | null,
): EarlierView | null {
  const own = customerId === null ? saved : saved.filter((mapping) => mapping.customerId === customerId)
  const same = [...own, ...saved].find(({ fingerprint }) => fingerprint === table.fingerprint)
  const keys = table.columns.map(({ key }) => key)
  const found = same ?? mostLike(keys, own) ?? mostLike(keys, saved)
  return found === null || found === undefined ? null : { ...found, isSameHeader: found.fingerprint === table.fingerprint }
}

function startDraft(data: MappingPageData, encoding: string | null, customerId: string | null): Draft {
  const kind = data.earlier?.definition.kind ?? data.proposals[0]?.kind
  const proposal = data.proposals.find((one) => one.kind === kind) ?? data.proposals[0]
  const target = data.targets.find((one) => one.kind === proposal?.kind)
  const nothing: MappingDefinition = { kind: '', encoding, columns: [], constants: [] }
  const definition = proposal && target ? draftMapping(data.columns, proposal, target, data.earlier?.definition ?? null, encoding) : nothing
  return { definition, customerId, alsoIds: data.alike.map(({ id }) => id) }
}

// UTF-8 and plain ASCII prove themselves in every file; any other encoding is said once and remembered.
function encodingOf({ encoding, isEncodingSure, encodings }: FileSurvey): string | null {
  return isEncodingSure && encodings.length > 0 ? encoding : null
}

function onlyOf(customers: readonly { id: string }[]): string | null {
  return customers.length === 1 ? (customers[0]?.id ?? null) : null
}

async function firstPreview(actor: Actor, batch: MappableImport, data: MappingPageData, draft: Draft): Promise<MappedPreview | null> {
  const target = data.targets.find(({ kind }) => kind === draft.definition.kind) ?? null
  if (data.isEncodingOpen || checkMapping(draft.definition, target, draft.customerId !== null).length > 0) return null
  const sender = await findStoredSender(actor, draft.customerId)
  return sender === null ? null : tryMapping(batch, mappingOrder(draft.definition, sender, false), data.headerRow)
}
