import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { API_PREFIX, Require } from '../access';
import { Responds, Summary } from '../dto';
import { Invariants } from '../../data/invariants/invariants';
import { InvariantReport } from './invariants.dto';
import { InvariantsPermission } from './invariants.permissions';

@ApiTags('system')
@Controller(`${API_PREFIX}/admin/invariants`)
export class InvariantsController {
  constructor(private readonly invariants: Invariants) {}

  @Get()
  @Summary('Whether everything that must hold at any time does, and what is off.')
  @Require(InvariantsPermission.Read)
  @Responds(200, InvariantReport)
  verify(): Promise<InvariantReport> {
    return this.invariants.verify();
  }
}
