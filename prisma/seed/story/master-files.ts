import { DISPUTE_WINDOWS } from '../reference/dispute-windows'
import { AGREEMENTS } from './agreements'
import { decimal, decimalComma } from './amounts'
import type { StoryCalendar } from './calendar'
import { CARRIERS } from './carriers'
import { CLAIM_KINDS, codeOf, edifactCodeOf, wordsOf, x12CodeOf } from './claim-codes'
import { customerItem } from './customer-items'
import { CUSTOMERS, DEALERS } from './customers'
import { existing } from './dice'
import { ITEMS } from './items'
import { priceSpans } from './prices'
import type { StoryShelves } from './story-file'
import { csvRow, encoded } from './text'

type Row = readonly (string | number | null)[]

/** Master data as our own systems export it: customers, articles, prices, agreements, codes, windows. */
export function writeMaster(shelves: StoryShelves, calendar: StoryCalendar): void {
  const write = (name: string, header: string, rows: readonly Row[]) =>
    shelves.put('master', `master/${name}.csv`, encoded(`${[header, ...rows.map((row) => csvRow(row))].join('\n')}\n`))
  write(
    'customers',
    'customer,account,name,parent,style,company_code,currency,net_days,discount_pct,discount_days,freight_terms,fine_pct,payment_cycle_days,edi_id,credit_status',
    customerRows(),
  )
  write('ship_to', 'customer,account,number,name,city,region,postal_code,gln', siteRows())
  write(
    'materials',
    'material,vendor_part,description,family,upc,gtin14,inner_pack,case_pack,pallet_qty,weight_g,serialised,lithium',
    materialRows(),
  )
  write(
    'customer_materials',
    'customer,material,customer_item,upc',
    CUSTOMERS.flatMap((customer) => ITEMS.map((item) => [customer.id, item.material, customerItem(customer, item), item.upc])),
  )
  writePrices(shelves, calendar)
  writeAgreements(write, calendar)
  write('reason_codes', 'customer,code,x12_426,edifact_4465,text', codeRows())
  const windows = DISPUTE_WINDOWS.map((one) => [
    one.customer,
    one.type,
    one.days,
    one.anchor,
    one.source,
    calendar.iso(-20),
    one.confidence,
  ])
  write('dispute_windows', 'customer,type,days,anchor,source,checked_on,confidence', windows)
  write(
    'freight_tariff',
    'carrier,base_usd,per_carton_usd',
    CARRIERS.map((one) => [one.scac, decimal(one.baseFreight), decimal(one.freightPerCarton)]),
  )
}

function customerRows(): Row[] {
  const own = CUSTOMERS.map((one) => [
    one.id,
    one.account,
    one.name,
    '',
    one.style,
    one.companyCode,
    one.currency,
    one.netDays,
    one.discountPercent,
    one.discountDays,
    one.freightTerms,
    one.finePercent,
    one.cycleDays,
    one.ediId,
    one.id === 'C08' ? 'review' : '',
  ])
  const parent = existing(CUSTOMERS.find((one) => one.habit === 'dealers'))
  const dealers = DEALERS.map((one) => [
    parent.id,
    one.account,
    one.name,
    parent.account,
    'dealer',
    parent.companyCode,
    parent.currency,
    parent.netDays,
    0,
    0,
    'prepaid',
    parent.finePercent,
    parent.cycleDays,
    '',
    '',
  ])
  return [...own, ...dealers]
}

function siteRows(): Row[] {
  return CUSTOMERS.flatMap((customer) =>
    customer.sites.map((site) => [customer.id, site.account, site.number, site.name, site.city, site.region, site.postalCode, site.gln]),
  )
}

function materialRows(): Row[] {
  return ITEMS.map((item) => [
    item.material,
    item.vendorPart,
    item.description,
    item.family,
    item.upc,
    item.gtin14,
    1,
    item.casePack,
    item.palletQuantity,
    item.weightGrams,
    item.isSerialised ? 'X' : '',
    item.hasLithium ? 'X' : '',
  ])
}

function writePrices(shelves: StoryShelves, calendar: StoryCalendar): void {
  for (const company of ['US01', 'DE01', 'CN01'] as const) {
    const isGerman = company === 'DE01'
    const header = isGerman
      ? 'Kunde;Material;Gültig ab;Gültig bis;Preis €;Währung;Angelegt am'
      : 'customer,material,valid_from,valid_to,price,currency,created_on'
    const day = isGerman ? calendar.german : calendar.iso
    const rows = CUSTOMERS.filter((customer) => customer.companyCode === company).flatMap((customer) =>
      ITEMS.flatMap((item) =>
        priceSpans(customer, item).map((span) =>
          csvRow(
            [
              customer.account,
              item.material,
              day(span.from),
              day(span.to),
              (isGerman ? decimalComma : decimal)(span.price),
              customer.currency,
              day(span.createdDay),
            ],
            isGerman ? ';' : ',',
          ),
        ),
      ),
    )
    shelves.put(
      'master',
      `master/price_conditions_${company.toLowerCase()}.csv`,
      encoded(`${[header, ...rows].join('\n')}\n`, isGerman ? 'win1252' : 'utf8'),
    )
  }
}

function writeAgreements(write: (name: string, header: string, rows: readonly Row[]) => void, calendar: StoryCalendar): void {
  write(
    'agreements',
    'agreement,customer,kind,family,valid_from,valid_to,percent,unit_limit_per_order_line,claim_days_after_drop,text',
    AGREEMENTS.map((one) => [
      one.number,
      one.customer,
      one.kind,
      one.family,
      calendar.iso(one.from),
      calendar.iso(one.to),
      one.percent,
      one.unitLimit,
      one.claimDaysAfterDrop,
      one.text,
    ]),
  )
  write(
    'agreement_materials',
    'agreement,material',
    AGREEMENTS.flatMap((one) => one.items.map((item) => [one.number, item.material])),
  )
}

function codeRows(): Row[] {
  return CUSTOMERS.flatMap((customer) => {
    const seen = new Set<string>()
    return CLAIM_KINDS.flatMap((kind) => {
      const code = codeOf(customer, kind)
      if (code === null || seen.has(code)) return []
      seen.add(code)
      return [[customer.id, code, x12CodeOf(kind), edifactCodeOf(kind), wordsOf(customer, kind)]]
    })
  })
}
