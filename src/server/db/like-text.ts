/** Text for a LIKE pattern in which the signs of patterns stand for themselves. */
export function likeText(raw: string): string {
  return raw.replace(/[\\%_]/g, (sign) => `\\${sign}`)
}
