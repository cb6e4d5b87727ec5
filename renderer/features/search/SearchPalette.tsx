import { Dialog, Modal, ModalOverlay } from 'react-aria-components'
import { useText } from '../../i18n/text.ts'
import { SearchList } from './SearchList.tsx'
import { closeSearch, useSearchBox } from './searchBox.ts'

/** One field for everything: a car by any four digits, a customer, a job, a command. */
export function SearchPalette() {
  const text = useText()
  const isOpen = useSearchBox((box) => box.isOpen)
  return (
    <ModalOverlay className="scrim at-top" isOpen={isOpen} onOpenChange={(open) => open || closeSearch()} isDismissable>
      <Modal className="palette">
        <Dialog aria-label={text('search.title')} className="dlg">
          <SearchList />
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}
