import { Injectable, Type } from '@nestjs/common';
import { ExtensionPoint, ModuleRegistry } from '../../../../core/module';
import type { InboundTargetKind } from './entities/inbound-route.entity';

/** A mail that has come in, read. */
export interface ReceivedMail {
  readonly id: string;
  readonly from: string | null;
  readonly subject: string;
  readonly text: string;
  readonly html: string | null;
  readonly attachments: readonly { readonly filename: string; readonly contentType: string; readonly bytes: Buffer }[];
}

/** Makes something of mails. */
export interface InboundHandler {
  /** In a transaction that remembers it, so that what it does in the database happens once. */
  receive(ownerId: string, targetId: string | null, mail: ReceivedMail): Promise<unknown>;
}

/** What a module takes mails for. */
export interface InboundTarget {
  readonly kind: InboundTargetKind;
  /** Absent where the event `mail.received` is all that is wanted. */
  readonly handler?: Type<InboundHandler>;
}

/** Targets that modules add. */
export const INBOUND_TARGETS = new ExtensionPoint<InboundTarget>('mail.inbound-targets');

@Injectable()
export class InboundTargets {
  constructor(private readonly modules: ModuleRegistry) {}

  /** Whether a module takes mails of this kind. */
  has(kind: InboundTargetKind): boolean {
    return this.find(kind) !== undefined;
  }

  /** null where nobody wants more than the event. */
  handlerOf(kind: InboundTargetKind): InboundHandler | null {
    const handler = this.find(kind)?.handler;
    return handler ? this.modules.get(handler) : null;
  }

  private find(kind: InboundTargetKind): InboundTarget | undefined {
    return this.modules.extensionsOf(INBOUND_TARGETS).find((one) => one.kind === kind);
  }
}
