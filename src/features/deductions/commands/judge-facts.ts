import { hash } from 'node:crypto'
import type { FactsRow } from '../queries/find-validity-facts'
import { freightSide } from '../rules/carton-chain'
import { findDeadline } from '../rules/deadline'
import { evidenceNeeded, isEvidenceThere } from '../rules/evidence-needed'
import { priceDropDay } from '../rules/judge-price-protection'
import { judgeValidity, RULE_SET } from '../rules/judge-validity'
import { chooseNextAction } from '../rules/next-action'
import type { VerdictKind } from '../rules/verdict'
import type { TriageResult } from './save-verdicts'

/** One examined deduction: its verdict, and what is to be written; null when all of it stands there already. */
export type Examined = { kind: VerdictKind; result: TriageResult | null }

/** Judges the facts of one deduction. Facts that these rules have judged before are not judged again; deadline, papers and next action are looked at anew. */
export function judgeFacts(row: FactsRow): Examined {
  const { id, facts, standing } = row
  const factsHash = hash('md5', `${RULE_SET} ${row.factsHash}`)
  const judgement = factsHash === standing.factsHash ? null : judgeValidity(facts)
  const { kind, missing, liable } = judgement?.verdict ?? { ...standing, kind: standing.verdict }
  const shown = {
    deadline: deadlineOf(row),
    action: chooseNextAction({ verdict: kind, missing, liable, openMinor: standing.openMinor, state: standing.state }),
    ...countEvidence(row),
  }
  if (judgement === null && isShown(shown, standing)) return { kind, result: null }
  const { version } = standing
  return {
    kind,
    result: { id, version, isFirst: standing.factsHash === null, factsHash, judgement: judgement ?? judgeValidity(facts), ...shown },
  }
}

type Shown = Pick<TriageResult, 'deadline' | 'action' | 'evidenceHave' | 'evidenceNeed'>

function deadlineOf({ facts, windows }: FactsRow): Shown['deadline'] {
  return findDeadline(facts.deduction.category, windows, {
    paidOn: facts.deduction.takenOn,
    invoicedOn: facts.invoice?.invoicedOn ?? null,
    eventOn: priceDropDay(facts) ?? facts.claim?.claimedOn ?? null,
    netDays: facts.invoice?.terms?.netDays ?? facts.order?.netDays ?? facts.customer.netDays,
  })
}

function countEvidence({ facts, requirements }: FactsRow): Pick<Shown, 'evidenceHave' | 'evidenceNeed'> {
  let evidenceHave = 0
  let evidenceNeed = 0
  for (const { evidence, level } of evidenceNeeded(facts.deduction.category, freightSide(facts), requirements)) {
    if (level !== 'required') continue
    evidenceNeed += 1
    if (isEvidenceThere(facts, evidence)) evidenceHave += 1
  }
  return { evidenceHave, evidenceNeed }
}

// A person's decision keeps its own next action.
function isShown(shown: Shown, standing: FactsRow['standing']): boolean {
  return (
    (shown.deadline?.lastDay ?? null) === standing.deadlineOn &&
    (shown.deadline?.source ?? null) === standing.deadlineSource &&
    shown.evidenceHave === standing.evidenceHave &&
    shown.evidenceNeed === standing.evidenceNeed &&
    (standing.isDecided || shown.action === standing.nextAction)
  )
}
