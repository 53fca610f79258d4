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

BEGIN TRANSACTION;
IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122204238_Tipoffs'
)
BEGIN
    CREATE TABLE [DeadlineRules] (
        [Id] int NOT NULL IDENTITY,
        [Kind] tinyint NOT NULL,
        [From] date NOT NULL,
        [To] date NULL,
        [Amount] int NOT NULL,
        [Measure] tinyint NOT NULL,
        CONSTRAINT [PK_DeadlineRules] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122204238_Tipoffs'
)
BEGIN
    CREATE TABLE [Holidays] (
        [Day] date NOT NULL,
        [IsWorked] bit NOT NULL,
        [Name] nvarchar(100) NOT NULL,
        CONSTRAINT [PK_Holidays] PRIMARY KEY ([Day])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122204238_Tipoffs'
)
BEGIN
    CREATE TABLE [TipoffDays] (
        [Day] date NOT NULL,
        [UnitId] int NOT NULL,
        [PageId] int NOT NULL,
        [Category] tinyint NOT NULL,
        [Standing] tinyint NOT NULL,
        [Internally] bit NOT NULL,
        [Count] bigint NOT NULL,
        CONSTRAINT [PK_TipoffDays] PRIMARY KEY ([Day], [UnitId], [PageId], [Category], [Standing], [Internally])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122204238_Tipoffs'
)
BEGIN
    CREATE TABLE [Tipoffs] (
        [Id] bigint NOT NULL IDENTITY,
        [Number] nvarchar(30) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [OnceKey] nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [Source] tinyint NOT NULL,
        [PageId] int NULL,
        [CreditedUnitId] int NOT NULL,
        [ConversationId] bigint NULL,
        [Category] tinyint NOT NULL,
        [Urgency] tinyint NOT NULL,
        [ReceivedAt] bigint NOT NULL,
        [Day] date NOT NULL,
        [EnteredBy] int NOT NULL,
        [PassOnDue] bigint NOT NULL,
        [DecideDue] bigint NOT NULL,
        [DueAt] bigint NULL,
        [Extensions] tinyint NOT NULL,
        [State] tinyint NOT NULL,
        [Verdict] tinyint NULL,
        [DuplicateOfId] bigint NULL,
        [AssessedAt] bigint NULL,
        [AssessedBy] int NULL,
        [AssessedUnitId] int NULL,
        [AwaitingSince] bigint NULL,
        [ConfirmedAt] bigint NULL,
        [ConfirmedBy] int NULL,
        [ConfirmedInternally] bit NOT NULL,
        [Recheck] tinyint NOT NULL,
        [Version] int NOT NULL,
        CONSTRAINT [PK_Tipoffs] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_Tipoffs_Pages_PageId] FOREIGN KEY ([PageId]) REFERENCES [Pages] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_Tipoffs_Tipoffs_DuplicateOfId] FOREIGN KEY ([DuplicateOfId]) REFERENCES [Tipoffs] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_Tipoffs_Units_CreditedUnitId] FOREIGN KEY ([CreditedUnitId]) REFERENCES [Units] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122204238_Tipoffs'
)
BEGIN
    CREATE TABLE [TipoffSeries] (
        [Series] nvarchar(20) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [Last] int NOT NULL,
        CONSTRAINT [PK_TipoffSeries] PRIMARY KEY ([Series])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122204238_Tipoffs'
)
BEGIN
    CREATE TABLE [TipoffAttachments] (
        [Id] bigint NOT NULL IDENTITY,
        [TipoffId] bigint NOT NULL,
        [ContentType] nvarchar(100) NOT NULL,
        [Length] int NOT NULL,
        [Protected] varbinary(max) NOT NULL,
        [ExpiresAt] bigint NOT NULL,
        CONSTRAINT [PK_TipoffAttachments] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_TipoffAttachments_Tipoffs_TipoffId] FOREIGN KEY ([TipoffId]) REFERENCES [Tipoffs] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122204238_Tipoffs'
)
BEGIN
    CREATE TABLE [TipoffOutcomes] (
        [TipoffId] bigint NOT NULL,
        [Outcome] tinyint NOT NULL,
        [Count] int NOT NULL,
        [Day] date NOT NULL,
        CONSTRAINT [PK_TipoffOutcomes] PRIMARY KEY ([TipoffId], [Outcome]),
        CONSTRAINT [FK_TipoffOutcomes_Tipoffs_TipoffId] FOREIGN KEY ([TipoffId]) REFERENCES [Tipoffs] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122204238_Tipoffs'
)
BEGIN
    CREATE TABLE [TipoffRecipients] (
        [TipoffId] bigint NOT NULL,
        [UnitId] int NOT NULL,
        [ForwardedAt] bigint NOT NULL,
        CONSTRAINT [PK_TipoffRecipients] PRIMARY KEY ([TipoffId], [UnitId]),
        CONSTRAINT [FK_TipoffRecipients_Tipoffs_TipoffId] FOREIGN KEY ([TipoffId]) REFERENCES [Tipoffs] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_TipoffRecipients_Units_UnitId] FOREIGN KEY ([UnitId]) REFERENCES [Units] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122204238_Tipoffs'
)
BEGIN
    CREATE TABLE [TipoffSteps] (
        [TipoffId] bigint NOT NULL,
        [Number] int NOT NULL,
        [Kind] tinyint NOT NULL,
        [At] bigint NOT NULL,
        [PersonId] int NOT NULL,
        [Actor] nvarchar(256) NOT NULL,
        [UnitId] int NULL,
        [From] tinyint NOT NULL,
        [To] tinyint NOT NULL,
        [Verdict] tinyint NULL,
        [Why] nvarchar(2000) NULL,
        [Detail] nvarchar(300) NULL,
        CONSTRAINT [PK_TipoffSteps] PRIMARY KEY ([TipoffId], [Number]),
        CONSTRAINT [FK_TipoffSteps_Tipoffs_TipoffId] FOREIGN KEY ([TipoffId]) REFERENCES [Tipoffs] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122204238_Tipoffs'
)
BEGIN
    CREATE TABLE [TipoffWords] (
        [TipoffId] bigint NOT NULL,
        [Words] varbinary(max) NULL,
        [Place] varbinary(max) NULL,
        [ExpiresAt] bigint NOT NULL,
        CONSTRAINT [PK_TipoffWords] PRIMARY KEY ([TipoffId]),
        CONSTRAINT [FK_TipoffWords_Tipoffs_TipoffId] FOREIGN KEY ([TipoffId]) REFERENCES [Tipoffs] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122204238_Tipoffs'
)
BEGIN
    IF EXISTS (SELECT * FROM [sys].[identity_columns] WHERE [name] IN (N'Id', N'Amount', N'From', N'Kind', N'Measure', N'To') AND [object_id] = OBJECT_ID(N'[DeadlineRules]'))
        SET IDENTITY_INSERT [DeadlineRules] ON;
    EXEC(N'INSERT INTO [DeadlineRules] ([Id], [Amount], [From], [Kind], [Measure], [To])
    VALUES (1, 24, ''0001-01-01'', CAST(1 AS tinyint), CAST(1 AS tinyint), NULL),
    (2, 20, ''0001-01-01'', CAST(2 AS tinyint), CAST(3 AS tinyint), NULL),
    (3, 2, ''0001-01-01'', CAST(3 AS tinyint), CAST(5 AS tinyint), NULL),
    (4, 2, ''0001-01-01'', CAST(4 AS tinyint), CAST(5 AS tinyint), NULL)');
    IF EXISTS (SELECT * FROM [sys].[identity_columns] WHERE [name] IN (N'Id', N'Amount', N'From', N'Kind', N'Measure', N'To') AND [object_id] = OBJECT_ID(N'[DeadlineRules]'))
        SET IDENTITY_INSERT [DeadlineRules] OFF;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122204238_Tipoffs'
)
BEGIN
    IF EXISTS (SELECT * FROM [sys].[identity_columns] WHERE [name] IN (N'Day', N'IsWorked', N'Name') AND [object_id] = OBJECT_ID(N'[Holidays]'))
        SET IDENTITY_INSERT [Holidays] ON;
    EXEC(N'INSERT INTO [Holidays] ([Day], [IsWorked], [Name])
    VALUES (''2025-01-01'', CAST(0 AS bit), N''Tết Dương lịch''),
    (''2025-01-27'', CAST(0 AS bit), N''Tết Nguyên đán''),
    (''2025-01-28'', CAST(0 AS bit), N''Tết Nguyên đán''),
    (''2025-01-29'', CAST(0 AS bit), N''Tết Nguyên đán''),
    (''2025-01-30'', CAST(0 AS bit), N''Tết Nguyên đán''),
    (''2025-01-31'', CAST(0 AS bit), N''Tết Nguyên đán''),
    (''2025-04-07'', CAST(0 AS bit), N''Giỗ Tổ Hùng Vương''),
    (''2025-04-26'', CAST(1 AS bit), N''Quốc tế Lao động''),
    (''2025-04-30'', CAST(0 AS bit), N''Ngày Chiến thắng''),
    (''2025-05-01'', CAST(0 AS bit), N''Quốc tế Lao động''),
    (''2025-05-02'', CAST(0 AS bit), N''Quốc tế Lao động''),
    (''2025-09-01'', CAST(0 AS bit), N''Quốc khánh''),
    (''2025-09-02'', CAST(0 AS bit), N''Quốc khánh''),
    (''2026-01-01'', CAST(0 AS bit), N''Tết Dương lịch''),
    (''2026-01-02'', CAST(0 AS bit), N''Tết Dương lịch''),
    (''2026-01-10'', CAST(1 AS bit), N''Tết Dương lịch''),
    (''2026-02-16'', CAST(0 AS bit), N''Tết Nguyên đán''),
    (''2026-02-17'', CAST(0 AS bit), N''Tết Nguyên đán''),
    (''2026-02-18'', CAST(0 AS bit), N''Tết Nguyên đán''),
    (''2026-02-19'', CAST(0 AS bit), N''Tết Nguyên đán''),
    (''2026-02-20'', CAST(0 AS bit), N''Tết Nguyên đán''),
    (''2026-04-26'', CAST(0 AS bit), N''Giỗ Tổ Hùng Vương''),
    (''2026-04-27'', CAST(0 AS bit), N''Giỗ Tổ Hùng Vương''),
    (''2026-04-30'', CAST(0 AS bit), N''Ngày Chiến thắng''),
    (''2026-05-01'', CAST(0 AS bit), N''Quốc tế Lao động''),
    (''2026-08-22'', CAST(1 AS bit), N''Quốc khánh''),
    (''2026-08-31'', CAST(0 AS bit), N''Quốc khánh''),
    (''2026-09-01'', CAST(0 AS bit), N''Quốc khánh''),
    (''2026-09-02'', CAST(0 AS bit), N''Quốc khánh''),
    (''2027-01-01'', CAST(0 AS bit), N''Tết Dương lịch''),
    (''2027-02-05'', CAST(0 AS bit), N''Tết Nguyên đán''),
    (''2027-02-06'', CAST(0 AS bit), N''Tết Nguyên đán''),
    (''2027-02-07'', CAST(0 AS bit), N''Tết Nguyên đán''),
    (''2027-02-08'', CAST(0 AS bit), N''Tết Nguyên đán''),
    (''2027-02-09'', CAST(0 AS bit), N''Tết Nguyên đán''),
    (''2027-02-10'', CAST(0 AS bit), N''Tết Nguyên đán''),
    (''2027-02-11'', CAST(0 AS bit), N''Tết Nguyên đán''),
    (''2027-04-16'', CAST(0 AS bit), N''Giỗ Tổ Hùng Vương''),
    (''2027-04-30'', CAST(0 AS bit), N''Ngày Chiến thắng''),
    (''2027-05-01'', CAST(0 AS bit), N''Quốc tế Lao động''),
    (''2027-05-03'', CAST(0 AS bit), N''Quốc tế Lao động''),
    (''2027-09-02'', CAST(0 AS bit), N''Quốc khánh'');
    INSERT INTO [Holidays] ([Day], [IsWorked], [Name])
    VALUES (''2027-09-03'', CAST(0 AS bit), N''Quốc khánh'')');
    IF EXISTS (SELECT * FROM [sys].[identity_columns] WHERE [name] IN (N'Day', N'IsWorked', N'Name') AND [object_id] = OBJECT_ID(N'[Holidays]'))
        SET IDENTITY_INSERT [Holidays] OFF;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122204238_Tipoffs'
)
BEGIN
    CREATE UNIQUE INDEX [IX_DeadlineRules_Kind_From] ON [DeadlineRules] ([Kind], [From]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122204238_Tipoffs'
)
BEGIN
    CREATE INDEX [IX_TipoffAttachments_ExpiresAt] ON [TipoffAttachments] ([ExpiresAt]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122204238_Tipoffs'
)
BEGIN
    CREATE INDEX [IX_TipoffAttachments_TipoffId] ON [TipoffAttachments] ([TipoffId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122204238_Tipoffs'
)
BEGIN
    CREATE INDEX [IX_TipoffRecipients_UnitId] ON [TipoffRecipients] ([UnitId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122204238_Tipoffs'
)
BEGIN
    EXEC(N'CREATE INDEX [IX_Tipoffs_AwaitingSince] ON [Tipoffs] ([AwaitingSince]) WHERE [AwaitingSince] IS NOT NULL');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122204238_Tipoffs'
)
BEGIN
    EXEC(N'CREATE INDEX [IX_Tipoffs_ConversationId] ON [Tipoffs] ([ConversationId]) WHERE [ConversationId] IS NOT NULL');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122204238_Tipoffs'
)
BEGIN
    CREATE INDEX [IX_Tipoffs_CreditedUnitId_ReceivedAt] ON [Tipoffs] ([CreditedUnitId], [ReceivedAt]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122204238_Tipoffs'
)
BEGIN
    EXEC(N'CREATE INDEX [IX_Tipoffs_DueAt] ON [Tipoffs] ([DueAt]) WHERE [DueAt] IS NOT NULL');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122204238_Tipoffs'
)
BEGIN
    CREATE INDEX [IX_Tipoffs_DuplicateOfId] ON [Tipoffs] ([DuplicateOfId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122204238_Tipoffs'
)
BEGIN
    CREATE UNIQUE INDEX [IX_Tipoffs_Number] ON [Tipoffs] ([Number]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122204238_Tipoffs'
)
BEGIN
    CREATE UNIQUE INDEX [IX_Tipoffs_OnceKey] ON [Tipoffs] ([OnceKey]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122204238_Tipoffs'
)
BEGIN
    CREATE INDEX [IX_Tipoffs_PageId] ON [Tipoffs] ([PageId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122204238_Tipoffs'
)
BEGIN
    CREATE INDEX [IX_Tipoffs_ReceivedAt] ON [Tipoffs] ([ReceivedAt]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122204238_Tipoffs'
)
BEGIN
    CREATE INDEX [IX_TipoffSteps_Kind_At] ON [TipoffSteps] ([Kind], [At]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122204238_Tipoffs'
)
BEGIN
    CREATE INDEX [IX_TipoffWords_ExpiresAt] ON [TipoffWords] ([ExpiresAt]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122204238_Tipoffs'
)
BEGIN
    INSERT INTO [__EFMigrationsHistory] ([MigrationId], [ProductVersion])
    VALUES (N'20261122204238_Tipoffs', N'10.0.14');
END;

COMMIT;
GO

BEGIN TRANSACTION;
IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122210110_Messages'
)
BEGIN
    ALTER TABLE [Conversations] ADD [WaitingKind] tinyint NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122210110_Messages'
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
    WHERE [MigrationId] = N'20261122210110_Messages'
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
    WHERE [MigrationId] = N'20261122210110_Messages'
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
    WHERE [MigrationId] = N'20261122210110_Messages'
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
    WHERE [MigrationId] = N'20261122210110_Messages'
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
    WHERE [MigrationId] = N'20261122210110_Messages'
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
    WHERE [MigrationId] = N'20261122210110_Messages'
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
    WHERE [MigrationId] = N'20261122210110_Messages'
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
    WHERE [MigrationId] = N'20261122210110_Messages'
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
    WHERE [MigrationId] = N'20261122210110_Messages'
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
    WHERE [MigrationId] = N'20261122210110_Messages'
)
BEGIN
    CREATE INDEX [IX_Closings_ConversationId] ON [Closings] ([ConversationId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122210110_Messages'
)
BEGIN
    CREATE INDEX [IX_Closings_PageId_ClosedAt] ON [Closings] ([PageId], [ClosedAt]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122210110_Messages'
)
BEGIN
    EXEC(N'CREATE UNIQUE INDEX [IX_ReplyTargetRules_UnitId_Kind_From] ON [ReplyTargetRules] ([UnitId], [Kind], [From]) WHERE [UnitId] IS NOT NULL AND [Kind] IS NOT NULL');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122210110_Messages'
)
BEGIN
    CREATE INDEX [IX_ResidentIds_ExpiresAt] ON [ResidentIds] ([ExpiresAt]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122210110_Messages'
)
BEGIN
    INSERT INTO [__EFMigrationsHistory] ([MigrationId], [ProductVersion])
    VALUES (N'20261122210110_Messages', N'10.0.14');
END;

COMMIT;
GO

BEGIN TRANSACTION;
IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122224828_Alerts'
)
BEGIN
    CREATE TABLE [AlertRules] (
        [Id] int NOT NULL IDENTITY,
        [Kind] tinyint NOT NULL,
        [UnitId] int NULL,
        [From] date NOT NULL,
        [IsEnabled] bit NOT NULL,
        [Sounds] bit NOT NULL,
        [MustAcknowledge] bit NOT NULL,
        [Least] int NULL,
        [Again] int NULL,
        [Hours] int NULL,
        [Deviations] float NULL,
        CONSTRAINT [PK_AlertRules] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_AlertRules_Units_UnitId] FOREIGN KEY ([UnitId]) REFERENCES [Units] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122224828_Alerts'
)
BEGIN
    CREATE TABLE [Alerts] (
        [Id] bigint NOT NULL IDENTITY,
        [Kind] tinyint NOT NULL,
        [UnitId] int NULL,
        [PageId] int NULL,
        [Text] nvarchar(50) NOT NULL,
        [Cause] nvarchar(150) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [Link] nvarchar(300) NOT NULL,
        [Number] nvarchar(30) NULL,
        [Count] bigint NOT NULL,
        [Usual] bigint NULL,
        [Hours] int NULL,
        [Since] bigint NULL,
        [Day] date NULL,
        [RaisedAt] bigint NOT NULL,
        [Sounds] bit NOT NULL,
        [MustAcknowledge] bit NOT NULL,
        [ClosedAt] bigint NULL,
        [ResolvedAt] bigint NULL,
        [AcknowledgedAt] bigint NULL,
        [AcknowledgedById] int NULL,
        [AcknowledgedBy] nvarchar(256) NULL,
        [Note] nvarchar(500) NULL,
        [FewestSince] bigint NULL,
        CONSTRAINT [PK_Alerts] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_Alerts_Pages_PageId] FOREIGN KEY ([PageId]) REFERENCES [Pages] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_Alerts_Units_UnitId] FOREIGN KEY ([UnitId]) REFERENCES [Units] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122224828_Alerts'
)
BEGIN
    CREATE TABLE [DriftChecks] (
        [Day] date NOT NULL,
        [At] bigint NOT NULL,
        [LastEventId] bigint NOT NULL,
        [Days] int NOT NULL,
        [Drifts] int NOT NULL,
        CONSTRAINT [PK_DriftChecks] PRIMARY KEY ([Day])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122224828_Alerts'
)
BEGIN
    IF EXISTS (SELECT * FROM [sys].[identity_columns] WHERE [name] IN (N'Id', N'Again', N'Deviations', N'From', N'Hours', N'IsEnabled', N'Kind', N'Least', N'MustAcknowledge', N'Sounds', N'UnitId') AND [object_id] = OBJECT_ID(N'[AlertRules]'))
        SET IDENTITY_INSERT [AlertRules] ON;
    EXEC(N'INSERT INTO [AlertRules] ([Id], [Again], [Deviations], [From], [Hours], [IsEnabled], [Kind], [Least], [MustAcknowledge], [Sounds], [UnitId])
    VALUES (1, NULL, NULL, ''0001-01-01'', NULL, CAST(1 AS bit), CAST(1 AS tinyint), NULL, CAST(1 AS bit), CAST(1 AS bit), NULL),
    (2, 5, NULL, ''0001-01-01'', NULL, CAST(1 AS bit), CAST(2 AS tinyint), 1, CAST(0 AS bit), CAST(0 AS bit), NULL),
    (3, NULL, NULL, ''0001-01-01'', NULL, CAST(1 AS bit), CAST(3 AS tinyint), NULL, CAST(0 AS bit), CAST(0 AS bit), NULL),
    (4, NULL, 3.0E0, ''0001-01-01'', 2, CAST(1 AS bit), CAST(4 AS tinyint), 10, CAST(1 AS bit), CAST(0 AS bit), NULL),
    (5, NULL, NULL, ''0001-01-01'', NULL, CAST(1 AS bit), CAST(5 AS tinyint), NULL, CAST(1 AS bit), CAST(0 AS bit), NULL)');
    IF EXISTS (SELECT * FROM [sys].[identity_columns] WHERE [name] IN (N'Id', N'Again', N'Deviations', N'From', N'Hours', N'IsEnabled', N'Kind', N'Least', N'MustAcknowledge', N'Sounds', N'UnitId') AND [object_id] = OBJECT_ID(N'[AlertRules]'))
        SET IDENTITY_INSERT [AlertRules] OFF;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122224828_Alerts'
)
BEGIN
    EXEC(N'CREATE INDEX [IX_Tipoffs_Urgency_DueAt] ON [Tipoffs] ([Urgency], [DueAt]) WHERE [DueAt] IS NOT NULL');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122224828_Alerts'
)
BEGIN
    EXEC(N'CREATE UNIQUE INDEX [IX_AlertRules_Kind_UnitId_From] ON [AlertRules] ([Kind], [UnitId], [From]) WHERE [UnitId] IS NOT NULL');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122224828_Alerts'
)
BEGIN
    CREATE INDEX [IX_AlertRules_UnitId] ON [AlertRules] ([UnitId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122224828_Alerts'
)
BEGIN
    EXEC(N'CREATE UNIQUE INDEX [IX_Alerts_Cause] ON [Alerts] ([Cause]) WHERE [ClosedAt] IS NULL');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122224828_Alerts'
)
BEGIN
    CREATE INDEX [IX_Alerts_PageId] ON [Alerts] ([PageId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122224828_Alerts'
)
BEGIN
    CREATE INDEX [IX_Alerts_RaisedAt] ON [Alerts] ([RaisedAt]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122224828_Alerts'
)
BEGIN
    CREATE INDEX [IX_Alerts_UnitId_RaisedAt] ON [Alerts] ([UnitId], [RaisedAt]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261122224828_Alerts'
)
BEGIN
    INSERT INTO [__EFMigrationsHistory] ([MigrationId], [ProductVersion])
    VALUES (N'20261122224828_Alerts', N'10.0.14');
END;

COMMIT;
GO

BEGIN TRANSACTION;
IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261123000137_Leaderboards'
)
BEGIN
    CREATE TABLE [NamedPeriods] (
        [Key] nvarchar(50) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [Name] nvarchar(100) NOT NULL,
        [From] date NOT NULL,
        [To] date NOT NULL,
        CONSTRAINT [PK_NamedPeriods] PRIMARY KEY ([Key])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261123000137_Leaderboards'
)
BEGIN
    CREATE TABLE [PeriodSeries] (
        [Id] int NOT NULL IDENTITY,
        [Prefix] nvarchar(20) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [Name] nvarchar(100) NOT NULL,
        [EnglishName] nvarchar(100) NOT NULL,
        [StartDay] int NOT NULL,
        [StartsMonthBefore] bit NOT NULL,
        CONSTRAINT [PK_PeriodSeries] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261123000137_Leaderboards'
)
BEGIN
    CREATE TABLE [SealedLeaderboards] (
        [Id] int NOT NULL IDENTITY,
        [PeerGroup] nvarchar(100) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [Period] nvarchar(50) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [Metric] nvarchar(50) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [From] date NOT NULL,
        [To] date NOT NULL,
        [SealedAt] bigint NOT NULL,
        [SealedBy] nvarchar(256) NOT NULL,
        [WeightsVersion] int NOT NULL,
        [Content] nvarchar(max) NOT NULL,
        [Digest] binary(32) NOT NULL,
        CONSTRAINT [PK_SealedLeaderboards] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261123000137_Leaderboards'
)
BEGIN
    CREATE TABLE [Targets] (
        [UnitId] int NOT NULL,
        [Period] nvarchar(50) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [Metric] nvarchar(50) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [Value] float NOT NULL,
        [SetAt] bigint NOT NULL,
        [SetBy] nvarchar(256) NOT NULL,
        CONSTRAINT [PK_Targets] PRIMARY KEY ([UnitId], [Period], [Metric]),
        CONSTRAINT [FK_Targets_Units_UnitId] FOREIGN KEY ([UnitId]) REFERENCES [Units] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261123000137_Leaderboards'
)
BEGIN
    CREATE TABLE [WeightsVersions] (
        [Number] int NOT NULL,
        [PublishedAt] bigint NOT NULL,
        [PublishedBy] nvarchar(256) NOT NULL,
        [Note] nvarchar(2000) NULL,
        CONSTRAINT [PK_WeightsVersions] PRIMARY KEY ([Number])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261123000137_Leaderboards'
)
BEGIN
    CREATE TABLE [Appeals] (
        [Id] int NOT NULL IDENTITY,
        [SealedLeaderboardId] int NOT NULL,
        [UnitId] int NOT NULL,
        [NotedAt] bigint NOT NULL,
        [NotedBy] nvarchar(256) NOT NULL,
        [Text] nvarchar(2000) NOT NULL,
        [AnsweredAt] bigint NULL,
        [AnsweredBy] nvarchar(256) NULL,
        [Answer] nvarchar(2000) NULL,
        CONSTRAINT [PK_Appeals] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_Appeals_SealedLeaderboards_SealedLeaderboardId] FOREIGN KEY ([SealedLeaderboardId]) REFERENCES [SealedLeaderboards] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_Appeals_Units_UnitId] FOREIGN KEY ([UnitId]) REFERENCES [Units] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261123000137_Leaderboards'
)
BEGIN
    CREATE TABLE [Weights] (
        [Version] int NOT NULL,
        [Metric] nvarchar(50) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [Value] float NOT NULL,
        [Scale] float NOT NULL,
        CONSTRAINT [PK_Weights] PRIMARY KEY ([Version], [Metric]),
        CONSTRAINT [FK_Weights_WeightsVersions_Version] FOREIGN KEY ([Version]) REFERENCES [WeightsVersions] ([Number]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261123000137_Leaderboards'
)
BEGIN
    IF EXISTS (SELECT * FROM [sys].[identity_columns] WHERE [name] IN (N'Id', N'Again', N'Deviations', N'From', N'Hours', N'IsEnabled', N'Kind', N'Least', N'MustAcknowledge', N'Sounds', N'UnitId') AND [object_id] = OBJECT_ID(N'[AlertRules]'))
        SET IDENTITY_INSERT [AlertRules] ON;
    EXEC(N'INSERT INTO [AlertRules] ([Id], [Again], [Deviations], [From], [Hours], [IsEnabled], [Kind], [Least], [MustAcknowledge], [Sounds], [UnitId])
    VALUES (6, NULL, NULL, ''0001-01-01'', NULL, CAST(1 AS bit), CAST(6 AS tinyint), NULL, CAST(0 AS bit), CAST(0 AS bit), NULL)');
    IF EXISTS (SELECT * FROM [sys].[identity_columns] WHERE [name] IN (N'Id', N'Again', N'Deviations', N'From', N'Hours', N'IsEnabled', N'Kind', N'Least', N'MustAcknowledge', N'Sounds', N'UnitId') AND [object_id] = OBJECT_ID(N'[AlertRules]'))
        SET IDENTITY_INSERT [AlertRules] OFF;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261123000137_Leaderboards'
)
BEGIN
    IF EXISTS (SELECT * FROM [sys].[identity_columns] WHERE [name] IN (N'Id', N'EnglishName', N'Name', N'Prefix', N'StartDay', N'StartsMonthBefore') AND [object_id] = OBJECT_ID(N'[PeriodSeries]'))
        SET IDENTITY_INSERT [PeriodSeries] ON;
    EXEC(N'INSERT INTO [PeriodSeries] ([Id], [EnglishName], [Name], [Prefix], [StartDay], [StartsMonthBefore])
    VALUES (1, N''Calendar'', N''Lịch'', N'''', 1, CAST(0 AS bit)),
    (2, N''Police period'', N''Kỳ công an'', N''police'', 15, CAST(1 AS bit))');
    IF EXISTS (SELECT * FROM [sys].[identity_columns] WHERE [name] IN (N'Id', N'EnglishName', N'Name', N'Prefix', N'StartDay', N'StartsMonthBefore') AND [object_id] = OBJECT_ID(N'[PeriodSeries]'))
        SET IDENTITY_INSERT [PeriodSeries] OFF;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261123000137_Leaderboards'
)
BEGIN
    IF EXISTS (SELECT * FROM [sys].[identity_columns] WHERE [name] IN (N'Number', N'Note', N'PublishedAt', N'PublishedBy') AND [object_id] = OBJECT_ID(N'[WeightsVersions]'))
        SET IDENTITY_INSERT [WeightsVersions] ON;
    EXEC(N'INSERT INTO [WeightsVersions] ([Number], [Note], [PublishedAt], [PublishedBy])
    VALUES (1, NULL, CAST(0 AS bigint), N''system'')');
    IF EXISTS (SELECT * FROM [sys].[identity_columns] WHERE [name] IN (N'Number', N'Note', N'PublishedAt', N'PublishedBy') AND [object_id] = OBJECT_ID(N'[WeightsVersions]'))
        SET IDENTITY_INSERT [WeightsVersions] OFF;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261123000137_Leaderboards'
)
BEGIN
    IF EXISTS (SELECT * FROM [sys].[identity_columns] WHERE [name] IN (N'Metric', N'Version', N'Scale', N'Value') AND [object_id] = OBJECT_ID(N'[Weights]'))
        SET IDENTITY_INSERT [Weights] ON;
    EXEC(N'INSERT INTO [Weights] ([Metric], [Version], [Scale], [Value])
    VALUES (N''answered_in_time'', 1, 0.10000000000000001E0, 0.29999999999999999E0),
    (N''followers_per_1000'', 1, 50.0E0, 0.14999999999999999E0),
    (N''tipoffs_per_10000'', 1, 5.0E0, 0.14999999999999999E0),
    (N''valuable_ratio'', 1, 0.10000000000000001E0, 0.40000000000000002E0)');
    IF EXISTS (SELECT * FROM [sys].[identity_columns] WHERE [name] IN (N'Metric', N'Version', N'Scale', N'Value') AND [object_id] = OBJECT_ID(N'[Weights]'))
        SET IDENTITY_INSERT [Weights] OFF;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261123000137_Leaderboards'
)
BEGIN
    CREATE INDEX [IX_TipoffDays_UnitId_Day] ON [TipoffDays] ([UnitId], [Day]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261123000137_Leaderboards'
)
BEGIN
    CREATE INDEX [IX_Appeals_SealedLeaderboardId] ON [Appeals] ([SealedLeaderboardId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261123000137_Leaderboards'
)
BEGIN
    CREATE INDEX [IX_Appeals_UnitId] ON [Appeals] ([UnitId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261123000137_Leaderboards'
)
BEGIN
    CREATE UNIQUE INDEX [IX_PeriodSeries_Prefix] ON [PeriodSeries] ([Prefix]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261123000137_Leaderboards'
)
BEGIN
    CREATE INDEX [IX_SealedLeaderboards_PeerGroup_Metric_To] ON [SealedLeaderboards] ([PeerGroup], [Metric], [To]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261123000137_Leaderboards'
)
BEGIN
    CREATE UNIQUE INDEX [IX_SealedLeaderboards_PeerGroup_Period_Metric] ON [SealedLeaderboards] ([PeerGroup], [Period], [Metric]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261123000137_Leaderboards'
)
BEGIN
    INSERT INTO [__EFMigrationsHistory] ([MigrationId], [ProductVersion])
    VALUES (N'20261123000137_Leaderboards', N'10.0.14');
END;

COMMIT;
GO

BEGIN TRANSACTION;
IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261123001529_Comparison'
)
BEGIN
    CREATE TABLE [Annotations] (
        [Id] int NOT NULL IDENTITY,
        [From] date NOT NULL,
        [To] date NOT NULL,
        [UnitId] int NULL,
        [Kind] tinyint NOT NULL,
        [Text] nvarchar(300) NOT NULL,
        [MadeBy] nvarchar(256) NOT NULL,
        [MadeAt] bigint NOT NULL,
        CONSTRAINT [PK_Annotations] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_Annotations_Units_UnitId] FOREIGN KEY ([UnitId]) REFERENCES [Units] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261123001529_Comparison'
)
BEGIN
    CREATE INDEX [IX_Annotations_From] ON [Annotations] ([From]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261123001529_Comparison'
)
BEGIN
    CREATE INDEX [IX_Annotations_UnitId] ON [Annotations] ([UnitId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261123001529_Comparison'
)
BEGIN
    INSERT INTO [__EFMigrationsHistory] ([MigrationId], [ProductVersion])
    VALUES (N'20261123001529_Comparison', N'10.0.14');
END;

COMMIT;
GO

BEGIN TRANSACTION;
IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261124214751_MonthSums'
)
BEGIN
    CREATE TABLE [DayMarks] (
        [Name] nvarchar(30) COLLATE Latin1_General_100_BIN2 NOT NULL,
        [Day] date NOT NULL,
        CONSTRAINT [PK_DayMarks] PRIMARY KEY ([Name])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261124214751_MonthSums'
)
BEGIN
    CREATE TABLE [RollupMonths] (
        [PageId] int NOT NULL,
        [Metric] smallint NOT NULL,
        [Bucket] smallint NOT NULL,
        [Month] date NOT NULL,
        [Count] bigint NOT NULL,
        [Sum] bigint NOT NULL,
        CONSTRAINT [PK_RollupMonths] PRIMARY KEY ([PageId], [Month], [Metric], [Bucket])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261124214751_MonthSums'
)
BEGIN
    INSERT INTO [__EFMigrationsHistory] ([MigrationId], [ProductVersion])
    VALUES (N'20261124214751_MonthSums', N'10.0.14');
END;

COMMIT;
GO

BEGIN TRANSACTION;
IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261124222309_ExpectedHolidays'
)
BEGIN
    EXEC(N'UPDATE [Holidays] SET [Name] = N''Tết Dương lịch (dự kiến)''
    WHERE [Day] = ''2027-01-01'';
    SELECT @@ROWCOUNT');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261124222309_ExpectedHolidays'
)
BEGIN
    EXEC(N'UPDATE [Holidays] SET [Name] = N''Tết Nguyên đán (dự kiến)''
    WHERE [Day] = ''2027-02-05'';
    SELECT @@ROWCOUNT');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261124222309_ExpectedHolidays'
)
BEGIN
    EXEC(N'UPDATE [Holidays] SET [Name] = N''Tết Nguyên đán (dự kiến)''
    WHERE [Day] = ''2027-02-06'';
    SELECT @@ROWCOUNT');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261124222309_ExpectedHolidays'
)
BEGIN
    EXEC(N'UPDATE [Holidays] SET [Name] = N''Tết Nguyên đán (dự kiến)''
    WHERE [Day] = ''2027-02-07'';
    SELECT @@ROWCOUNT');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261124222309_ExpectedHolidays'
)
BEGIN
    EXEC(N'UPDATE [Holidays] SET [Name] = N''Tết Nguyên đán (dự kiến)''
    WHERE [Day] = ''2027-02-08'';
    SELECT @@ROWCOUNT');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261124222309_ExpectedHolidays'
)
BEGIN
    EXEC(N'UPDATE [Holidays] SET [Name] = N''Tết Nguyên đán (dự kiến)''
    WHERE [Day] = ''2027-02-09'';
    SELECT @@ROWCOUNT');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261124222309_ExpectedHolidays'
)
BEGIN
    EXEC(N'UPDATE [Holidays] SET [Name] = N''Tết Nguyên đán (dự kiến)''
    WHERE [Day] = ''2027-02-10'';
    SELECT @@ROWCOUNT');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261124222309_ExpectedHolidays'
)
BEGIN
    EXEC(N'UPDATE [Holidays] SET [Name] = N''Tết Nguyên đán (dự kiến)''
    WHERE [Day] = ''2027-02-11'';
    SELECT @@ROWCOUNT');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261124222309_ExpectedHolidays'
)
BEGIN
    EXEC(N'UPDATE [Holidays] SET [Name] = N''Giỗ Tổ Hùng Vương (dự kiến)''
    WHERE [Day] = ''2027-04-16'';
    SELECT @@ROWCOUNT');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261124222309_ExpectedHolidays'
)
BEGIN
    EXEC(N'UPDATE [Holidays] SET [Name] = N''Ngày Chiến thắng (dự kiến)''
    WHERE [Day] = ''2027-04-30'';
    SELECT @@ROWCOUNT');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261124222309_ExpectedHolidays'
)
BEGIN
    EXEC(N'UPDATE [Holidays] SET [Name] = N''Quốc tế Lao động (dự kiến)''
    WHERE [Day] = ''2027-05-01'';
    SELECT @@ROWCOUNT');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261124222309_ExpectedHolidays'
)
BEGIN
    EXEC(N'UPDATE [Holidays] SET [Name] = N''Quốc tế Lao động (dự kiến)''
    WHERE [Day] = ''2027-05-03'';
    SELECT @@ROWCOUNT');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261124222309_ExpectedHolidays'
)
BEGIN
    EXEC(N'UPDATE [Holidays] SET [Name] = N''Quốc khánh (dự kiến)''
    WHERE [Day] = ''2027-09-02'';
    SELECT @@ROWCOUNT');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261124222309_ExpectedHolidays'
)
BEGIN
    EXEC(N'UPDATE [Holidays] SET [Name] = N''Quốc khánh (dự kiến)''
    WHERE [Day] = ''2027-09-03'';
    SELECT @@ROWCOUNT');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261124222309_ExpectedHolidays'
)
BEGIN
    INSERT INTO [__EFMigrationsHistory] ([MigrationId], [ProductVersion])
    VALUES (N'20261124222309_ExpectedHolidays', N'10.0.14');
END;

COMMIT;
GO

BEGIN TRANSACTION;
IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261124222737_Reviews'
)
BEGIN
    CREATE TABLE [Reviews] (
        [Id] int NOT NULL IDENTITY,
        [UnitId] int NOT NULL,
        [Period] nvarchar(50) NOT NULL,
        [From] date NOT NULL,
        [To] date NOT NULL,
        [Comparison] nvarchar(50) NULL,
        [Title] nvarchar(200) NOT NULL,
        [Words] nvarchar(max) NOT NULL,
        [Version] int NOT NULL,
        [MadeBy] nvarchar(256) NOT NULL,
        [MadeAt] bigint NOT NULL,
        [EditedBy] nvarchar(256) NOT NULL,
        [EditedAt] bigint NOT NULL,
        [FrozenAt] bigint NULL,
        [FrozenBy] nvarchar(256) NULL,
        [Figures] nvarchar(max) NULL,
        [Digest] binary(32) NULL,
        CONSTRAINT [PK_Reviews] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_Reviews_Units_UnitId] FOREIGN KEY ([UnitId]) REFERENCES [Units] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261124222737_Reviews'
)
BEGIN
    CREATE INDEX [IX_Reviews_UnitId_To] ON [Reviews] ([UnitId], [To]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261124222737_Reviews'
)
BEGIN
    INSERT INTO [__EFMigrationsHistory] ([MigrationId], [ProductVersion])
    VALUES (N'20261124222737_Reviews', N'10.0.14');
END;

COMMIT;
GO

BEGIN TRANSACTION;
IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261124222754_RollupsByKey'
)
BEGIN
    INSERT INTO [__EFMigrationsHistory] ([MigrationId], [ProductVersion])
    VALUES (N'20261124222754_RollupsByKey', N'10.0.14');
END;

COMMIT;
GO

BEGIN TRANSACTION;
IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261125013734_TipoffCopies'
)
BEGIN
    CREATE TABLE [TipoffCopies] (
        [TipoffId] bigint NOT NULL,
        [Position] int NOT NULL,
        [Kind] int NOT NULL,
        [State] tinyint NOT NULL,
        [Fault] tinyint NULL,
        [Tries] int NOT NULL,
        [NextAt] bigint NOT NULL,
        [ExpiresAt] bigint NOT NULL,
        CONSTRAINT [PK_TipoffCopies] PRIMARY KEY ([TipoffId], [Position]),
        CONSTRAINT [FK_TipoffCopies_Tipoffs_TipoffId] FOREIGN KEY ([TipoffId]) REFERENCES [Tipoffs] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261125013734_TipoffCopies'
)
BEGIN
    CREATE INDEX [IX_TipoffCopies_ExpiresAt] ON [TipoffCopies] ([ExpiresAt]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261125013734_TipoffCopies'
)
BEGIN
    CREATE INDEX [IX_TipoffCopies_State_NextAt] ON [TipoffCopies] ([State], [NextAt]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261125013734_TipoffCopies'
)
BEGIN
    INSERT INTO [__EFMigrationsHistory] ([MigrationId], [ProductVersion])
    VALUES (N'20261125013734_TipoffCopies', N'10.0.14');
END;

COMMIT;
GO

BEGIN TRANSACTION;
IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129005051_LeaderboardIndexes'
)
BEGIN
    DROP INDEX [IX_TipoffDays_UnitId_Day] ON [TipoffDays];
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129005051_LeaderboardIndexes'
)
BEGIN
    CREATE INDEX [IX_TipoffDays_UnitId_Day_Standing_Internally_Count] ON [TipoffDays] ([UnitId], [Day], [Standing], [Internally], [Count]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129005051_LeaderboardIndexes'
)
BEGIN
    EXEC(N'CREATE INDEX [IX_RollupMonths_PageId_Metric_Month_Count] ON [RollupMonths] ([PageId], [Metric], [Month], [Count]) WHERE [Metric] IN (31, 36)');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129005051_LeaderboardIndexes'
)
BEGIN
    EXEC(N'CREATE INDEX [IX_RollupDays_PageId_Metric_Day_Count] ON [RollupDays] ([PageId], [Metric], [Day], [Count]) WHERE [Metric] IN (31, 36)');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129005051_LeaderboardIndexes'
)
BEGIN
    INSERT INTO [__EFMigrationsHistory] ([MigrationId], [ProductVersion])
    VALUES (N'20261129005051_LeaderboardIndexes', N'10.0.14');
END;

COMMIT;
GO

BEGIN TRANSACTION;
IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129102206_DeclaredReadings'
)
BEGIN
    EXEC(N'CREATE INDEX [IX_Readings_Declared] ON [Readings] ([PageId]) WHERE [Source] = 3');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261129102206_DeclaredReadings'
)
BEGIN
    INSERT INTO [__EFMigrationsHistory] ([MigrationId], [ProductVersion])
    VALUES (N'20261129102206_DeclaredReadings', N'10.0.14');
END;

COMMIT;
GO

