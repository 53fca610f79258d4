IF OBJECT_ID(N'[__EFMigrationsHistory]') IS NULL
BEGIN
    CREATE TABLE [__EFMigrationsHistory] (
        [MigrationId] nvarchar(150) NOT NULL,
        [ProductVersion] nvarchar(32) NOT NULL,
        CONSTRAINT [PK___EFMigrationsHistory] PRIMARY KEY ([MigrationId])
    );
END;
GO

BEGIN TRANSACTION;
IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122163328_Initial'
)
BEGIN
    CREATE TABLE [ChangeCounters] (
        [Id] int NOT NULL,
        [Value] bigint NOT NULL,
        CONSTRAINT [PK_ChangeCounters] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122163328_Initial'
)
BEGIN
    CREATE TABLE [Conversations] (
        [Id] bigint NOT NULL IDENTITY,
        [PageId] int NOT NULL,
        [Person] binary(16) NOT NULL,
        [WaitingSince] bigint NULL,
        [LastReplyAt] bigint NULL,
        CONSTRAINT [PK_Conversations] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122163328_Initial'
)
BEGIN
    CREATE TABLE [Events] (
        [Id] bigint NOT NULL IDENTITY,
        [OnceKey] binary(16) NOT NULL,
        [PageId] int NOT NULL,
        [Kind] tinyint NOT NULL,
        [Proposed] tinyint NOT NULL,
        [Name] nvarchar(100) NOT NULL,
        [OccurredAt] bigint NOT NULL,
        [ReceivedAt] bigint NOT NULL,
        [ConversationId] bigint NULL,
        CONSTRAINT [PK_Events] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122163328_Initial'
)
BEGIN
    CREATE TABLE [Pages] (
        [Id] int NOT NULL IDENTITY,
        [Key] nvarchar(100) COLLATE Latin1_General_100_BIN2 NULL,
        [Platform] tinyint NOT NULL,
        [ExternalId] nvarchar(100) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [Name] nvarchar(300) NULL,
        [SilentAfterHours] int NULL,
        CONSTRAINT [PK_Pages] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122163328_Initial'
)
BEGIN
    CREATE TABLE [Refusals] (
        [Day] date NOT NULL,
        [Platform] tinyint NOT NULL,
        [Reason] nvarchar(50) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [Count] bigint NOT NULL,
        CONSTRAINT [PK_Refusals] PRIMARY KEY ([Day], [Platform], [Reason])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122163328_Initial'
)
BEGIN
    CREATE TABLE [RollupDays] (
        [PageId] int NOT NULL,
        [Metric] smallint NOT NULL,
        [Bucket] smallint NOT NULL,
        [Day] date NOT NULL,
        [Count] bigint NOT NULL,
        [Sum] bigint NOT NULL,
        CONSTRAINT [PK_RollupDays] PRIMARY KEY ([PageId], [Day], [Metric], [Bucket])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122163328_Initial'
)
BEGIN
    CREATE TABLE [RollupFiveMinutes] (
        [PageId] int NOT NULL,
        [Metric] smallint NOT NULL,
        [Bucket] smallint NOT NULL,
        [SlotUtc] bigint NOT NULL,
        [Count] bigint NOT NULL,
        [Sum] bigint NOT NULL,
        CONSTRAINT [PK_RollupFiveMinutes] PRIMARY KEY ([PageId], [SlotUtc], [Metric], [Bucket])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122163328_Initial'
)
BEGIN
    CREATE TABLE [RollupHours] (
        [PageId] int NOT NULL,
        [Metric] smallint NOT NULL,
        [Bucket] smallint NOT NULL,
        [SlotUtc] bigint NOT NULL,
        [Count] bigint NOT NULL,
        [Sum] bigint NOT NULL,
        CONSTRAINT [PK_RollupHours] PRIMARY KEY ([PageId], [SlotUtc], [Metric], [Bucket])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122163328_Initial'
)
BEGIN
    CREATE TABLE [Secrets] (
        [Name] nvarchar(150) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [Protected] varbinary(max) NOT NULL,
        CONSTRAINT [PK_Secrets] PRIMARY KEY ([Name])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122163328_Initial'
)
BEGIN
    CREATE TABLE [SetAsides] (
        [Id] bigint NOT NULL IDENTITY,
        [OnceKey] binary(16) NOT NULL,
        [Platform] tinyint NOT NULL,
        [Reason] nvarchar(50) NOT NULL,
        [ReceivedAt] bigint NOT NULL,
        [Protected] varbinary(max) NOT NULL,
        [ExpiresAt] bigint NOT NULL,
        CONSTRAINT [PK_SetAsides] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122163328_Initial'
)
BEGIN
    CREATE TABLE [Units] (
        [Id] int NOT NULL IDENTITY,
        [Key] nvarchar(100) COLLATE Latin1_General_100_BIN2 NOT NULL,
        CONSTRAINT [PK_Units] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122163328_Initial'
)
BEGIN
    CREATE TABLE [Words] (
        [EventId] bigint NOT NULL,
        [Protected] varbinary(max) NOT NULL,
        [ExpiresAt] bigint NOT NULL,
        CONSTRAINT [PK_Words] PRIMARY KEY ([EventId])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122163328_Initial'
)
BEGIN
    CREATE TABLE [WorldLoads] (
        [Name] nvarchar(200) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [FirstLoadedAt] bigint NOT NULL,
        CONSTRAINT [PK_WorldLoads] PRIMARY KEY ([Name])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122163328_Initial'
)
BEGIN
    CREATE TABLE [PageOwners] (
        [PageId] int NOT NULL,
        [From] date NOT NULL,
        [UnitId] int NOT NULL,
        [To] date NULL,
        CONSTRAINT [PK_PageOwners] PRIMARY KEY ([PageId], [From]),
        CONSTRAINT [FK_PageOwners_Pages_PageId] FOREIGN KEY ([PageId]) REFERENCES [Pages] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_PageOwners_Units_UnitId] FOREIGN KEY ([UnitId]) REFERENCES [Units] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122163328_Initial'
)
BEGIN
    CREATE TABLE [Readings] (
        [Id] bigint NOT NULL IDENTITY,
        [PageId] int NULL,
        [UnitId] int NULL,
        [Metric] smallint NOT NULL,
        [At] bigint NULL,
        [FromDay] date NULL,
        [ToDay] date NULL,
        [Value] float NOT NULL,
        [Source] tinyint NOT NULL,
        [Precision] tinyint NOT NULL,
        [DefinitionVersion] smallint NOT NULL,
        [Document] nvarchar(500) NULL,
        CONSTRAINT [PK_Readings] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_Readings_Pages_PageId] FOREIGN KEY ([PageId]) REFERENCES [Pages] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_Readings_Units_UnitId] FOREIGN KEY ([UnitId]) REFERENCES [Units] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122163328_Initial'
)
BEGIN
    CREATE TABLE [Successions] (
        [FromUnitId] int NOT NULL,
        [ToUnitId] int NOT NULL,
        [On] date NOT NULL,
        [Share] float NULL,
        CONSTRAINT [PK_Successions] PRIMARY KEY ([FromUnitId], [ToUnitId], [On]),
        CONSTRAINT [FK_Successions_Units_FromUnitId] FOREIGN KEY ([FromUnitId]) REFERENCES [Units] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_Successions_Units_ToUnitId] FOREIGN KEY ([ToUnitId]) REFERENCES [Units] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122163328_Initial'
)
BEGIN
    CREATE TABLE [UnitResidents] (
        [UnitId] int NOT NULL,
        [From] date NOT NULL,
        [Count] bigint NOT NULL,
        CONSTRAINT [PK_UnitResidents] PRIMARY KEY ([UnitId], [From]),
        CONSTRAINT [FK_UnitResidents_Units_UnitId] FOREIGN KEY ([UnitId]) REFERENCES [Units] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122163328_Initial'
)
BEGIN
    CREATE TABLE [UnitVersions] (
        [Id] int NOT NULL IDENTITY,
        [UnitId] int NOT NULL,
        [From] date NOT NULL,
        [To] date NULL,
        [Code] nvarchar(50) NOT NULL,
        [Name] nvarchar(300) NOT NULL,
        [Kind] tinyint NOT NULL,
        [ParentId] int NULL,
        [PeerGroup] nvarchar(100) NULL,
        CONSTRAINT [PK_UnitVersions] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_UnitVersions_Units_ParentId] FOREIGN KEY ([ParentId]) REFERENCES [Units] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_UnitVersions_Units_UnitId] FOREIGN KEY ([UnitId]) REFERENCES [Units] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122163328_Initial'
)
BEGIN
    IF EXISTS (SELECT * FROM [sys].[identity_columns] WHERE [name] IN (N'Id', N'Value') AND [object_id] = OBJECT_ID(N'[ChangeCounters]'))
        SET IDENTITY_INSERT [ChangeCounters] ON;
    EXEC(N'INSERT INTO [ChangeCounters] ([Id], [Value])
    VALUES (1, CAST(0 AS bigint))');
    IF EXISTS (SELECT * FROM [sys].[identity_columns] WHERE [name] IN (N'Id', N'Value') AND [object_id] = OBJECT_ID(N'[ChangeCounters]'))
        SET IDENTITY_INSERT [ChangeCounters] OFF;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122163328_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_Conversations_PageId_Person] ON [Conversations] ([PageId], [Person]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122163328_Initial'
)
BEGIN
    EXEC(N'CREATE INDEX [IX_Conversations_PageId_WaitingSince] ON [Conversations] ([PageId], [WaitingSince]) WHERE [WaitingSince] IS NOT NULL');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122163328_Initial'
)
BEGIN
    EXEC(N'CREATE INDEX [IX_Events_ConversationId_OccurredAt] ON [Events] ([ConversationId], [OccurredAt]) WHERE [ConversationId] IS NOT NULL');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122163328_Initial'
)
BEGIN
    CREATE INDEX [IX_Events_OccurredAt] ON [Events] ([OccurredAt]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122163328_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_Events_OnceKey] ON [Events] ([OnceKey]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122163328_Initial'
)
BEGIN
    CREATE INDEX [IX_PageOwners_UnitId] ON [PageOwners] ([UnitId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122163328_Initial'
)
BEGIN
    EXEC(N'CREATE UNIQUE INDEX [IX_Pages_Key] ON [Pages] ([Key]) WHERE [Key] IS NOT NULL');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122163328_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_Pages_Platform_ExternalId] ON [Pages] ([Platform], [ExternalId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122163328_Initial'
)
BEGIN
    CREATE INDEX [IX_Readings_PageId_Metric_At] ON [Readings] ([PageId], [Metric], [At]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122163328_Initial'
)
BEGIN
    CREATE INDEX [IX_Readings_UnitId_Metric_FromDay] ON [Readings] ([UnitId], [Metric], [FromDay]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122163328_Initial'
)
BEGIN
    CREATE INDEX [IX_RollupFiveMinutes_SlotUtc] ON [RollupFiveMinutes] ([SlotUtc]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122163328_Initial'
)
BEGIN
    CREATE INDEX [IX_SetAsides_ExpiresAt] ON [SetAsides] ([ExpiresAt]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122163328_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_SetAsides_OnceKey] ON [SetAsides] ([OnceKey]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122163328_Initial'
)
BEGIN
    CREATE INDEX [IX_Successions_ToUnitId] ON [Successions] ([ToUnitId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122163328_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_Units_Key] ON [Units] ([Key]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122163328_Initial'
)
BEGIN
    CREATE INDEX [IX_UnitVersions_ParentId] ON [UnitVersions] ([ParentId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122163328_Initial'
)
BEGIN
    CREATE UNIQUE INDEX [IX_UnitVersions_UnitId_From] ON [UnitVersions] ([UnitId], [From]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122163328_Initial'
)
BEGIN
    CREATE INDEX [IX_Words_ExpiresAt] ON [Words] ([ExpiresAt]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122163328_Initial'
)
BEGIN
    INSERT INTO [__EFMigrationsHistory] ([MigrationId], [ProductVersion])
    VALUES (N'20261122163328_Initial', N'10.0.14');
END;

COMMIT;
GO

BEGIN TRANSACTION;
IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122173908_Audit'
)
BEGIN
    CREATE TABLE [AuditRecords] (
        [Number] bigint NOT NULL,
        [At] bigint NOT NULL,
        [Actor] nvarchar(256) NOT NULL,
        [Action] nvarchar(100) NOT NULL,
        [Subject] nvarchar(300) NULL,
        [Origin] nvarchar(100) NULL,
        [Before] nvarchar(max) NULL,
        [After] nvarchar(max) NULL,
        [Digest] binary(32) NOT NULL,
        CONSTRAINT [PK_AuditRecords] PRIMARY KEY ([Number])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122173908_Audit'
)
BEGIN
    CREATE INDEX [IX_AuditRecords_At] ON [AuditRecords] ([At]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122173908_Audit'
)
BEGIN
    INSERT INTO [__EFMigrationsHistory] ([MigrationId], [ProductVersion])
    VALUES (N'20261122173908_Audit', N'10.0.14');
END;

COMMIT;
GO

BEGIN TRANSACTION;
IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122193107_OnceInConversation'
)
BEGIN
    DROP INDEX [IX_Events_ConversationId_OccurredAt] ON [Events];
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122193107_OnceInConversation'
)
BEGIN
    DROP INDEX [IX_Events_OnceKey] ON [Events];
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122193107_OnceInConversation'
)
BEGIN
    EXEC(N'CREATE UNIQUE INDEX [IX_Events_ConversationId_OnceKey] ON [Events] ([ConversationId], [OnceKey]) WHERE [ConversationId] IS NOT NULL');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122193107_OnceInConversation'
)
BEGIN
    EXEC(N'CREATE UNIQUE INDEX [IX_Events_OnceKey] ON [Events] ([OnceKey]) WHERE [ConversationId] IS NULL');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122193107_OnceInConversation'
)
BEGIN
    INSERT INTO [__EFMigrationsHistory] ([MigrationId], [ProductVersion])
    VALUES (N'20261122193107_OnceInConversation', N'10.0.14');
END;

COMMIT;
GO

BEGIN TRANSACTION;
IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122201750_Messages'
)
BEGIN
    ALTER TABLE [Conversations] ADD [WaitingKind] tinyint NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122201750_Messages'
)
BEGIN
    CREATE TABLE [Closings] (
        [EventId] bigint NOT NULL,
        [ConversationId] bigint NOT NULL,
        [PageId] int NOT NULL,
        [Reason] tinyint NOT NULL,
        [Note] nvarchar(300) NULL,
        [ClosedAt] bigint NOT NULL,
        [ClosedById] int NOT NULL,
        [ClosedBy] nvarchar(256) NOT NULL,
        [IsDrawn] bit NOT NULL,
        [RecheckedAt] bigint NULL,
        [RecheckedBy] nvarchar(256) NULL,
        [Agreed] bit NULL,
        CONSTRAINT [PK_Closings] PRIMARY KEY ([EventId])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122201750_Messages'
)
BEGIN
    CREATE TABLE [Handlings] (
        [ConversationId] bigint NOT NULL,
        [Version] int NOT NULL,
        [Since] bigint NOT NULL,
        [HandlerId] int NULL,
        [HandlerName] nvarchar(256) NULL,
        [Kind] tinyint NULL,
        [LastAct] tinyint NOT NULL,
        [LastBy] nvarchar(256) NOT NULL,
        [LastAt] bigint NOT NULL,
        CONSTRAINT [PK_Handlings] PRIMARY KEY ([ConversationId])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122201750_Messages'
)
BEGIN
    CREATE TABLE [MessageDecisions] (
        [EventId] bigint NOT NULL,
        [Kind] tinyint NOT NULL,
        [PersonId] int NOT NULL,
        [DecidedAt] bigint NOT NULL,
        CONSTRAINT [PK_MessageDecisions] PRIMARY KEY ([EventId])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122201750_Messages'
)
BEGIN
    CREATE TABLE [MessageRuleVersions] (
        [Number] int NOT NULL,
        [MadeAt] bigint NOT NULL,
        [MadeBy] nvarchar(256) NOT NULL,
        [Note] nvarchar(500) NOT NULL,
        CONSTRAINT [PK_MessageRuleVersions] PRIMARY KEY ([Number])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122201750_Messages'
)
BEGIN
    CREATE TABLE [OfficersInCharge] (
        [UnitId] int NOT NULL,
        [From] date NOT NULL,
        [PersonId] int NULL,
        [Name] nvarchar(256) NULL,
        CONSTRAINT [PK_OfficersInCharge] PRIMARY KEY ([UnitId], [From]),
        CONSTRAINT [FK_OfficersInCharge_Units_UnitId] FOREIGN KEY ([UnitId]) REFERENCES [Units] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122201750_Messages'
)
BEGIN
    CREATE TABLE [ReplyTargetRules] (
        [Id] int NOT NULL IDENTITY,
        [UnitId] int NULL,
        [Kind] tinyint NULL,
        [From] date NOT NULL,
        [To] date NULL,
        [Minutes] int NOT NULL,
        [Measure] tinyint NOT NULL,
        CONSTRAINT [PK_ReplyTargetRules] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_ReplyTargetRules_Units_UnitId] FOREIGN KEY ([UnitId]) REFERENCES [Units] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122201750_Messages'
)
BEGIN
    CREATE TABLE [ResidentIds] (
        [ConversationId] bigint NOT NULL,
        [Protected] varbinary(max) NOT NULL,
        [ExpiresAt] bigint NOT NULL,
        CONSTRAINT [PK_ResidentIds] PRIMARY KEY ([ConversationId])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122201750_Messages'
)
BEGIN
    CREATE TABLE [MessageRules] (
        [Version] int NOT NULL,
        [Position] int NOT NULL,
        [Test] tinyint NOT NULL,
        [Kind] tinyint NOT NULL,
        [Texts] nvarchar(max) NOT NULL,
        CONSTRAINT [PK_MessageRules] PRIMARY KEY ([Version], [Position]),
        CONSTRAINT [FK_MessageRules_MessageRuleVersions_Version] FOREIGN KEY ([Version]) REFERENCES [MessageRuleVersions] ([Number]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122201750_Messages'
)
BEGIN
    IF EXISTS (SELECT * FROM [sys].[identity_columns] WHERE [name] IN (N'Number', N'MadeAt', N'MadeBy', N'Note') AND [object_id] = OBJECT_ID(N'[MessageRuleVersions]'))
        SET IDENTITY_INSERT [MessageRuleVersions] ON;
    EXEC(N'INSERT INTO [MessageRuleVersions] ([Number], [MadeAt], [MadeBy], [Note])
    VALUES (1, CAST(0 AS bigint), N''system'', N'''')');
    IF EXISTS (SELECT * FROM [sys].[identity_columns] WHERE [name] IN (N'Number', N'MadeAt', N'MadeBy', N'Note') AND [object_id] = OBJECT_ID(N'[MessageRuleVersions]'))
        SET IDENTITY_INSERT [MessageRuleVersions] OFF;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122201750_Messages'
)
BEGIN
    IF EXISTS (SELECT * FROM [sys].[identity_columns] WHERE [name] IN (N'Position', N'Version', N'Kind', N'Test', N'Texts') AND [object_id] = OBJECT_ID(N'[MessageRules]'))
        SET IDENTITY_INSERT [MessageRules] ON;
    EXEC(N'INSERT INTO [MessageRules] ([Position], [Version], [Kind], [Test], [Texts])
    VALUES (1, 1, CAST(2 AS tinyint), CAST(1 AS tinyint), CONCAT(CAST(N''tố giác'' AS nvarchar(max)), nchar(10), N''tố cáo'', nchar(10), N''báo tin'', nchar(10), N''tin báo'', nchar(10), N''trình báo'', nchar(10), N''trộm'', nchar(10), N''cướp'', nchar(10), N''cướp giật'', nchar(10), N''giật đồ'', nchar(10), N''móc túi'', nchar(10), N''mất cắp'', nchar(10), N''mất xe'', nchar(10), N''đánh nhau'', nchar(10), N''hành hung'', nchar(10), N''đâm chém'', nchar(10), N''gây thương tích'', nchar(10), N''ma túy'', nchar(10), N''hút chích'', nchar(10), N''cờ bạc'', nchar(10), N''đánh bạc'', nchar(10), N''cá độ'', nchar(10), N''lô đề'', nchar(10), N''đánh đề'', nchar(10), N''đá gà'', nchar(10), N''lừa đảo'', nchar(10), N''chiếm đoạt'', nchar(10), N''gây rối'', nchar(10), N''mại dâm'', nchar(10), N''đua xe'', nchar(10), N''tín dụng đen'', nchar(10), N''cho vay nặng lãi'', nchar(10), N''đòi nợ'', nchar(10), N''đe dọa'', nchar(10), N''tống tiền'', nchar(10), N''xâm hại'', nchar(10), N''bắt cóc'', nchar(10), N''bạo hành'', nchar(10), N''pháo nổ'', nchar(10), N''đốt pháo'', nchar(10), N''vũ khí'', nchar(10), N''dao kiếm'')),
    (2, 1, CAST(1 AS tinyint), CAST(1 AS tinyint), CONCAT(CAST(N''thủ tục'' AS nvarchar(max)), nchar(10), N''căn cước'', nchar(10), N''cccd'', nchar(10), N''cmnd'', nchar(10), N''chứng minh nhân dân'', nchar(10), N''hộ khẩu'', nchar(10), N''tạm trú'', nchar(10), N''tạm vắng'', nchar(10), N''thường trú'', nchar(10), N''lưu trú'', nchar(10), N''cư trú'', nchar(10), N''nhập hộ'', nchar(10), N''tách hộ'', nchar(10), N''định danh'', nchar(10), N''vneid'', nchar(10), N''hộ chiếu'', nchar(10), N''passport'', nchar(10), N''lý lịch'', nchar(10), N''giấy tờ'', nchar(10), N''làm thẻ'', nchar(10), N''đăng ký xe'', nchar(10), N''biển số'', nchar(10), N''bằng lái'', nchar(10), N''giấy phép lái xe'', nchar(10), N''gplx'', nchar(10), N''giấy xác nhận'', nchar(10), N''lệ phí'', nchar(10), N''nộp hồ sơ'', nchar(10), N''dịch vụ công'', nchar(10), N''phạt nguội'')),
    (3, 1, CAST(5 AS tinyint), CAST(1 AS tinyint), CONCAT(CAST(N''góp ý'' AS nvarchar(max)), nchar(10), N''phản ánh thái độ'', nchar(10), N''thái độ phục vụ'', nchar(10), N''thái độ cán bộ'')),
    (4, 1, CAST(4 AS tinyint), CAST(1 AS tinyint), CONCAT(CAST(N''cảm ơn'' AS nvarchar(max)), nchar(10), N''cám ơn'', nchar(10), N''khen'', nchar(10), N''khen ngợi'', nchar(10), N''biểu dương'', nchar(10), N''hài lòng'', nchar(10), N''tuyệt vời''))');
    IF EXISTS (SELECT * FROM [sys].[identity_columns] WHERE [name] IN (N'Position', N'Version', N'Kind', N'Test', N'Texts') AND [object_id] = OBJECT_ID(N'[MessageRules]'))
        SET IDENTITY_INSERT [MessageRules] OFF;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122201750_Messages'
)
BEGIN
    CREATE INDEX [IX_Closings_ConversationId] ON [Closings] ([ConversationId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122201750_Messages'
)
BEGIN
    CREATE INDEX [IX_Closings_PageId_ClosedAt] ON [Closings] ([PageId], [ClosedAt]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122201750_Messages'
)
BEGIN
    EXEC(N'CREATE UNIQUE INDEX [IX_ReplyTargetRules_UnitId_Kind_From] ON [ReplyTargetRules] ([UnitId], [Kind], [From]) WHERE [UnitId] IS NOT NULL AND [Kind] IS NOT NULL');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122201750_Messages'
)
BEGIN
    CREATE INDEX [IX_ResidentIds_ExpiresAt] ON [ResidentIds] ([ExpiresAt]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122201750_Messages'
)
BEGIN
    INSERT INTO [__EFMigrationsHistory] ([MigrationId], [ProductVersion])
    VALUES (N'20261122201750_Messages', N'10.0.14');
END;

COMMIT;
GO

