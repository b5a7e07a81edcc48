/** A run of text as the PDF draws it: where it starts on the page (points, upwards), its size and its direction in radians. */
export type Glyphs = { text: string; x: number; y: number; width: number; height: number; angle: number; isEnd: boolean }

type Line = { y: number; height: number; runs: Glyphs[] }

/**
 * Rebuilds lines in reading order from runs drawn in any order: by height on the page, then from left to right.
 * A gap of a blank's width becomes a blank, a wide gap two, so that columns stay apart. Text turned by quarter turns
 * (landscape scans, `rotate` of the page) is turned back first.
 */
export function arrangeLines(glyphs: readonly Glyphs[], rotate: number): string[] {
  const lines: Line[] = []
  const turned = glyphs.map((run) => turnBack(run, commonTurn(glyphs, rotate)))
  for (const run of turned.sort((a, b) => b.y - a.y || a.x - b.x)) {
    if (run.text.trim() === '' && run.width === 0) continue
    const last = lines.at(-1)
    if (last !== undefined && last.y - run.y < Math.max(1, Math.min(last.height, run.height) * 0.5)) last.runs.push(run)
    else lines.push({ y: run.y, height: run.height, runs: [run] })
  }
  return lines.map((line) => joinRuns(line.runs)).filter((text) => text !== '')
}

function joinRuns(runs: Glyphs[]): string {
  let text = ''
  let end = Number.NEGATIVE_INFINITY
  let lastText = ''
  let lastX = Number.NEGATIVE_INFINITY
  for (const run of runs.sort((a, b) => a.x - b.x)) {
    // Bold by double printing: the same run almost at the same place.
    if (run.text === lastText && Math.abs(run.x - lastX) < run.height * 0.15) continue
    const gap = run.x - end
    const size = run.height || 10
    if (text !== '') text += gap > size * 1.6 ? '  ' : gap > size * 0.15 ? ' ' : ''
    text += run.text
    end = Math.max(end, run.x + run.width)
    lastText = run.text
    lastX = run.x
  }
  return text
    .replace(/[\u00a0\t]/g, ' ')
    .replace(/ {3,}/g, '  ')
    .trim()
}

/** Quarter turns that most of the text has. */
function commonTurn(glyphs: readonly Glyphs[], rotate: number): number {
  const counts = [0, 0, 0, 0]
  for (const run of glyphs) {
    const turn = ((Math.round(run.angle / (Math.PI / 2)) % 4) + 4) % 4
    counts[turn] = (counts[turn] ?? 0) + run.text.length
  }
  const most = Math.max(...counts)
  return most === 0 ? ((Math.round(rotate / 90) % 4) + 4) % 4 : counts.indexOf(most)
}

function turnBack(run: Glyphs, turn: number): Glyphs {
  if (turn === 1) return { ...run, x: run.y, y: -run.x }
  if (turn === 2) return { ...run, x: -run.x, y: -run.y }
  if (turn === 3) return { ...run, x: -run.y, y: run.x }
  return { ...run }
}
