import { Component, type ReactNode } from 'react';
import { failureOf } from '../bridge/bridge.ts';
import { FailureAlert } from '../ui/FailureAlert.tsx';

interface State {
  readonly error: unknown;
}

/** A screen that breaks leaves the frame, the menu and the lock in working order. React offers this as a class only. */
export class ScreenBoundary extends Component<{ readonly children: ReactNode }, State> {
  override readonly state: State = { error: null };

  static getDerivedStateFromError(error: unknown): State {
    return { error };
  }

  override render(): ReactNode {
    return this.state.error === null ? (
      this.props.children
    ) : (
      <div style={{ padding: 24 }}>
        <FailureAlert failure={failureOf(this.state.error)} />
      </div>
    );
  }
}
