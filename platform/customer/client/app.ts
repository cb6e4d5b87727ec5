/** Countdowns of offers, and the total that pressed answers make. Everything else works without a script. */

const locale = document.documentElement.lang === 'fa' ? 'fa-IR' : 'en-GB'
const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 })
const twoDigits = new Intl.NumberFormat(locale, { minimumIntegerDigits: 2 })

/** What is left when the page was made runs down from there: the clock of a phone may be wrong. */
function count(): void {
  for (const place of document.querySelectorAll('[data-left-ms]')) {
    const leftS = Math.floor((Number(place.getAttribute('data-left-ms')) - performance.now()) / 1000)
    const [hours, minutes, seconds] = [Math.floor(leftS / 3600), Math.floor(leftS / 60) % 60, leftS % 60]
    const time = [hours, minutes, seconds].map((part) => twoDigits.format(part)).join(':')
    const words = leftS < 0 ? place.getAttribute('data-over') : place.getAttribute('data-left')
    // Digits and colons run from left to right in every language.
    place.textContent = (words ?? '').replace('{time}', `\u2066${time}\u2069`)
  }
}

function total(): void {
  for (const line of document.querySelectorAll('[data-cap]')) {
    const accepted = line.closest('form')?.querySelectorAll('input[value="accepted"]:checked') ?? []
    const added = [...accepted].reduce((sum, input) => sum + Number(input.closest('[data-rial]')?.getAttribute('data-rial')), 0)
    const rial = Number(line.getAttribute('data-cap')) + added
    const place = line.querySelector('b')
    if (place !== null) {
      place.textContent = `${number.format(rial / Number(line.getAttribute('data-per')))} ${line.getAttribute('data-unit') ?? ''}`
    }
  }
}

document.addEventListener('change', total)
total()
count()
setInterval(count, 1000)
