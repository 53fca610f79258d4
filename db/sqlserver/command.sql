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
    WHERE [MigrationId] = N'20261122194953_People'
)
BEGIN
    CREATE TABLE [People] (
        [Id] int NOT NULL IDENTITY,
        [DisplayName] nvarchar(200) NOT NULL,
        [Role] tinyint NOT NULL,
        [UnitId] int NULL,
        [MayConfirm] bit NOT NULL,
        [MustChangePassword] bit NOT NULL,
        [UserName] nvarchar(256) NULL,
        [NormalizedUserName] nvarchar(256) COLLATE Latin1_General_100_BIN2 NULL,
        [Email] nvarchar(256) NULL,
        [NormalizedEmail] nvarchar(256) COLLATE Latin1_General_100_BIN2 NULL,
        [EmailConfirmed] bit NOT NULL,
        [PasswordHash] nvarchar(max) NULL,
        [SecurityStamp] nvarchar(max) NULL,
        [ConcurrencyStamp] nvarchar(max) NULL,
        [PhoneNumber] nvarchar(max) NULL,
        [PhoneNumberConfirmed] bit NOT NULL,
        [TwoFactorEnabled] bit NOT NULL,
        [LockoutEnd] bigint NULL,
        [LockoutEnabled] bit NOT NULL,
        [AccessFailedCount] int NOT NULL,
        CONSTRAINT [PK_People] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_People_Units_UnitId] FOREIGN KEY ([UnitId]) REFERENCES [Units] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122194953_People'
)
BEGIN
    CREATE TABLE [ApiKeys] (
        [Id] int NOT NULL IDENTITY,
        [Name] nvarchar(200) NOT NULL,
        [KeyHash] binary(32) NOT NULL,
        [UnitId] int NULL,
        [MadeAt] bigint NOT NULL,
        [MadeById] int NOT NULL,
        [RevokedAt] bigint NULL,
        CONSTRAINT [PK_ApiKeys] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_ApiKeys_People_MadeById] FOREIGN KEY ([MadeById]) REFERENCES [People] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_ApiKeys_Units_UnitId] FOREIGN KEY ([UnitId]) REFERENCES [Units] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122194953_People'
)
BEGIN
    CREATE TABLE [PersonClaims] (
        [Id] int NOT NULL IDENTITY,
        [UserId] int NOT NULL,
        [ClaimType] nvarchar(max) NULL,
        [ClaimValue] nvarchar(max) NULL,
        CONSTRAINT [PK_PersonClaims] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_PersonClaims_People_UserId] FOREIGN KEY ([UserId]) REFERENCES [People] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122194953_People'
)
BEGIN
    CREATE TABLE [PersonConfirmsFor] (
        [PersonId] int NOT NULL,
        [UnitId] int NOT NULL,
        CONSTRAINT [PK_PersonConfirmsFor] PRIMARY KEY ([PersonId], [UnitId]),
        CONSTRAINT [FK_PersonConfirmsFor_People_PersonId] FOREIGN KEY ([PersonId]) REFERENCES [People] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_PersonConfirmsFor_Units_UnitId] FOREIGN KEY ([UnitId]) REFERENCES [Units] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122194953_People'
)
BEGIN
    CREATE TABLE [PersonLogins] (
        [LoginProvider] nvarchar(128) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [ProviderKey] nvarchar(128) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [ProviderDisplayName] nvarchar(max) NULL,
        [UserId] int NOT NULL,
        CONSTRAINT [PK_PersonLogins] PRIMARY KEY ([LoginProvider], [ProviderKey]),
        CONSTRAINT [FK_PersonLogins_People_UserId] FOREIGN KEY ([UserId]) REFERENCES [People] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122194953_People'
)
BEGIN
    CREATE TABLE [PersonTokens] (
        [UserId] int NOT NULL,
        [LoginProvider] nvarchar(128) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [Name] nvarchar(128) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [Value] nvarchar(max) NULL,
        CONSTRAINT [PK_PersonTokens] PRIMARY KEY ([UserId], [LoginProvider], [Name]),
        CONSTRAINT [FK_PersonTokens_People_UserId] FOREIGN KEY ([UserId]) REFERENCES [People] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122194953_People'
)
BEGIN
    CREATE TABLE [WallDevices] (
        [Id] int NOT NULL IDENTITY,
        [SecretHash] binary(32) NOT NULL,
        [Code] nvarchar(20) COLLATE Latin1_General_100_BIN2 NULL,
        [CodeExpiresAt] bigint NOT NULL,
        [Name] nvarchar(200) NULL,
        [UnitId] int NULL,
        [PairedAt] bigint NULL,
        [PairedById] int NULL,
        [RevokedAt] bigint NULL,
        CONSTRAINT [PK_WallDevices] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_WallDevices_People_PairedById] FOREIGN KEY ([PairedById]) REFERENCES [People] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_WallDevices_Units_UnitId] FOREIGN KEY ([UnitId]) REFERENCES [Units] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122194953_People'
)
BEGIN
    CREATE UNIQUE INDEX [IX_ApiKeys_KeyHash] ON [ApiKeys] ([KeyHash]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122194953_People'
)
BEGIN
    CREATE INDEX [IX_ApiKeys_MadeById] ON [ApiKeys] ([MadeById]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122194953_People'
)
BEGIN
    CREATE INDEX [IX_ApiKeys_UnitId] ON [ApiKeys] ([UnitId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122194953_People'
)
BEGIN
    CREATE INDEX [EmailIndex] ON [People] ([NormalizedEmail]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122194953_People'
)
BEGIN
    CREATE INDEX [IX_People_UnitId] ON [People] ([UnitId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122194953_People'
)
BEGIN
    EXEC(N'CREATE UNIQUE INDEX [UserNameIndex] ON [People] ([NormalizedUserName]) WHERE [NormalizedUserName] IS NOT NULL');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122194953_People'
)
BEGIN
    CREATE INDEX [IX_PersonClaims_UserId] ON [PersonClaims] ([UserId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122194953_People'
)
BEGIN
    CREATE INDEX [IX_PersonConfirmsFor_UnitId] ON [PersonConfirmsFor] ([UnitId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122194953_People'
)
BEGIN
    CREATE INDEX [IX_PersonLogins_UserId] ON [PersonLogins] ([UserId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122194953_People'
)
BEGIN
    EXEC(N'CREATE UNIQUE INDEX [IX_WallDevices_Code] ON [WallDevices] ([Code]) WHERE [Code] IS NOT NULL');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122194953_People'
)
BEGIN
    CREATE INDEX [IX_WallDevices_PairedById] ON [WallDevices] ([PairedById]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122194953_People'
)
BEGIN
    CREATE UNIQUE INDEX [IX_WallDevices_SecretHash] ON [WallDevices] ([SecretHash]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122194953_People'
)
BEGIN
    CREATE INDEX [IX_WallDevices_UnitId] ON [WallDevices] ([UnitId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122194953_People'
)
BEGIN
    INSERT INTO [__EFMigrationsHistory] ([MigrationId], [ProductVersion])
    VALUES (N'20261122194953_People', N'10.0.14');
END;

COMMIT;
GO

