using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

#pragma warning disable CA1814 // Prefer jagged arrays over multidimensional

namespace Command.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Leaderboards : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "NamedPeriods",
                columns: table => new
                {
                    Key = table.Column<string>(type: "TEXT", maxLength: 50, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    From = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    To = table.Column<DateOnly>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_NamedPeriods", x => x.Key);
                });

            migrationBuilder.CreateTable(
                name: "PeriodSeries",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Prefix = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    EnglishName = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    StartDay = table.Column<int>(type: "INTEGER", nullable: false),
                    StartsMonthBefore = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PeriodSeries", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "SealedLeaderboards",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    PeerGroup = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Period = table.Column<string>(type: "TEXT", maxLength: 50, nullable: false),
                    Metric = table.Column<string>(type: "TEXT", maxLength: 50, nullable: false),
                    From = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    To = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    SealedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    SealedBy = table.Column<string>(type: "TEXT", maxLength: 256, nullable: false),
                    WeightsVersion = table.Column<int>(type: "INTEGER", nullable: false),
                    Content = table.Column<string>(type: "TEXT", nullable: false),
                    Digest = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 32, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SealedLeaderboards", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Targets",
                columns: table => new
                {
                    UnitId = table.Column<int>(type: "INTEGER", nullable: false),
                    Period = table.Column<string>(type: "TEXT", maxLength: 50, nullable: false),
                    Metric = table.Column<string>(type: "TEXT", maxLength: 50, nullable: false),
                    Value = table.Column<double>(type: "REAL", nullable: false),
                    SetAt = table.Column<long>(type: "INTEGER", nullable: false),
                    SetBy = table.Column<string>(type: "TEXT", maxLength: 256, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Targets", x => new { x.UnitId, x.Period, x.Metric });
                    table.ForeignKey(
                        name: "FK_Targets_Units_UnitId",
                        column: x => x.UnitId,
                        principalTable: "Units",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "WeightsVersions",
                columns: table => new
                {
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    PublishedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    PublishedBy = table.Column<string>(type: "TEXT", maxLength: 256, nullable: false),
                    Note = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_WeightsVersions", x => x.Number);
                });

            migrationBuilder.CreateTable(
                name: "Appeals",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    SealedLeaderboardId = table.Column<int>(type: "INTEGER", nullable: false),
                    UnitId = table.Column<int>(type: "INTEGER", nullable: false),
                    NotedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    NotedBy = table.Column<string>(type: "TEXT", maxLength: 256, nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    AnsweredAt = table.Column<long>(type: "INTEGER", nullable: true),
                    AnsweredBy = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    Answer = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Appeals", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Appeals_SealedLeaderboards_SealedLeaderboardId",
                        column: x => x.SealedLeaderboardId,
                        principalTable: "SealedLeaderboards",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Appeals_Units_UnitId",
                        column: x => x.UnitId,
                        principalTable: "Units",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Weights",
                columns: table => new
                {
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    Metric = table.Column<string>(type: "TEXT", maxLength: 50, nullable: false),
                    Value = table.Column<double>(type: "REAL", nullable: false),
                    Scale = table.Column<double>(type: "REAL", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Weights", x => new { x.Version, x.Metric });
                    table.ForeignKey(
                        name: "FK_Weights_WeightsVersions_Version",
                        column: x => x.Version,
                        principalTable: "WeightsVersions",
                        principalColumn: "Number",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.InsertData(
                table: "AlertRules",
                columns: new[] { "Id", "Again", "Deviations", "From", "Hours", "IsEnabled", "Kind", "Least", "MustAcknowledge", "Sounds", "UnitId" },
                values: new object[] { 6, null, null, new DateOnly(1, 1, 1), null, true, (byte)6, null, false, false, null });

            migrationBuilder.InsertData(
                table: "PeriodSeries",
                columns: new[] { "Id", "EnglishName", "Name", "Prefix", "StartDay", "StartsMonthBefore" },
                values: new object[,]
                {
                    { 1, "Calendar", "Lịch", "", 1, false },
                    { 2, "Police period", "Kỳ công an", "police", 15, true }
                });

            migrationBuilder.InsertData(
                table: "WeightsVersions",
                columns: new[] { "Number", "Note", "PublishedAt", "PublishedBy" },
                values: new object[] { 1, null, 0L, "system" });

            migrationBuilder.InsertData(
                table: "Weights",
                columns: new[] { "Metric", "Version", "Scale", "Value" },
                values: new object[,]
                {
                    { "answered_in_time", 1, 0.10000000000000001, 0.29999999999999999 },
                    { "followers_per_1000", 1, 50.0, 0.14999999999999999 },
                    { "tipoffs_per_10000", 1, 5.0, 0.14999999999999999 },
                    { "valuable_ratio", 1, 0.10000000000000001, 0.40000000000000002 }
                });

            migrationBuilder.CreateIndex(
                name: "IX_TipoffDays_UnitId_Day",
                table: "TipoffDays",
                columns: new[] { "UnitId", "Day" });

            migrationBuilder.CreateIndex(
                name: "IX_Appeals_SealedLeaderboardId",
                table: "Appeals",
                column: "SealedLeaderboardId");

            migrationBuilder.CreateIndex(
                name: "IX_Appeals_UnitId",
                table: "Appeals",
                column: "UnitId");

            migrationBuilder.CreateIndex(
                name: "IX_PeriodSeries_Prefix",
                table: "PeriodSeries",
                column: "Prefix",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SealedLeaderboards_PeerGroup_Metric_To",
                table: "SealedLeaderboards",
                columns: new[] { "PeerGroup", "Metric", "To" });

            migrationBuilder.CreateIndex(
                name: "IX_SealedLeaderboards_PeerGroup_Period_Metric",
                table: "SealedLeaderboards",
                columns: new[] { "PeerGroup", "Period", "Metric" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Appeals");

            migrationBuilder.DropTable(
                name: "NamedPeriods");

            migrationBuilder.DropTable(
                name: "PeriodSeries");

            migrationBuilder.DropTable(
                name: "Targets");

            migrationBuilder.DropTable(
                name: "Weights");

            migrationBuilder.DropTable(
                name: "SealedLeaderboards");

            migrationBuilder.DropTable(
                name: "WeightsVersions");

            migrationBuilder.DropIndex(
                name: "IX_TipoffDays_UnitId_Day",
                table: "TipoffDays");

            migrationBuilder.DeleteData(
                table: "AlertRules",
                keyColumn: "Id",
                keyValue: 6);
        }
    }
}
