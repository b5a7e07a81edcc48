type Fields = Readonly<Record<string, string>>

/** A segment of IDoc XML, with the segments under it. */
export function idocSegment(name: string, fields: Fields, ...inner: string[]): string {
  const values = Object.entries(fields).map(([field, value]) => `<${field}>${value}</${field}>`)
  return `<${name} SEGMENT="1">${values.join('')}${inner.join('')}</${name}>`
}

/** An IDoc in XML: `message` as MESTYP, `direct` 1 for what SAP sends. */
export function buildIdoc(message: string, control: Fields, ...segments: string[]): string {
  const head = idocSegment('EDI_DC40', { DOCNUM: '0000000000813429', MESTYP: message, DIRECT: '1', CREDAT: '20250326', ...control })
  return `<?xml version="1.0" encoding="UTF-8"?><ZROOT><IDOC BEGIN="1">${head}${segments.join('')}</IDOC></ZROOT>`
}

/** A record of the flat form: its keys take 63 places, values stand where the layout has them. */
export function flatRecord(name: string, ...values: readonly (readonly [at: number, value: string])[]): string {
  const dataAt = name.startsWith('EDI_DC') ? 0 : 63
  return values
    .reduce(
      (line, [at, value]) => `${line.padEnd(dataAt + at).slice(0, dataAt + at)}${value}${line.slice(dataAt + at + value.length)}`,
      name,
    )
    .trimEnd()
}
