import { parsePriceMicros } from '@/core/money'
import { findLabelledFields, type LabelledField } from '@/formats/pdf/find-labelled-fields'
import type { FoundReference } from '@/formats/pdf/find-references'
import type { StagedRow } from '@/formats/staged-row'
import { dayOf, decimalOf, labelled } from './labelled-values'

/** The authorisation that a return paper grants: one row per article, with what may come back and at which price. */
export function readReturnAuthorisation(pages: readonly (readonly string[])[], references: readonly FoundReference[]): StagedRow[] {
  const fields = findLabelledFields(pages)
  const named = (kind: string) => references.find((reference) => reference.kind === kind)?.value ?? null
  const number = named('rga')
  const articles = fields.filter((field) => /^(?:article|item|artikel|product|物料|商品)$/i.test(field.label))
  if (number === null || articles.length === 0) return []
  return articles.map((article, index) => {
    const after = fields.filter(
      (field) => isAfter(field, article) && !articles.some((next) => isAfter(next, article) && !isAfter(next, field)),
    )
    return {
      kind: 'return-authorisation',
      position: `page ${article.page} line ${article.line}`,
      values: {
        number,
        authorisedOn: dayOf(labelled(fields, /^(?:date|datum|issued(?: on)?|日期)$/i), fields),
        customerName: labelled(fields, /^(?:customer|kunde|客户)$/i),
        poNumber: named('po'),
        invoiceNumber: named('invoice'),
        line: String(index + 1),
        upc: /\bUPC\s*:?\s*(\d{8,14})/i.exec(article.value)?.[1] ?? null,
        vendorPart: /^([A-Z0-9][A-Z0-9-]{2,})\b/.exec(article.value)?.[1] ?? null,
        customerItem: null,
        quantity: /\d+/.exec(labelled(after, /^(?:quantity|qty|menge|数量)/i) ?? '')?.[0] ?? '0',
        priceMicros: priceOf(labelled(after, /price|preis|单价/i)),
      },
    }
  })
}

function isAfter(field: LabelledField, other: LabelledField): boolean {
  return field.page > other.page || (field.page === other.page && field.line > other.line)
}

function priceOf(text: string | null): string | null {
  const decimal = decimalOf(text)
  return decimal === null ? null : (parsePriceMicros(decimal)?.toString() ?? null)
}
