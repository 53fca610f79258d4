using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

#pragma warning disable CA1814 // Prefer jagged arrays over multidimensional

namespace Command.Data.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class Alerts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "AlertRules",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Kind = table.Column<byte>(type: "tinyint", nullable: false),
                    UnitId = table.Column<int>(type: "int", nullable: true),
                    From = table.Column<DateOnly>(type: "date", nullable: false),
                    IsEnabled = table.Column<bool>(type: "bit", nullable: false),
                    Sounds = table.Column<bool>(type: "bit", nullable: false),
                    MustAcknowledge = table.Column<bool>(type: "bit", nullable: false),
                    Least = table.Column<int>(type: "int", nullable: true),
                    Again = table.Column<int>(type: "int", nullable: true),
                    Hours = table.Column<int>(type: "int", nullable: true),
                    Deviations = table.Column<double>(type: "float", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AlertRules", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AlertRules_Units_UnitId",
                        column: x => x.UnitId,
                        principalTable: "Units",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Alerts",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Kind = table.Column<byte>(type: "tinyint", nullable: false),
                    UnitId = table.Column<int>(type: "int", nullable: true),
                    PageId = table.Column<int>(type: "int", nullable: true),
                    Text = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: false),
                    Cause = table.Column<string>(type: "nvarchar(150)", maxLength: 150, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Link = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    Number = table.Column<string>(type: "nvarchar(30)", maxLength: 30, nullable: true),
                    Count = table.Column<long>(type: "bigint", nullable: false),
                    Usual = table.Column<long>(type: "bigint", nullable: true),
                    Hours = table.Column<int>(type: "int", nullable: true),
                    Since = table.Column<long>(type: "bigint", nullable: true),
                    Day = table.Column<DateOnly>(type: "date", nullable: true),
                    RaisedAt = table.Column<long>(type: "bigint", nullable: false),
                    Sounds = table.Column<bool>(type: "bit", nullable: false),
                    MustAcknowledge = table.Column<bool>(type: "bit", nullable: false),
                    ClosedAt = table.Column<long>(type: "bigint", nullable: true),
                    ResolvedAt = table.Column<long>(type: "bigint", nullable: true),
                    AcknowledgedAt = table.Column<long>(type: "bigint", nullable: true),
                    AcknowledgedById = table.Column<int>(type: "int", nullable: true),
                    AcknowledgedBy = table.Column<string>(type: "nvarchar(256)", maxLength: 256, nullable: true),
                    Note = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: true),
                    FewestSince = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Alerts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Alerts_Pages_PageId",
                        column: x => x.PageId,
                        principalTable: "Pages",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Alerts_Units_UnitId",
                        column: x => x.UnitId,
                        principalTable: "Units",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "DriftChecks",
                columns: table => new
                {
                    Day = table.Column<DateOnly>(type: "date", nullable: false),
                    At = table.Column<long>(type: "bigint", nullable: false),
                    LastEventId = table.Column<long>(type: "bigint", nullable: false),
                    Days = table.Column<int>(type: "int", nullable: false),
                    Drifts = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DriftChecks", x => x.Day);
                });

            migrationBuilder.InsertData(
                table: "AlertRules",
                columns: new[] { "Id", "Again", "Deviations", "From", "Hours", "IsEnabled", "Kind", "Least", "MustAcknowledge", "Sounds", "UnitId" },
                values: new object[,]
                {
                    { 1, null, null, new DateOnly(1, 1, 1), null, true, (byte)1, null, true, true, null },
                    { 2, 5, null, new DateOnly(1, 1, 1), null, true, (byte)2, 1, false, false, null },
                    { 3, null, null, new DateOnly(1, 1, 1), null, true, (byte)3, null, false, false, null },
                    { 4, null, 3.0, new DateOnly(1, 1, 1), 2, true, (byte)4, 10, true, false, null },
                    { 5, null, null, new DateOnly(1, 1, 1), null, true, (byte)5, null, true, false, null }
                });

            migrationBuilder.CreateIndex(
                name: "IX_Tipoffs_Urgency_DueAt",
                table: "Tipoffs",
                columns: new[] { "Urgency", "DueAt" },
                filter: "[DueAt] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_AlertRules_Kind_UnitId_From",
                table: "AlertRules",
                columns: new[] { "Kind", "UnitId", "From" },
                unique: true,
                filter: "[UnitId] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_AlertRules_UnitId",
                table: "AlertRules",
                column: "UnitId");

            migrationBuilder.CreateIndex(
                name: "IX_Alerts_Cause",
                table: "Alerts",
                column: "Cause",
                unique: true,
                filter: "[ClosedAt] IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Alerts_PageId",
                table: "Alerts",
                column: "PageId");

            migrationBuilder.CreateIndex(
                name: "IX_Alerts_RaisedAt",
                table: "Alerts",
                column: "RaisedAt");

            migrationBuilder.CreateIndex(
                name: "IX_Alerts_UnitId_RaisedAt",
                table: "Alerts",
                columns: new[] { "UnitId", "RaisedAt" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "AlertRules");

            migrationBuilder.DropTable(
                name: "Alerts");

            migrationBuilder.DropTable(
                name: "DriftChecks");

            migrationBuilder.DropIndex(
                name: "IX_Tipoffs_Urgency_DueAt",
                table: "Tipoffs");
        }
    }
}
