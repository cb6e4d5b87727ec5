import { useRef } from 'react'
import { Button as AriaButton } from 'react-aria-components'
import { photosMost } from '../../../core/wire/bounds.ts'
import { useText } from '../../i18n/text.ts'
import { Button } from '../../ui/Button.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { Spinner } from '../../ui/Spinner.tsx'
import type { Photos } from './findingPhotos.ts'
import { PhotoInput } from './PhotoInput.tsx'

/** What was photographed, and the way to the camera. */
export function PhotoStrip({ photos }: { photos: Photos }) {
  const text = useText()
  const input = useRef<HTMLInputElement>(null)
  const { taken, problem } = photos
  return (
    <div className="photo-strip">
      <ul>
        {taken.map((photo, index) => (
          <li key={photo.key} className={photo.problem === null ? '' : 'bad'}>
            <img src={photo.url} alt={text('mechanic.finding.photoNo', { no: index + 1 })} />
            {photo.hash === null && photo.problem === null && <Spinner />}
            {photo.problem !== null && <Icon name="warning" size="l" />}
            <AriaButton aria-label={text('mechanic.finding.dropPhoto', { no: index + 1 })} onPress={() => photos.drop(photo.key)}>
              <Icon name="cross" size="s" />
            </AriaButton>
          </li>
        ))}
        {taken.length < photosMost && (
          <li className="add">
            <Button icon="camera" onPress={() => input.current?.click()}>
              {text(taken.length === 0 ? 'mechanic.finding.photo' : 'mechanic.finding.anotherPhoto')}
            </Button>
          </li>
        )}
      </ul>
      {problem !== null && (
        <p className="act-problem" role="alert">
          <Icon name="warning" size="m" />
          {problem}
        </p>
      )}
      <PhotoInput fieldRef={input} onFiles={photos.add} />
    </div>
  )
}
