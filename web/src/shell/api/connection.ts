import { onlineManager } from '@tanstack/react-query';

const LOOK_AGAIN_MS = 2000;

/** Whether the server can be reached; while it cannot, it is looked for again until it answers. */
class Connection {
  private isLost = false;
  private readonly listeners = new Set<() => void>();

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly isAway = (): boolean => this.isLost;

  reached(): void {
    this.set(false);
  }

  lost(): void {
    if (this.isLost) return;
    this.set(true);
    void this.look();
  }

  private async look(): Promise<void> {
    while (this.isLost) {
      await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS));
      const answer = await fetch(new URL('health/live', document.baseURI)).catch(() => null);
      if (answer?.ok) this.reached();
    }
  }

  private set(isLost: boolean): void {
    if (isLost === this.isLost) return;
    this.isLost = isLost;
    onlineManager.setOnline(!isLost);
    for (const listener of this.listeners) listener();
  }
}

export const connection = new Connection();
window.addEventListener('offline', () => connection.lost());
