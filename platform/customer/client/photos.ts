import { byId } from './elements.ts'

/** A tap opens a photo at full size; a swipe goes on to the next one of its item. */
export function openPhotos(): void {
  const viewer = byId('viewer', HTMLDialogElement)
  const strip = byId('strip', HTMLDivElement)
  document.addEventListener('click', ({ target }) => {
    const photo = target instanceof Element ? target.closest('[data-photo]') : null
    if (photo === null) return
    const all = [...(photo.parentElement?.querySelectorAll('[data-photo]') ?? [])]
    const images = all.map((each) => {
      const image = document.createElement('img')
      image.src = each.getAttribute('data-photo') ?? ''
      image.alt = each.getAttribute('aria-label') ?? ''
      return image
    })
    strip.replaceChildren(...images)
    viewer.showModal()
    images[all.indexOf(photo)]?.scrollIntoView({ inline: 'center', block: 'nearest' })
  })
  byId('closeViewer', HTMLButtonElement).addEventListener('click', () => viewer.close())
  viewer.addEventListener('click', ({ target }) => {
    if (target === viewer) viewer.close()
  })
}
