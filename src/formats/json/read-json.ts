import { decodeText } from '../text/decode-text'

/** JSON with every number kept as the text it arrived in: amounts never pass through floating point. */
export type JsonValue = string | boolean | null | JsonValue[] | { [key: string]: JsonValue }

/** Parses JSON bytes; null when they are none. Numbers come back as their source text. */
export function readJson(bytes: Uint8Array): JsonValue {
  const { text } = decodeText(bytes)
  try {
    return JSON.parse(text, (_key, value: JsonValue | number, context?: { source?: string }) =>
      typeof value === 'number' ? (context?.source ?? String(value)) : value,
    )
  } catch {
    // What is no JSON is a finding of the caller, told by the null.
    return null
  }
}

/** The value at a path of keys, or null. */
export function valueAt(from: JsonValue | undefined, ...path: string[]): JsonValue {
  let value: JsonValue = from ?? null
  for (const key of path) {
    if (value === null || typeof value !== 'object' || Array.isArray(value)) return null
    value = value[key] ?? null
  }
  return value
}

/** Trimmed text at a path; null when it is absent, empty or no text. */
export function textAt(from: JsonValue | undefined, ...path: string[]): string | null {
  const value = valueAt(from, ...path)
  return typeof value === 'string' ? value.trim() || null : null
}

/** The list at a path; empty when there is none. */
export function listAt(from: JsonValue | undefined, ...path: string[]): JsonValue[] {
  const value = valueAt(from, ...path)
  return Array.isArray(value) ? value : []
}
