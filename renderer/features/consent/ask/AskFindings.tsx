import { useState } from 'react'
import type { JobId } from '../../../../core/basics/ids.ts'
import type { FindingView } from '../../../../core/contract/views.ts'
import { useText } from '../../../i18n/text.ts'
import { Button } from '../../../ui/Button.tsx'
import { JobDialog } from '../../jobActions/JobDialog.tsx'
import type { JobQuestion } from '../../jobActions/question.ts'
import { SafetyMark } from '../SafetyMark.tsx'
import { type ItemDraft, itemOfFinding } from './itemDraft.ts'

type AskFindingsProps = { readonly jobId: JobId; readonly findings: readonly FindingView[]; readonly onTake: (item: ItemDraft) => void }

/** Seen by a mechanic and taken out of this request: asked now, later, or laid aside with a reason. */
export function AskFindings({ jobId, findings, onTake }: AskFindingsProps) {
  const text = useText()
  const [question, ask] = useState<JobQuestion | null>(null)
  return (
    <section className="ask-findings">
      <h2>{text('consent.ask.findingsLeft')}</h2>
      <ul>
        {findings.map(({ finding }) => (
          <li key={finding.findingId}>
            <SafetyMark grade={finding.grade} />
            <span>{finding.title}</span>
            <Button size="sm" icon="add" onPress={() => onTake(itemOfFinding(finding))}>
              {text('common.add')}
            </Button>
            <Button size="sm" look="quiet" onPress={() => ask({ kind: 'dropFinding', jobId, findingId: finding.findingId })}>
              {text('consent.ask.dropFinding')}
            </Button>
          </li>
        ))}
      </ul>
      <JobDialog question={question} onAsk={ask} />
    </section>
  )
}
