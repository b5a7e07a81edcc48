import { createReadStream } from 'node:fs'
import { withPackedFile } from '@/features/file-intake/imports/packed-file'
import { openList, openText } from '@/features/file-intake/imports/read-list-file'
import { salesOrderList } from '@/features/orders/imports/read-sales-orders'
import { readLongList } from '@/formats/fields/read-list'
import type { LongTable } from '@/formats/table'
import { openWorkbook } from '@/formats/xlsx/open-workbook'

// Reads an order list once with the named reader, adding up its net value; run in a process of its own so that memory is its own.

const NET_VALUE = 10
const [reader = '', path = ''] = process.argv.slice(2)
const found = { sum: 0, rows: 0 }
const source = () => createReadStream(path, { highWaterMark: 262_144 })

/** Every cell typed, findings kept, as an import reads it. */
async function readTyped(table: LongTable): Promise<void> {
  await readLongList(
    salesOrderList,
    table,
    { customerHint: null, fileName: 'va05' },
    {
      add({ values }) {
        found.rows += 1
        found.sum += Number(values['netMinor'])
      },
      reject({ problem }) {
        throw new Error(problem.message)
      },
      room: async () => undefined,
      isEmpty: () => found.rows === 0,
      withdraw: () => void Object.assign(found, { sum: 0, rows: 0 }),
    },
  )
}

function addText(cell: unknown): void {
  const cents = Math.round(Number(String(cell).replaceAll(',', '')) * 100)
  if (Number.isNaN(cents)) return
  found.rows += 1
  found.sum += cents
}

const READERS: Record<string, () => Promise<void>> = {
  async csv() {
    const { text } = await openText(source)
    await readTyped(await openList(text))
  },
  async xlsx() {
    await withPackedFile(path, async (packed) => {
      const { tables } = await openWorkbook(packed)
      for (const table of tables) await readTyped(table)
    })
  },
  async exceljs() {
    const { default: Excel } = await import('exceljs')
    const options = { worksheets: 'emit', sharedStrings: 'cache', styles: 'cache', hyperlinks: 'ignore', entries: 'ignore' } as const
    for await (const sheet of new Excel.stream.xlsx.WorkbookReader(path, options))
      for await (const row of sheet) addText(row.getCell(NET_VALUE + 1).value)
  },
  async papaparse() {
    const { default: Papa } = await import('papaparse')
    return new Promise((resolve, reject) => {
      Papa.parse<string[]>(source(), {
        skipEmptyLines: true,
        chunk: ({ data }) => {
          for (const cells of data) addText(cells[NET_VALUE])
        },
        complete: () => resolve(),
        error: reject,
      })
    })
  },
}

const before = process.cpuUsage()
await READERS[reader]?.()
const { user, system } = process.cpuUsage(before)
process.stdout.write(
  JSON.stringify({ ...found, processorSeconds: (user + system) / 1e6, memoryMb: Math.round(process.resourceUsage().maxRSS / 1024) }),
)
