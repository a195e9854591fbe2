export { DirectRoutes } from './direct-routes';
export { installFast } from './install';
