import { Component, type ErrorInfo, type ReactNode } from 'react'
import { useText } from '../i18n/text.ts'
import { Button } from '../ui/Button.tsx'
import { ErrorState } from '../ui/State.tsx'

type BoundaryProps = { readonly children: ReactNode; readonly onError?: (error: unknown, info: ErrorInfo) => void }
type BoundaryState = { readonly error: unknown }

/** The one class of the program: React catches errors of rendering in no other way. A screen that fails leaves the rest standing. */
export class ErrorBoundary extends Component<BoundaryProps, BoundaryState> {
  override state: BoundaryState = { error: null }

  static getDerivedStateFromError(error: unknown): BoundaryState {
    return { error }
  }

  override componentDidCatch(error: unknown, info: ErrorInfo): void {
    this.props.onError?.(error, info)
  }

  override render(): ReactNode {
    const { error } = this.state
    if (error === null) return this.props.children
    return <Failed error={error} onAgain={() => this.setState({ error: null })} />
  }
}

function Failed({ error, onAgain }: { error: unknown; onAgain: () => void }) {
  const text = useText()
  return (
    <div className="p-8">
      <ErrorState title={text('errors.boundaryTitle')} say={text('errors.boundarySay')}>
        <Button onPress={onAgain}>{text('errors.boundaryAgain')}</Button>
      </ErrorState>
      <details className="mt-6 text-12 text-ink-2">
        <summary>{text('errors.boundaryDetails')}</summary>
        <pre className="ltr mt-2 whitespace-pre-wrap">{error instanceof Error ? (error.stack ?? error.message) : String(error)}</pre>
      </details>
    </div>
  )
}
