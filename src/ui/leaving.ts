/** Milliseconds in which a page that was asked for is still on its way. */
const ON_THE_WAY_MS = 10_000

let asked: { href: string; at: number } | null = null

/** Somebody asked for another page; until it is there, nothing may touch the address: the router would forget what was asked. */
export function noteLeaving(href: string): void {
  asked = { href: new URL(href, location.href).href, at: performance.now() }
}

/** Whether another page is on its way. */
export function isLeaving(): boolean {
  return asked !== null && asked.href !== location.href && performance.now() - asked.at < ON_THE_WAY_MS
}
