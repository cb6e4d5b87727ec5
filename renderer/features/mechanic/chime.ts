/** Two soft notes, the second higher: heard over a compressor, over in half a second. */
const notes = [
  { hertz: 660, fromS: 0, loud: 0.2 },
  { hertz: 990, fromS: 0.16, loud: 0.2 },
] as const
const noteS = 0.3

let audio: AudioContext | null = null

/** Silent until somebody has touched the page: browsers allow no sound before, and complain of the try. */
export function chime(): void {
  if (!navigator.userActivation.hasBeenActive) return
  audio ??= new AudioContext()
  if (audio.state !== 'running') void audio.resume()
  for (const { hertz, fromS, loud } of notes) ring(audio, hertz, audio.currentTime + fromS, loud)
}

function ring(context: AudioContext, hertz: number, startS: number, loud: number): void {
  const tone = context.createOscillator()
  const volume = context.createGain()
  tone.frequency.value = hertz
  volume.gain.setValueAtTime(loud, startS)
  // An exponential fall cannot reach 0.
  volume.gain.exponentialRampToValueAtTime(0.001, startS + noteS)
  tone.connect(volume).connect(context.destination)
  tone.start(startS)
  tone.stop(startS + noteS)
}
