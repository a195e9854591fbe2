export { {{Singular}}Dto } from './dto/{{singular}}.dto';
export { {{Singular}}Created } from './{{plural}}.events';
export { {{pluralCamel}}Manifest } from './{{plural}}.manifest';
export { {{Plural}}Module } from './{{plural}}.module';
export { {{Plural}}Permission } from './{{plural}}.permissions';
export { {{Plural}}Service } from './{{plural}}.service';
