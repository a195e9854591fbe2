export { areWell, Health, HealthChecks, PartHealth, PartOptions } from './health';
