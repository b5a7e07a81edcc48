import { titleKey } from './table'

// Words that stand in column titles and hardly ever in values; Chinese and German exports included.
const WORDS =
  /invoice|number|amount|date|quantity|qty|price|cost|total|description|reason|code|item|order|store|customer|payment|check|document|currency|discount|net|gross|reference|claim|type|units?|upc|sku|asin|material|name|carrier|location|remark|status|rechnung|betrag|datum|menge|preis|bestell|beleg|debitor|kunde|w[aä]hr|grund|lieferung|position|bezeichnung|werk|zuordnung|referenz|金额|日期|时间|单号|编号|编码|数量|单价|原因|代码|名称|货币|物料|订单|凭证|备注|类型|状态|说明|项目|客户|仓库|参考|交易|商品/i

/** How many of the cells read like column titles that business files use. */
export function countTitleWords(cells: readonly string[]): number {
  return cells.filter((cell) => cell.length <= 40 && WORDS.test(cell)).length
}

const TOTAL =
  /^(?:grand|sub|stub|report|page|payment|overall|check|net)?(?:totals?|sum)(?:[a-z]{0,12})$|^(?:gesamt|end|zwischen)?summe$|^gesamt(?:betrag)?$|^\p{Script=Han}{0,6}(?:合计|总计|小计|总额|累计)$/u

/** True for a cell that announces a total: 'Total', 'STUB TOTAL', 'Summe', '合计', '**'. */
export function isTotalWord(cell: string): boolean {
  return /^\*{1,4}$/.test(cell.trim()) || TOTAL.test(titleKey(cell))
}
