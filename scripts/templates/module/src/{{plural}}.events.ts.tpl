import { DomainEvent } from '../../../core/data/events';

export class {{Singular}}Created extends DomainEvent {
  static override readonly type = '{{plural}}.created';
  static override readonly durable = true;

  constructor(
    readonly {{singularCamel}}Id: string,
    readonly userId: string,
  ) {
    super();
  }
}
