import { Body, Controller, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { API_PREFIX, Require } from '../../../core/web/access';
import { Responds, Summary } from '../../../core/web/dto';
import { EvaluateInput, EvaluationDto } from './dto/expression.dto';
import { ExpressionInvalid, ExpressionLimit } from './expressions.errors';
import { ExpressionsService } from './expressions.service';

@ApiTags('expressions')
@Controller(`${API_PREFIX}/expressions`)
export class ExpressionsController {
  constructor(private readonly expressions: ExpressionsService) {}

  @Post('evaluate')
  @Summary('What an expression in FEEL comes to.')
  @Require()
  @Responds(200, EvaluationDto, [ExpressionInvalid, ExpressionLimit])
  evaluate(@Body() { expression, context = {} }: EvaluateInput): Promise<EvaluationDto> {
    return this.expressions.evaluate(expression, context);
  }
}
