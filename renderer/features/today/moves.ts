/** Where each car stood when the board was last drawn: in which lane, how far down its content. */
export type Places = ReadonlyMap<string, Place>
type Place = { readonly lane: Element; readonly element: HTMLElement; readonly offsetPx: number }

const timing = { duration: 120, easing: 'cubic-bezier(0.2, 0, 0, 1)' }
/** More than so many at once is no move that an eye could follow. */
const mostShown = 8

/** Shows every car that changed its place on its way there, and returns the new places. */
export function showMoves(before: Places, board: HTMLElement): Places {
  const after = placesOn(board)
  if (matchMedia('(prefers-reduced-motion: reduce)').matches) return after
  const moves = [...after].flatMap(([jobId, place]) => {
    const from = before.get(jobId)
    return from === undefined || (from.lane === place.lane && from.offsetPx === place.offsetPx) ? [] : [{ from, to: place }]
  })
  if (moves.length > mostShown) return after
  for (const { from, to } of moves) {
    if (from.lane === to.lane) slide(to.element, from.offsetPx - to.offsetPx)
    else fly(from, to, board)
  }
  return after
}

function placesOn(board: HTMLElement): Places {
  const places = new Map<string, Place>()
  for (const element of board.querySelectorAll<HTMLElement>('[data-job-id]')) {
    const { jobId } = element.dataset
    const lane = element.closest('[role="grid"]')
    if (jobId !== undefined && lane !== null) places.set(jobId, { lane, element, offsetPx: element.offsetTop })
  }
  return places
}

function slide(element: HTMLElement, byPx: number): void {
  element.animate([{ transform: `translateY(${byPx}px)` }, { transform: 'none' }], timing)
}

/** Lanes cut off what leaves them, so a likeness of the card crosses over them. */
function fly(from: Place, to: Place, board: HTMLElement): void {
  const ghost = to.element.cloneNode(true)
  if (!(ghost instanceof HTMLElement)) return
  for (const named of [ghost, ...ghost.querySelectorAll('*')]) {
    for (const name of named.getAttributeNames()) if (name !== 'class' && name !== 'd' && name !== 'viewBox') named.removeAttribute(name)
  }
  ghost.inert = true
  ghost.classList.add('ghost')
  const start = from.lane.getBoundingClientRect()
  const end = to.element.getBoundingClientRect()
  ghost.style.setProperty('inline-size', `${end.width}px`)
  ghost.style.setProperty('block-size', `${end.height}px`)
  board.append(ghost)
  const origin = ghost.getBoundingClientRect()
  const flight = ghost.animate(
    [at(start.x - origin.x, start.y + from.offsetPx - from.lane.scrollTop - origin.y), at(end.x - origin.x, end.y - origin.y)],
    timing,
  )
  flight.addEventListener('finish', () => ghost.remove())
  flight.addEventListener('cancel', () => ghost.remove())
}

function at(x: number, y: number): Keyframe {
  return { transform: `translate(${x}px, ${y}px)` }
}
