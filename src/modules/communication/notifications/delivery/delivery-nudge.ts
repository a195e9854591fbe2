import { Injectable } from '@nestjs/common';

/** Tells the dispatcher of this process that there is something to send, so that it need not wait for its next poll. */
@Injectable()
export class DeliveryNudge {
  private listener: () => void = () => undefined;

  onDeliveries(listener: () => void): void {
    this.listener = listener;
  }

  /** Called once they are committed. */
  deliveries(): void {
    this.listener();
  }
}
