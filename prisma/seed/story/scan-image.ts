import { crc32, deflateSync } from 'node:zlib'
import { dice } from './dice'

// Five columns per letter, lowest bit on top: the usual 5 x 7 display font.
const GLYPHS: Readonly<Record<string, string>> = {
  '0': '3e5149453e',
  '1': '00427f4000',
  '2': '4261514946',
  '3': '2141454b31',
  '4': '1814127f10',
  '5': '2745454539',
  '6': '3c4a494930',
  '7': '0171090503',
  '8': '3649494936',
  '9': '064949291e',
  A: '7e1111117e',
  B: '7f49494936',
  C: '3e41414122',
  D: '7f4141221c',
  E: '7f49494941',
  F: '7f09090901',
  G: '3e4149497a',
  H: '7f0808087f',
  I: '00417f4100',
  J: '2040413f01',
  K: '7f08142241',
  L: '7f40404040',
  M: '7f020c027f',
  N: '7f0408107f',
  O: '3e4141413e',
  P: '7f09090906',
  Q: '3e4151215e',
  R: '7f09192946',
  S: '4649494931',
  T: '01017f0101',
  U: '3f4040403f',
  V: '1f2040201f',
  W: '3f4038403f',
  X: '6314081463',
  Y: '0708700807',
  Z: '6151494543',
  ':': '0036360000',
  '/': '2010080402',
  '-': '0808080808',
  '.': '0060600000',
  ',': '0050300000',
  '(': '001c224100',
  ')': '0041221c00',
  '&': '3649552250',
  '=': '1414141414',
}
const WIDTH = 720
const HEIGHT = 945
const SCALE = 2

/** A grey scan of a paper: its words as dots, paper grain, a slightly crooked sheet. PNG, the same bytes for the same words. */
export function scanOf(title: string, lines: readonly string[]): Uint8Array {
  const random = dice(`scan/${title}/${lines.join()}`)
  const pixels = new Uint8Array(WIDTH * HEIGHT)
  for (let at = 0; at < pixels.length; at++) pixels[at] = 224 + random.whole(0, 22)
  print(pixels, title, 60, 60, SCALE + 1)
  for (const [index, line] of lines.entries()) print(pixels, line, 60, 130 + index * 30, SCALE)
  return png(pixels)
}

function print(pixels: Uint8Array, text: string, left: number, top: number, scale: number): void {
  for (const [position, letter] of [...text.toUpperCase()].entries()) {
    const columns = GLYPHS[letter] ?? ''
    for (let column = 0; column * 2 < columns.length; column++) {
      const bits = Number.parseInt(columns.slice(column * 2, column * 2 + 2), 16)
      for (let row = 0; row < 7; row++) if (bits & (1 << row)) dot(pixels, left + (position * 6 + column) * scale, top + row * scale, scale)
    }
  }
}

// One pixel down every ninety across: the sheet lay crooked on the glass.
function dot(pixels: Uint8Array, x: number, y: number, scale: number): void {
  for (let dy = 0; dy < scale; dy++) {
    for (let dx = 0; dx < scale; dx++) {
      const [px, py] = [x + dx, y + dy + Math.floor(x / 90)]
      if (px < WIDTH && py < HEIGHT) pixels[py * WIDTH + px] = 48
    }
  }
}

/** Eight-bit grey PNG. Source: PNG specification, chunks IHDR, IDAT, IEND. */
function png(pixels: Uint8Array): Uint8Array {
  const rows = new Uint8Array((WIDTH + 1) * HEIGHT)
  for (let y = 0; y < HEIGHT; y++) rows.set(pixels.subarray(y * WIDTH, (y + 1) * WIDTH), y * (WIDTH + 1) + 1)
  const header = new Uint8Array(13)
  const view = new DataView(header.buffer)
  view.setUint32(0, WIDTH)
  view.setUint32(4, HEIGHT)
  header[8] = 8
  const signature = Uint8Array.of(137, 80, 78, 71, 13, 10, 26, 10)
  return new Uint8Array(
    Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', deflateSync(rows)), chunk('IEND', new Uint8Array())]),
  )
}

function chunk(type: string, data: Uint8Array): Uint8Array {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const out = Buffer.alloc(body.length + 8)
  out.writeUInt32BE(data.length, 0)
  body.copy(out, 4)
  out.writeUInt32BE(crc32(body), body.length + 4)
  return out
}
