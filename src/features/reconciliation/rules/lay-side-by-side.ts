/** One line of a paper as far as it is compared; quantities in the paper's own unit. */
export type ComparedLine = {
  record: string
  number: string
  line: string | null
  item_id: string | null
  item: string | null
  quantity: bigint | null
  unit: string | null
  price: string | null
}

export type SideField = 'quantity' | 'unit' | 'price'

/** What one paper says of one article: its lines, their sum, and the first unit and price it names. */
export type SideCell<Line> = { lines: Line[]; quantity: bigint | null; unit: string | null; price: string | null }

/** One article across all papers; `differs` names the fields that are not the same wherever a paper speaks. */
export type SideRow<Line> = {
  key: string
  item: string | null
  cells: (SideCell<Line> | null)[]
  differs: ReadonlySet<SideField>
  isMissing: boolean
}

export type SideBySide<Line> = { papers: { record: string; number: string; lines: Line[] }[]; rows: SideRow<Line>[] }

/**
 * Lays the lines of papers side by side, one row per article (per line where no article is known), one column per paper in the
 * order given. Rows that differ or are missing somewhere come first: they are what one came for.
 */
export function laySideBySide<Line extends ComparedLine>(lines: readonly Line[]): SideBySide<Line> {
  const papers = [...Map.groupBy(lines, (line) => `${line.record} ${line.number}`).values()].map((own) => ({
    record: own[0]?.record ?? '',
    number: own[0]?.number ?? '',
    lines: own,
  }))
  const rows = [...Map.groupBy(lines, rowKey)].map(([key, own]): SideRow<Line> => {
    const cells = papers.map((paper) => cellOf(own.filter((line) => line.record === paper.record && line.number === paper.number)))
    return {
      key,
      item: own.find((line) => line.item !== null)?.item ?? null,
      cells,
      differs: fieldsThatDiffer(cells),
      isMissing: cells.includes(null),
    }
  })
  const weight = (row: SideRow<Line>) => (row.differs.size > 0 || row.isMissing ? 0 : 1)
  return { papers, rows: rows.toSorted((left, right) => weight(left) - weight(right)) }
}

// SAP counts its lines in tens; an article is the surer key.
function rowKey(line: ComparedLine): string {
  return line.item_id ?? `line ${line.line ?? ''}`
}

function cellOf<Line extends ComparedLine>(lines: Line[]): SideCell<Line> | null {
  if (lines.length === 0) return null
  const counted = lines.flatMap((line) => (line.quantity === null ? [] : [line.quantity]))
  return {
    lines,
    quantity: counted.length === 0 ? null : counted.reduce((sum, quantity) => sum + quantity, 0n),
    unit: lines.find((line) => line.unit !== null)?.unit ?? null,
    price: lines.find((line) => line.price !== null)?.price ?? null,
  }
}

function fieldsThatDiffer(cells: readonly (SideCell<ComparedLine> | null)[]): ReadonlySet<SideField> {
  const fields: SideField[] = ['quantity', 'unit', 'price']
  return new Set(
    fields.filter(
      (field) => new Set(cells.flatMap((cell) => (cell === null || cell[field] === null ? [] : [String(cell[field])]))).size > 1,
    ),
  )
}
