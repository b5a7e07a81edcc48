/** At most two letters that stand for a person: first letters of two words, or the end of a name written in one. */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/)
  if (words.length === 1) return (words[0] ?? '').slice(-2)
  return words
    .map((word) => word[0] ?? '')
    .join('')
    .slice(0, 2)
}
