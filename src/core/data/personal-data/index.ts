export { PersonalData, PersonalDataKeeper } from './personal-data';
