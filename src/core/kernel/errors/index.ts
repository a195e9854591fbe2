export * from './common.errors';
export {
  AnyErrorType,
  AppError,
  defineError,
  defineHidden,
  definedErrors,
  ErrorType,
  Facts,
  sentence,
} from './define-error';
export { Problem, ProblemPlace, toAppError, toProblem } from './problem';
