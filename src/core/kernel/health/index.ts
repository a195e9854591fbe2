export { Health, HealthChecks, PartHealth, PartOptions } from './health';
