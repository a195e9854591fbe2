import type { Principal } from '../../kernel/context/principal';
import type { Outgoing } from '../frame-ways';
import type { Frame, GatewayOptions } from '../gateway-options';

/** What a room sends its frames to: a socket (`Connection`), or a stream of server-sent events (`roomEvents`). */
export interface RoomMember {
  /** As the session is now. */
  readonly principal: Principal;
  /** Of a socket. */
  readonly gateway?: Pick<GatewayOptions, 'quotas'>;
  readonly isOpen: boolean;
  /** Called once, soon after it has closed. */
  onClose(closed: () => void): void;
  /** Sends many, as fast as the other side reads them. */
  sendAll(contents: readonly Frame[]): Promise<void>;
  /** Sends what was made ready for any number of members. */
  write(outgoing: Outgoing): void;
  /** Sends the error, and closes. */
  end(error: unknown): void;
  /** @param reason a word for the client's code */
  close(code: number, reason: string): void;
  /** Closes, and handles nothing more of what it has sent. */
  hangUp(code: number, reason: string): void;
}
