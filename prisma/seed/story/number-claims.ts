import type { Customer } from './customers'
import { type Dice, dice, existing } from './dice'
import type { Claim, World } from './world'

type Numbering = { first: number; step: number; write: (count: number) => string }

const RUNNING: Readonly<Record<string, Numbering>> = {
  C01: { first: 880920, step: 4, write: (count) => `HP-${count}` },
  C03: { first: 30510, step: 6, write: (count) => `KH-${count}` },
  C04: { first: 42010, step: 5, write: (count) => `CL-${count}` },
  C05: { first: 770190, step: 5, write: (count) => `BM-${count}` },
  C06: { first: 18800, step: 6, write: (count) => `OG-${count}` },
  C07: { first: 60310, step: 9, write: (count) => `FR-${count}` },
  C08: { first: 5530, step: 3, write: (count) => `TN-${count}-C` },
  C11: { first: 11420, step: 7, write: (count) => `DM-${count}` },
}

/** Gives every claim the number its customer would: running, drawn, or derived from the invoice. */
export function numberClaims(world: World): void {
  const used = new Set(world.claims.map((claim) => claim.number).filter((number) => number !== ''))
  const byCustomer = Map.groupBy(world.claims, (claim) => claim.customer)
  for (const [customer, claims] of byCustomer) {
    const random = dice(`claim numbers/${customer.id}`)
    const running = RUNNING[customer.id]
    let count = running?.first ?? 0
    for (const claim of [...claims].sort((a, b) => a.claimDay - b.claimDay)) {
      if (claim.isFeatured || claim.kind === 'discount') continue
      do {
        count += random.whole(1, running?.step ?? 1)
        claim.number = running ? running.write(count) : drawnNumber(customer, claim, random)
      } while (used.has(claim.number))
      used.add(claim.number)
    }
  }
}

function drawnNumber(customer: Customer, claim: Claim, random: Dice): string {
  switch (customer.habit) {
    case 'marketplace':
      return marketplaceNumber(claim, random)
    case 'edifact':
      return `BA${random.digits(7)}`
    case 'chinese':
      return `KK${random.digits(10)}`
    default:
      return `S${random.digits(6)}`
  }
}

function marketplaceNumber(claim: Claim, random: Dice): string {
  const invoice = existing(claim.sale.invoice)
  if (claim.duplicateOf) return `${invoice}SCRSC`
  if (claim.kind === 'carton') return `${invoice}SC`
  if (claim.kind === 'price') return `${invoice}PC`
  if (claim.kind === 'priceProtection') return `${invoice}IPAPUS`
  return `${random.digits(10)}VR`
}
