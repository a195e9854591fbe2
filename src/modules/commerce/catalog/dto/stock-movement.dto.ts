import { DateField, EnumField, IdField, IntField, Output, PageOf } from '../../../../core/web/dto';
import { MOVEMENT_REASONS, MovementReason, StockMovement } from '../entities/stock-movement.entity';

const INT_MAX = 2_147_483_647;

@Output('StockMovement', 'One change of a stock.')
export class StockMovementDto {
  @IdField()
  id: string;

  @IntField({ min: -INT_MAX, max: INT_MAX, example: -2, description: 'Pieces that came; below zero, that went.' })
  delta: number;

  @IntField({ min: 0, max: INT_MAX, example: 40, description: 'Pieces on hand afterwards.' })
  onHand: number;

  @EnumField(MOVEMENT_REASONS, { example: 'sold' })
  reason: MovementReason;

  @IdField({ nullable: true, description: 'The order that sold or gave back.' })
  reference: string | null;

  @IdField({ nullable: true, description: 'Who; null for nobody signed in.' })
  actorId: string | null;

  @DateField()
  createdAt: Date;
}

@Output('StockMovementPage')
export class StockMovementPage extends PageOf(StockMovementDto) {}

export function toStockMovementDto(movement: StockMovement): StockMovementDto {
  const { id, delta, onHand, reason, reference, actorId, createdAt } = movement;
  return { id, delta, onHand, reason, reference, actorId, createdAt };
}
