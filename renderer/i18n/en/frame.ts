import type { frame as reference } from '../fa/frame.ts'
import type { WordsLike } from '../wordsLike.ts'

export const frame = {
  connecting: 'Opening…',
  connectionLost: 'The connection to the program was lost; reconnecting. Everything that was confirmed is saved.',
  helloFailed: 'The program did not answer',
  helloFailedSay: 'Nothing is lost. Try again; if it happens again, close the program and open it.',
  clockBehind:
    'This computer’s clock is behind its last record. Set the clock; until then everything is recorded, with a note that the clock was wrong.',
  clockJumped:
    'This computer’s clock has jumped. Check the clock; until then everything is recorded, with a note that the clock had jumped.',
  chooseDesk: 'Who is at the desk?',
  noDesk: 'Choose your name',
  proofNeedsJob: 'A proof is made of one job: open the job first.',
  blocked: {
    databaseNewer: 'This data was made by a newer version of the program',
    databaseNewerSay:
      'The data is version {{found, plain}}; this program ({{program}}) knows versions up to {{known, plain}}. Nothing was changed. Update the program and open it again.',
    databaseOfOtherProgram: 'This file belongs to another program',
    databaseOfOtherProgramSay:
      'The data folder holds a file with the name of Pishkhan’s database that Pishkhan did not make. Nothing was changed. Take that file out of the folder, or give the program another folder.',
    databaseUnreadable: 'The data cannot be read',
    databaseUnreadableSay:
      'The database file is damaged or does not open ({{sqlite}}). Nothing was deleted. Keep this computer on and call support.',
    reload: 'Open again',
  },
} satisfies WordsLike<typeof reference>
