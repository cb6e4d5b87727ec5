import type { terms as reference } from '../fa/terms.ts'
import type { WordsLike } from '../wordsLike.ts'

/** A translation for reading; the Persian wording is the platform's own. */
export const terms = {
  T1: 'Dear customers, please make sure that the materials used by the service provider match your request completely; otherwise Karmax bears no responsibility.',
  T2: 'The service provider must be there for the customer at the fixed hour and day; if the customer comes at another hour or day, the provider may be serving another customer, and the customer may need to spend more time to receive the services wanted.',
  T3: 'Karmax has no responsibility for services that the provider does for the customer outside the Karmax app; all responsibilities lie with the customer and the provider, and Karmax accepts none in this matter.',
  T4: 'The customer must not pay more than what was accepted in the app, and the provider must not ask the customer for a higher amount for the requested services.',
  T5: 'The provider must do only the services that the customer requested; if the car also needs another part replaced or repaired, the customer must first be asked, and it may be done only if the customer consents to it.',
  T6: 'If the customer comes to the provider at the hour fixed beforehand, the provider must give that customer’s work priority among his work and do it first.',
  T7: 'If the customer takes a price from the provider through the app, then cancels the request and comes to the provider in person, Karmax had and has no responsibility whatsoever in the matter.',
  T8: 'Customer and provider are responsible for the rating that they give each other in the app and must not give one that contradicts the facts.',
  S1: {
    title: 'A phone system without a waiting line, so that subscribers do not wait:',
    text: 'Karmax has designed its central telephone service on the experience of experts in this field, so that no subscriber is left waiting behind busy lines and everybody is guided and helped by the experts in the shortest time. With mobile lines for its different service areas in the hands of the support experts, Karmax has also made the support team as easy to reach as possible.',
  },
  S2: {
    title: 'Agility in support:',
    text: 'This is one of the organisation’s values and guiding pillars: all Karmax experts and support staff try to solve customers’ problems in the shortest time. Each customer’s problems are dealt with by one fixed team, in the shortest time, by a phone call or a visit on the same day.',
  },
  S3: {
    title: 'An on-site technician in the shortest time:',
    text: 'For the convenience of customers who for whatever reason could not solve their problem, this service can open the way.',
  },
} satisfies WordsLike<typeof reference>
