import { IntField, JsonField, ObjectListField, Output, StringField } from '../../../../core/web/dto';

/** Longer sources get this far to be told of the limit by `expression_limit`. */
const MAX_READ = 100_000;

const schemaOf = (type: string) => (type === 'array' ? { type, items: {} } : { type });

export class EvaluateInput {
  @StringField({
    max: MAX_READ,
    description: 'In FEEL (DMN 1.5), at most 4 kB of UTF-8.',
    example: 'if order.total > 100 then "large" else "small"',
  })
  expression: string;

  @JsonField({ optional: true, description: 'The variables by name.', example: { order: { total: 120 } } })
  context?: Record<string, unknown>;
}

@Output('ExpressionWarning', 'Something that made a part of the expression null.')
export class ExpressionWarningDto {
  @StringField({ max: 50, example: 'no_variable_found' })
  type: string;

  @StringField({ max: 300, example: "Variable 'total' not found" })
  message: string;

  @IntField({ min: 0, max: 4096, description: 'Where it begins in the source, UTF-16 units from 0.' })
  from: number;

  @IntField({ min: 0, max: 4096, description: 'Where it ends.' })
  to: number;
}

@Output('Evaluation', 'What an expression comes to.')
export class EvaluationDto {
  @JsonField({
    description:
      'Any JSON. Dates, times and durations are text in the form of ISO 8601. Numbers are doubles: never for money.',
    openapi: { oneOf: ['string', 'number', 'boolean', 'array', 'object'].map(schemaOf) },
    nullable: true,
    example: 'large',
  })
  result: unknown;

  @ObjectListField(() => ExpressionWarningDto, { maxItems: 51 })
  warnings: ExpressionWarningDto[];
}
