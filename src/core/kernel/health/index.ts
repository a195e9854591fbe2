export { Health, HealthChecks, PartHealth } from './health';
