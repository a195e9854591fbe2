export { EvaluationDto } from './dto/expression.dto';
export { ExpressionInvalid, ExpressionLimit } from './expressions.errors';
export { expressionsManifest } from './expressions.manifest';
export { ExpressionsModule } from './expressions.module';
export { ExpressionsService } from './expressions.service';
