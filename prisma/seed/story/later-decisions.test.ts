import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { LaterDecision } from './decision'
import { existing } from './dice'
import { laterDecisions } from './later-decisions'
import { DEMO_PASSWORD, DEMO_PEOPLE } from './people'
import { planWorld } from './plan-world'

const decisions = laterDecisions()
const { claims } = planWorld()
const keyOf = ({ customer, claimNo }: LaterDecision) => `${customer}/${claimNo}`
const claimOf = (decision: LaterDecision) => existing(claims.find((claim) => `${claim.customer.id}/${claim.number}` === keyOf(decision)))

describe('what people decided', () => {
  it('names claims and people that exist, at a time after the claim was taken and not in the future', () => {
    const keys = new Set(DEMO_PEOPLE.map((person) => person.key))
    for (const decision of decisions) {
      expect(keys).toContain(decision.by)
      expect(decision.onDaysAgo).toBeGreaterThanOrEqual(0)
      expect(-decision.onDaysAgo).toBeGreaterThanOrEqual(claimOf(decision).payDay)
    }
  })

  it('goes forward in time, and a claim is submitted before it is answered', () => {
    const days = decisions.map((decision) => decision.onDaysAgo)
    expect(days).toEqual([...days].sort((a, b) => b - a))
    const submitted = new Set<string>()
    for (const decision of decisions) {
      if (decision.action === 'submit') submitted.add(keyOf(decision))
      if (decision.action === 'win' || decision.action === 'lose') expect(submitted).toContain(keyOf(decision))
    }
  })

  it('submits within the window and never wins more than was taken', () => {
    for (const decision of decisions) {
      if (decision.action === 'submit') expect(-decision.onDaysAgo).toBeLessThanOrEqual(claimOf(decision).deadlineDay)
      if (decision.action === 'win') expect(decision.amount.minor <= decision.claimed.minor && decision.amount.minor > 0n).toBe(true)
    }
  })

  it('has won, lost, partly won, accepted and expired claims', () => {
    const won = decisions.filter((decision) => decision.action === 'win')
    expect(won.filter((decision) => decision.amount.minor < decision.claimed.minor).length).toBeGreaterThan(5)
    expect(won.length).toBeGreaterThan(30)
    for (const action of ['lose', 'accept', 'expire', 'ask', 'comment'] as const)
      expect(decisions.some((decision) => decision.action === action)).toBe(true)
  })

  it('asks logistics for page 2 of the Harbor & Pine receipt', () => {
    const asked = decisions.filter((decision) => decision.action === 'ask' && decision.title === 'POD page 2 with the gate stamp')
    expect(asked.map((decision) => decision.claimNo)).toEqual(['HP-881204', 'HP-881205', 'HP-881206'])
  })
})

describe('the people', () => {
  it('sign in with the accounts that the sign-in page offers', () => {
    const published: unknown = JSON.parse(readFileSync(new URL('../demo-accounts.json', import.meta.url), 'utf8'))
    const accounts = DEMO_PEOPLE.flatMap(({ roles, email }, index) => {
      const isFirst = DEMO_PEOPLE.findIndex((other) => other.roles[0] === roles[0]) === index
      return isFirst ? [{ role: roles[0], email }] : []
    })
    expect(published).toEqual({ password: DEMO_PASSWORD, accounts: expect.arrayContaining(accounts) })
  })

  it('look after every customer', () => {
    expect(new Set(DEMO_PEOPLE.flatMap((person) => person.customers ?? [])).size).toBe(12)
  })
})
