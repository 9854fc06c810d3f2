import {
  AccountPlaces,
  CaseRecord,
  type Clock,
  connect,
  FoldedCases,
  OfficeSource,
  type Orm,
  systemClock,
} from '@headgate/persistence';
import {
  type DynamicModule,
  Inject,
  Module,
  type OnApplicationShutdown,
  StandardSchemaValidationPipe,
} from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_PIPE } from '@nestjs/core';
import { AttachmentsController } from './attachments/attachments.controller.ts';
import { CaseAttachmentsController } from './attachments/case-attachments.controller.ts';
import { CoverSheetController } from './attachments/cover-sheet.controller.ts';
import { BoardController } from './board/board.controller.ts';
import { Board } from './board/board.ts';
import { CaseTypesController } from './case-types/case-types.controller.ts';
import { CaseClocksController } from './cases/case-clocks.controller.ts';
import { CaseCommandsController } from './cases/case-commands.controller.ts';
import { CaseDesk } from './cases/case-desk.ts';
import { CasePreviewController } from './cases/case-preview.controller.ts';
import { CasesController } from './cases/cases.controller.ts';
import { LettersController } from './cases/letters.controller.ts';
import { Letters } from './cases/letters.ts';
import { MessagesController } from './cases/messages.controller.ts';
import { ShutOffCertificateController } from './delinquency/shut-off-certificate.controller.ts';
import { HealthController } from './health/health.controller.ts';
import { ProblemFilter } from './http/problem.filter.ts';
import { invalid } from './http/problem-of.ts';
import { OfficeJobs } from './jobs/office-jobs.ts';
import { Feed } from './live/feed.ts';
import { Live } from './live/live.ts';
import { StreamController } from './live/stream.controller.ts';
import { AccountsController } from './register/accounts.controller.ts';
import { ImportsController } from './register/imports.controller.ts';
import { DiscontinuationsController } from './reports/discontinuations.controller.ts';
import { ReportsController } from './reports/reports.controller.ts';
import { CampaignsController } from './rra/campaigns.controller.ts';
import { CampaignProgress } from './rra/progress.ts';
import { SummaryController } from './rra/summary.controller.ts';
import { AdministrationController } from './rules/administration.controller.ts';
import { CalculatorsController } from './rules/calculators.controller.ts';
import { PolicyMovesController } from './rules/policy-moves.controller.ts';
import { SlaPreviewController } from './rules/sla-preview.controller.ts';
import { WhatIfController } from './rules/what-if.controller.ts';
import { AbandonedFiles } from './scans/abandoned-files.ts';
import { ScanDesk } from './scans/scan-desk.ts';
import { ScanPapersController } from './scans/scan-papers.controller.ts';
import { ScansController } from './scans/scans.controller.ts';
import { SETTINGS, type Settings } from './settings.ts';
import { SessionsController } from './sign-in/sessions.controller.ts';
import { Sessions } from './sign-in/sessions.ts';
import { SignInGuard } from './sign-in/sign-in.guard.ts';
import { AbsencesController } from './staff/absences.controller.ts';
import { TasksController } from './tasks/tasks.controller.ts';
import { Writes } from './writing/writes.ts';

const ORM = Symbol('orm');
/** Somebody waits for each answer: what takes longer is answered 503, and asked again. */
const patience = { connectionMs: 5_000, lockMs: 3_000, statementMs: 30_000 };

@Module({
  controllers: [
    SessionsController,
    CaseTypesController,
    CasesController,
    CaseCommandsController,
    CaseClocksController,
    CasePreviewController,
    LettersController,
    MessagesController,
    CaseAttachmentsController,
    AttachmentsController,
    CoverSheetController,
    ScansController,
    ScanPapersController,
    TasksController,
    AccountsController,
    ImportsController,
    SlaPreviewController,
    WhatIfController,
    CalculatorsController,
    AdministrationController,
    PolicyMovesController,
    BoardController,
    ReportsController,
    DiscontinuationsController,
    ShutOffCertificateController,
    AbsencesController,
    CampaignsController,
    SummaryController,
    StreamController,
    HealthController,
  ],
  providers: [
    AbandonedFiles,
    AccountPlaces,
    Board,
    CampaignProgress,
    CaseDesk,
    Letters,
    Feed,
    FoldedCases,
    Live,
    OfficeJobs,
    ScanDesk,
    Sessions,
    Writes,
    { provide: APP_FILTER, useClass: ProblemFilter },
    { provide: APP_GUARD, useClass: SignInGuard },
    { provide: APP_PIPE, useFactory: () => new StandardSchemaValidationPipe({ exceptionFactory: invalid }) },
  ],
})
export class AppModule implements OnApplicationShutdown {
  constructor(@Inject(ORM) private readonly orm: Orm) {}

  /** The application over one database and one clock. */
  static over(settings: Settings, clock: Clock = systemClock): DynamicModule {
    return {
      module: AppModule,
      providers: [
        { provide: SETTINGS, useValue: settings },
        {
          provide: ORM,
          useFactory: () =>
            connect({ url: settings.DATABASE_URL, poolSize: settings.HEADGATE_DATABASE_POOL, patience }),
        },
        {
          provide: CaseRecord,
          useFactory: (orm: Orm) => new CaseRecord(orm, clock, new OfficeSource(orm)),
          inject: [ORM],
        },
      ],
    };
  }

  async onApplicationShutdown(): Promise<void> {
    await this.orm.close(true);
  }
}
