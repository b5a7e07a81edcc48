import * as z from 'zod'
import type { CalendarDate } from '@/core/calendar-date'
import { askTeam } from '@/features/tasks/commands/ask-team'
import { mailRequest } from '@/features/tasks/commands/mail-request'
import { requestWords } from '@/features/tasks/exports/request-mail'
import { canAsk } from '@/features/tasks/policy'
import { REQUEST_FACTS, type RequestWording } from '@/features/tasks/rules/request-wording'
import { rolesOfTeam, type Team } from '@/features/tasks/rules/teams'
import type { Locale } from '@/i18n/locale'
import { defineCommand, type Scope } from '@/server/command'
import { selectIn, sql } from '@/server/db/client'
import { scopeOf } from '@/server/db/scope-of'
import { EVIDENCE_KINDS, type EvidenceKind } from '../rules/evidence-needed'
import { requestDueOn } from '../rules/request-due'
import { WHO_HAS_IT } from '../rules/who-has-it'

const RequestEvidenceInput = z.strictObject({ deductionId: z.uuid(), evidence: z.array(z.enum(EVIDENCE_KINDS)).min(1).max(20) })

/** With the numbers by which a department looks the paper up. */
type Subject = Record<(typeof REQUEST_FACTS)[number], string | null> & {
  id: string
  claim: string
  customer: string
  customerId: string
  amountMinor: bigint
  currency: string
  deadlineOn: CalendarDate | null
  asked: string[]
}

/**
 * Asks for missing papers: each from the team that has it, in that team's language, with the numbers to look it up by and a due day that
 * leaves time to file. What is asked for already is not asked twice, also not
 * for another deduction of the same incident: one failed shipment is investigated once. Answers how many requests went out.
 */
export const requestEvidence = defineCommand({
  event: 'evidence.requested',
  input: RequestEvidenceInput,
  find: findSubject,
  allow: canAsk,
  async change(scope, subject, { evidence }) {
    const wanted = [...new Set(evidence)].filter((kind) => !subject.asked.includes(kind))
    for (const kind of wanted) await askFor(scope, subject, kind)
    return { asked: wanted.length }
  },
})

async function askFor(scope: Scope, subject: Subject, evidence: EvidenceKind): Promise<void> {
  const { team, days } = WHO_HAS_IT[evidence]
  const locale = await localeOf(scope, team)
  const createdBy = scope.actor.kind === 'job' ? null : scope.actor.userId
  const wording = wordingOf(subject)
  const { title, body } = requestWords({ kind: evidence, title: subject.claim, body: null, createdBy, wording }, locale)
  const dueAt = `${requestDueOn(scope.today, days, subject.deadlineOn)}T17:00:00Z`
  const request = { kind: evidence, subjectKind: 'deduction', subjectId: subject.id, team, closesOnArrival: true } as const
  const { id, number } = await askTeam(scope.actor, { ...request, title, body: body ?? '', locale, dueAt, wording }, { within: scope })
  await mailRequest(
    scope,
    { id, number, kind: evidence, title, body, wording, team, createdBy, customerId: subject.customerId, dueAt: new Date(dueAt) },
    'asked',
  )
}

function wordingOf({ claim, customer, amountMinor, currency, ...numbers }: Subject): RequestWording {
  const facts = REQUEST_FACTS.flatMap((name) => {
    const value = numbers[name]
    return value === null || value === '' ? [] : [{ name, value }]
  })
  return { claim, customer, minor: amountMinor.toString(), currency, facts }
}

// The language that most people of the team read.
async function localeOf({ tx }: Scope, team: Team): Promise<Locale> {
  const [row] = await selectIn<{ locale: Locale }>(
    tx,
    sql`SELECT u.locale FROM app_user u JOIN user_role r ON r.user_id = u.id
      WHERE r.role = ANY(${[...rolesOfTeam(team)]}::text[]) AND NOT u.is_disabled GROUP BY u.locale ORDER BY count(*) DESC, u.locale LIMIT 1`,
  )
  return row?.locale ?? 'en'
}

async function findSubject({ tx, actor }: Scope, input: z.output<typeof RequestEvidenceInput>): Promise<Subject | null> {
  const [row] = await selectIn<Subject>(
    tx,
    sql`SELECT d.id::text, d.customer_id::text AS "customerId", coalesce(d.claim_number, '#' || d.number) AS claim, c.name AS customer,
        d.open_minor AS "amountMinor", d.currency, d.deadline_on::text AS "deadlineOn", d.po_number AS po, d.invoice_number AS invoice,
        d.delivery_key AS delivery, l.carrier, l.pro, l.bol,
        ARRAY(SELECT t.kind FROM task t WHERE t.subject_kind = 'deduction' AND t.state = 'open'
          AND t.subject_id IN (SELECT x.id FROM deduction x WHERE x.id = d.id OR x.incident_id = d.incident_id)) AS asked
      FROM deduction d JOIN customer c ON c.id = d.customer_id
      LEFT JOIN LATERAL (SELECT n.carrier, n.pro, n.bol FROM delivery_line n WHERE n.customer_id = d.customer_id AND n.number_key = d.delivery_key
        ORDER BY n.line LIMIT 1) l ON true
      WHERE d.id = ${input.deductionId}::uuid AND d.open_minor > 0 AND ${scopeOf(actor, sql`d.customer_id`)} FOR UPDATE OF d`,
  )
  return row ?? null
}
