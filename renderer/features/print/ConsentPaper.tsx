import type { ConsentView, JobPage } from '../../../core/contract/views.ts'
import type { Sha256Hex } from '../../../core/basics/ids.ts'
import type { Profile } from '../../../core/domain/garage/types.ts'
import { useFormat } from '../../i18n/format.ts'
import { useText } from '../../i18n/text.ts'
import { shownRequest } from '../consent/shown.ts'
import { usePhotoUrl } from '../consent/usePhotoUrl.ts'
import { ConsentEvidence } from './ConsentEvidence.tsx'
import { PaperHead } from './PaperHead.tsx'
import { documentTitle } from './printDocument.ts'

type ConsentPaperProps = { readonly job: JobPage; readonly view: ConsentView; readonly profile: Profile }

/** Enough to recognise what was shown; all of them are in the proof. */
const mostPhotos = 3

/** The request in the words of the counter's screen; with its answer, by whom and how it was given, once it has one. */
export function ConsentPaper({ job, view, profile }: ConsentPaperProps) {
  const text = useText()
  const format = useFormat()
  const { snapshot, answer } = view.consent
  const request = shownRequest(snapshot, profile.name, { text, format })
  return (
    <>
      <PaperHead job={job} profile={profile} title={documentTitle({ kind: 'consent', view }, job, text)} plateHeightPx={30} />
      <p className="paper-lead">{request.lead}</p>
      <ol className="paper-items">
        {request.items.map((item) => {
          const given = answer?.answers.find(({ itemNo }) => itemNo === item.itemNo) ?? null
          const state = view.consent.items.find(({ itemNo }) => itemNo === item.itemNo)?.state ?? null
          const photos = snapshot.items.find(({ itemNo }) => itemNo === item.itemNo)?.photos ?? []
          return (
            <li key={item.itemNo}>
              <header>
                <h3>
                  {format.digits(item.itemNo)}. {item.title}
                </h3>
                <b>
                  <bdi>{item.amount}</bdi> {request.unit}
                </b>
              </header>
              <p className="facts">{[item.safety, ...item.facts].join(' · ')}</p>
              {item.priceParts !== null && <p className="facts">{item.priceParts}</p>}
              {[item.reason, item.ifRefused, item.alternatives].map(
                (labelled) =>
                  labelled !== null && (
                    <p key={labelled.label}>
                      <b>{labelled.label}</b> {labelled.say}
                    </p>
                  ),
              )}
              {item.oldPart !== null && <p>{item.oldPart}</p>}
              {photos.length > 0 && (
                <div className="photos">
                  {photos.slice(0, mostPhotos).map((hash, index) => (
                    <PrintedPhoto key={hash} hash={hash} alt={text('print.photo', { no: index + 1, title: item.title })} />
                  ))}
                </div>
              )}
              {given === null ? (
                <p className="boxes">
                  <span>
                    <i /> {text('print.yes')}
                  </span>
                  <span>
                    <i /> {text('print.no')}
                  </span>
                </p>
              ) : (
                <p className="given">
                  <b>{text(`domain.decision.${given.decision}`)}</b>
                  {/* What became of the answer since: withdrawn, or voided by an edit. */}
                  {state !== null && state !== given.decision && (
                    <b>{text('print.nowState', { state: text(`domain.itemState.${state}`) })}</b>
                  )}
                  {given.condition !== '' && <span>{text('print.condition', { condition: given.condition })}</span>}
                </p>
              )}
            </li>
          )
        })}
      </ol>
      <dl className="paper-money">
        {[request.capBefore, request.totalIfAll].map(({ label, say }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>
              <bdi>{say}</bdi> {request.unit}
            </dd>
          </div>
        ))}
        {answer === null ? (
          <div>
            <dt>{request.readyIfAll.label}</dt>
            <dd>{request.readyIfAll.say}</dd>
          </div>
        ) : (
          <div className="total">
            <dt>{text('print.capAfter')}</dt>
            <dd>
              <bdi>{format.money(answer.capAfterRial)}</bdi> {request.unit}
            </dd>
          </div>
        )}
      </dl>
      <p className="paper-lead">{request.promise}</p>
      <ConsentEvidence view={view} validUntil={request.validUntil} />
    </>
  )
}

function PrintedPhoto({ hash, alt }: { hash: Sha256Hex; alt: string }) {
  const url = usePhotoUrl(hash)
  return url === null ? null : <img src={url} alt={alt} />
}
