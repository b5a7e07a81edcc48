/** One tagged field with its continuation lines; `line` counts from 1 in the file. */
export type Mt940Field = { tag: string; text: string; line: number }

const TAG = /^(?:\{.*\{4:)?:(\d{2}[A-Z]?|NS):(.*)$/

/**
 * Splits a message into its fields. Lines without a tag continue the field above; `-`, block headers and what stands
 * between a closing `-` and the next tag belong to no field. Control bytes are dropped.
 */
export function mt940Fields(text: string): Mt940Field[] {
  const fields: Mt940Field[] = []
  let isInside = false
  text.split(/\r\n|\r|\n/).forEach((raw, index) => {
    const line = raw.replace(/[\u0000-\u0008\u000b-\u001f\uFEFF]/g, '')
    const [, tag, value = ''] = TAG.exec(line) ?? []
    if (tag !== undefined) {
      fields.push({ tag, text: value, line: index + 1 })
      isInside = true
    } else if (/^-(\}.*)?\s*$/.test(line)) {
      isInside = false
    } else if (isInside && line.trim() !== '' && !line.startsWith('{1:')) {
      const field = fields.at(-1)
      if (field) field.text += `\n${line}`
    }
  })
  return fields
}
