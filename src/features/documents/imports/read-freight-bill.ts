import { toMinorText } from '@/formats/exact-text'
import { findLabelledFields } from '@/formats/pdf/find-labelled-fields'
import type { FoundReference } from '@/formats/pdf/find-references'
import type { DeliveryPaper } from '@/formats/pdf/read-delivery-paper'
import type { StagedRow } from '@/formats/staged-row'
import { dayOf, decimalOf, labelled } from './labelled-values'

const TOTAL =
  /^(?:(?:grand\s+)?total(?:\s+(?:charges?|freight|amount|due|net))*|(?:amount|balance)\s+due|net\s+charges?|gesamtbetrag|rechnungsbetrag|zahlbetrag|总金额|合计|运费合计|应付金额)$/i
const NUMBER = /^(?:(?:freight\s+)?(?:bill|invoice)(?:\s+(?:no\.?|number|#))?|rechnung(?:snummer|s-?nr\.?)?|账单号码?|发票号码?)$/i
const DATE = /^(?:(?:bill|invoice|freight bill)?\s*date|billed(?:\s+on)?|rechnungsdatum|datum|日期|账单日期|开票日期)$/i
const SIGNS: Readonly<Record<string, string>> = { $: 'USD', '€': 'EUR', '£': 'GBP', '¥': 'CNY', 元: 'CNY' }

/** A freight bill on paper as a row of kind 'freight-bill': that we paid this carrier. None without carrier, number and total. */
export function readFreightBill(
  pages: readonly (readonly string[])[],
  paper: DeliveryPaper,
  references: readonly FoundReference[],
): StagedRow[] {
  const fields = findLabelledFields(pages)
  const named = (kind: string) => references.find((reference) => reference.kind === kind)?.value ?? null
  const pro = named('pro')
  const carrier = paper.carrier?.scac ?? (paper.carrier?.name || null)
  const number = /^[A-Z0-9][A-Z0-9./-]{3,}/i.exec(labelled(fields, NUMBER) ?? '')?.[0] ?? pro
  const total = labelled(fields, TOTAL)
  const currency = currencyOf(total ?? '') ?? currencyOf(labelled(fields, /^(?:currency|währung|币种|货币)$/i) ?? '') ?? 'USD'
  const amountMinor = toMinorText(decimalOf(total), currency)
  if (carrier === null || number === null || amountMinor === null) return []
  const place = fields.find((field) => TOTAL.test(field.label))
  return [
    {
      kind: 'freight-bill',
      position: `page ${place?.page ?? 1} line ${place?.line ?? 1}`,
      values: {
        carrier,
        number,
        pro,
        bol: named('bol'),
        poNumber: named('po'),
        billedOn: dayOf(labelled(fields, DATE), fields),
        amountMinor,
        currency,
      },
    },
  ]
}

function currencyOf(text: string): string | null {
  const code = /(?<![A-Z])(USD|EUR|CNY|CAD|GBP|MXN)(?![A-Z])/.exec(text)?.[1]
  const sign = /[$€£¥元]/.exec(text)?.[0]
  return code ?? (sign === undefined ? null : (SIGNS[sign] ?? null))
}
