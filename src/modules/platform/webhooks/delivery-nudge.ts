import { Injectable } from '@nestjs/common';

/** Tells the dispatcher of this process that there is something to do, so that it need not wait for its next look. */
@Injectable()
export class DeliveryNudge {
  private listener: () => void = () => undefined;

  onEvents(listener: () => void): void {
    this.listener = listener;
  }

  /** Called once they are committed. */
  events(): void {
    this.listener();
  }
}
