using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

#pragma warning disable CA1814 // Prefer jagged arrays over multidimensional

namespace Command.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Tipoffs : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "DeadlineRules",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Kind = table.Column<byte>(type: "INTEGER", nullable: false),
                    From = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    To = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Amount = table.Column<int>(type: "INTEGER", nullable: false),
                    Measure = table.Column<byte>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DeadlineRules", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Holidays",
                columns: table => new
                {
                    Day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    IsWorked = table.Column<bool>(type: "INTEGER", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Holidays", x => x.Day);
                });

            migrationBuilder.CreateTable(
                name: "TipoffDays",
                columns: table => new
                {
                    Day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    UnitId = table.Column<int>(type: "INTEGER", nullable: false),
                    PageId = table.Column<int>(type: "INTEGER", nullable: false),
                    Category = table.Column<byte>(type: "INTEGER", nullable: false),
                    Standing = table.Column<byte>(type: "INTEGER", nullable: false),
                    Internally = table.Column<bool>(type: "INTEGER", nullable: false),
                    Count = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TipoffDays", x => new { x.Day, x.UnitId, x.PageId, x.Category, x.Standing, x.Internally });
                });

            migrationBuilder.CreateTable(
                name: "Tipoffs",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Number = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    OnceKey = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Source = table.Column<byte>(type: "INTEGER", nullable: false),
                    PageId = table.Column<int>(type: "INTEGER", nullable: true),
                    CreditedUnitId = table.Column<int>(type: "INTEGER", nullable: false),
                    ConversationId = table.Column<long>(type: "INTEGER", nullable: true),
                    Category = table.Column<byte>(type: "INTEGER", nullable: false),
                    Urgency = table.Column<byte>(type: "INTEGER", nullable: false),
                    ReceivedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    EnteredBy = table.Column<int>(type: "INTEGER", nullable: false),
                    PassOnDue = table.Column<long>(type: "INTEGER", nullable: false),
                    DecideDue = table.Column<long>(type: "INTEGER", nullable: false),
                    DueAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Extensions = table.Column<byte>(type: "INTEGER", nullable: false),
                    State = table.Column<byte>(type: "INTEGER", nullable: false),
                    Verdict = table.Column<byte>(type: "INTEGER", nullable: true),
                    DuplicateOfId = table.Column<long>(type: "INTEGER", nullable: true),
                    AssessedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    AssessedBy = table.Column<int>(type: "INTEGER", nullable: true),
                    AssessedUnitId = table.Column<int>(type: "INTEGER", nullable: true),
                    AwaitingSince = table.Column<long>(type: "INTEGER", nullable: true),
                    ConfirmedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    ConfirmedBy = table.Column<int>(type: "INTEGER", nullable: true),
                    ConfirmedInternally = table.Column<bool>(type: "INTEGER", nullable: false),
                    Recheck = table.Column<byte>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Tipoffs", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Tipoffs_Pages_PageId",
                        column: x => x.PageId,
                        principalTable: "Pages",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Tipoffs_Tipoffs_DuplicateOfId",
                        column: x => x.DuplicateOfId,
                        principalTable: "Tipoffs",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Tipoffs_Units_CreditedUnitId",
                        column: x => x.CreditedUnitId,
                        principalTable: "Units",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "TipoffSeries",
                columns: table => new
                {
                    Series = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Last = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TipoffSeries", x => x.Series);
                });

            migrationBuilder.CreateTable(
                name: "TipoffAttachments",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    TipoffId = table.Column<long>(type: "INTEGER", nullable: false),
                    ContentType = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Length = table.Column<int>(type: "INTEGER", nullable: false),
                    Protected = table.Column<byte[]>(type: "BLOB", nullable: false),
                    ExpiresAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TipoffAttachments", x => x.Id);
                    table.ForeignKey(
                        name: "FK_TipoffAttachments_Tipoffs_TipoffId",
                        column: x => x.TipoffId,
                        principalTable: "Tipoffs",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "TipoffOutcomes",
                columns: table => new
                {
                    TipoffId = table.Column<long>(type: "INTEGER", nullable: false),
                    Outcome = table.Column<byte>(type: "INTEGER", nullable: false),
                    Count = table.Column<int>(type: "INTEGER", nullable: false),
                    Day = table.Column<DateOnly>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TipoffOutcomes", x => new { x.TipoffId, x.Outcome });
                    table.ForeignKey(
                        name: "FK_TipoffOutcomes_Tipoffs_TipoffId",
                        column: x => x.TipoffId,
                        principalTable: "Tipoffs",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "TipoffRecipients",
                columns: table => new
                {
                    TipoffId = table.Column<long>(type: "INTEGER", nullable: false),
                    UnitId = table.Column<int>(type: "INTEGER", nullable: false),
                    ForwardedAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TipoffRecipients", x => new { x.TipoffId, x.UnitId });
                    table.ForeignKey(
                        name: "FK_TipoffRecipients_Tipoffs_TipoffId",
                        column: x => x.TipoffId,
                        principalTable: "Tipoffs",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_TipoffRecipients_Units_UnitId",
                        column: x => x.UnitId,
                        principalTable: "Units",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "TipoffSteps",
                columns: table => new
                {
                    TipoffId = table.Column<long>(type: "INTEGER", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Kind = table.Column<byte>(type: "INTEGER", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    PersonId = table.Column<int>(type: "INTEGER", nullable: false),
                    Actor = table.Column<string>(type: "TEXT", maxLength: 256, nullable: false),
                    UnitId = table.Column<int>(type: "INTEGER", nullable: true),
                    From = table.Column<byte>(type: "INTEGER", nullable: false),
                    To = table.Column<byte>(type: "INTEGER", nullable: false),
                    Verdict = table.Column<byte>(type: "INTEGER", nullable: true),
                    Why = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    Detail = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TipoffSteps", x => new { x.TipoffId, x.Number });
                    table.ForeignKey(
                        name: "FK_TipoffSteps_Tipoffs_TipoffId",
                        column: x => x.TipoffId,
                        principalTable: "Tipoffs",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "TipoffWords",
                columns: table => new
                {
                    TipoffId = table.Column<long>(type: "INTEGER", nullable: false),
                    Words = table.Column<byte[]>(type: "BLOB", nullable: true),
                    Place = table.Column<byte[]>(type: "BLOB", nullable: true),
                    ExpiresAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TipoffWords", x => x.TipoffId);
                    table.ForeignKey(
                        name: "FK_TipoffWords_Tipoffs_TipoffId",
                        column: x => x.TipoffId,
                        principalTable: "Tipoffs",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.InsertData(
                table: "DeadlineRules",
                columns: new[] { "Id", "Amount", "From", "Kind", "Measure", "To" },
                values: new object[,]
                {
                    { 1, 24, new DateOnly(1, 1, 1), (byte)1, (byte)1, null },
                    { 2, 20, new DateOnly(1, 1, 1), (byte)2, (byte)3, null },
                    { 3, 2, new DateOnly(1, 1, 1), (byte)3, (byte)5, null },
                    { 4, 2, new DateOnly(1, 1, 1), (byte)4, (byte)5, null }
                });

            migrationBuilder.InsertData(
                table: "Holidays",
                columns: new[] { "Day", "IsWorked", "Name" },
                values: new object[,]
                {
                    { new DateOnly(2025, 1, 1), false, "Tết Dương lịch" },
                    { new DateOnly(2025, 1, 27), false, "Tết Nguyên đán" },
                    { new DateOnly(2025, 1, 28), false, "Tết Nguyên đán" },
                    { new DateOnly(2025, 1, 29), false, "Tết Nguyên đán" },
                    { new DateOnly(2025, 1, 30), false, "Tết Nguyên đán" },
                    { new DateOnly(2025, 1, 31), false, "Tết Nguyên đán" },
                    { new DateOnly(2025, 4, 7), false, "Giỗ Tổ Hùng Vương" },
                    { new DateOnly(2025, 4, 26), true, "Quốc tế Lao động" },
                    { new DateOnly(2025, 4, 30), false, "Ngày Chiến thắng" },
                    { new DateOnly(2025, 5, 1), false, "Quốc tế Lao động" },
                    { new DateOnly(2025, 5, 2), false, "Quốc tế Lao động" },
                    { new DateOnly(2025, 9, 1), false, "Quốc khánh" },
                    { new DateOnly(2025, 9, 2), false, "Quốc khánh" },
                    { new DateOnly(2026, 1, 1), false, "Tết Dương lịch" },
                    { new DateOnly(2026, 1, 2), false, "Tết Dương lịch" },
                    { new DateOnly(2026, 1, 10), true, "Tết Dương lịch" },
                    { new DateOnly(2026, 2, 16), false, "Tết Nguyên đán" },
                    { new DateOnly(2026, 2, 17), false, "Tết Nguyên đán" },
                    { new DateOnly(2026, 2, 18), false, "Tết Nguyên đán" },
                    { new DateOnly(2026, 2, 19), false, "Tết Nguyên đán" },
                    { new DateOnly(2026, 2, 20), false, "Tết Nguyên đán" },
                    { new DateOnly(2026, 4, 26), false, "Giỗ Tổ Hùng Vương" },
                    { new DateOnly(2026, 4, 27), false, "Giỗ Tổ Hùng Vương" },
                    { new DateOnly(2026, 4, 30), false, "Ngày Chiến thắng" },
                    { new DateOnly(2026, 5, 1), false, "Quốc tế Lao động" },
                    { new DateOnly(2026, 8, 22), true, "Quốc khánh" },
                    { new DateOnly(2026, 8, 31), false, "Quốc khánh" },
                    { new DateOnly(2026, 9, 1), false, "Quốc khánh" },
                    { new DateOnly(2026, 9, 2), false, "Quốc khánh" },
                    { new DateOnly(2027, 1, 1), false, "Tết Dương lịch" },
                    { new DateOnly(2027, 2, 5), false, "Tết Nguyên đán" },
                    { new DateOnly(2027, 2, 6), false, "Tết Nguyên đán" },
                    { new DateOnly(2027, 2, 7), false, "Tết Nguyên đán" },
                    { new DateOnly(2027, 2, 8), false, "Tết Nguyên đán" },
                    { new DateOnly(2027, 2, 9), false, "Tết Nguyên đán" },
                    { new DateOnly(2027, 2, 10), false, "Tết Nguyên đán" },
                    { new DateOnly(2027, 2, 11), false, "Tết Nguyên đán" },
                    { new DateOnly(2027, 4, 16), false, "Giỗ Tổ Hùng Vương" },
                    { new DateOnly(2027, 4, 30), false, "Ngày Chiến thắng" },
                    { new DateOnly(2027, 5, 1), false, "Quốc tế Lao động" },
                    { new DateOnly(2027, 5, 3), false, "Quốc tế Lao động" },
                    { new DateOnly(2027, 9, 2), false, "Quốc khánh" },
                    { new DateOnly(2027, 9, 3), false, "Quốc khánh" }
                });

            migrationBuilder.CreateIndex(
                name: "IX_DeadlineRules_Kind_From",
                table: "DeadlineRules",
                columns: new[] { "Kind", "From" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_TipoffAttachments_ExpiresAt",
                table: "TipoffAttachments",
                column: "ExpiresAt");

            migrationBuilder.CreateIndex(
                name: "IX_TipoffAttachments_TipoffId",
                table: "TipoffAttachments",
                column: "TipoffId");

            migrationBuilder.CreateIndex(
                name: "IX_TipoffRecipients_UnitId",
                table: "TipoffRecipients",
                column: "UnitId");

            migrationBuilder.CreateIndex(
                name: "IX_Tipoffs_AwaitingSince",
                table: "Tipoffs",
                column: "AwaitingSince",
                filter: "[AwaitingSince] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Tipoffs_ConversationId",
                table: "Tipoffs",
                column: "ConversationId",
                filter: "[ConversationId] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Tipoffs_CreditedUnitId_ReceivedAt",
                table: "Tipoffs",
                columns: new[] { "CreditedUnitId", "ReceivedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Tipoffs_DueAt",
                table: "Tipoffs",
                column: "DueAt",
                filter: "[DueAt] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Tipoffs_DuplicateOfId",
                table: "Tipoffs",
                column: "DuplicateOfId");

            migrationBuilder.CreateIndex(
                name: "IX_Tipoffs_Number",
                table: "Tipoffs",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Tipoffs_OnceKey",
                table: "Tipoffs",
                column: "OnceKey",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Tipoffs_PageId",
                table: "Tipoffs",
                column: "PageId");

            migrationBuilder.CreateIndex(
                name: "IX_Tipoffs_ReceivedAt",
                table: "Tipoffs",
                column: "ReceivedAt");

            migrationBuilder.CreateIndex(
                name: "IX_TipoffSteps_Kind_At",
                table: "TipoffSteps",
                columns: new[] { "Kind", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_TipoffWords_ExpiresAt",
                table: "TipoffWords",
                column: "ExpiresAt");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "DeadlineRules");

            migrationBuilder.DropTable(
                name: "Holidays");

            migrationBuilder.DropTable(
                name: "TipoffAttachments");

            migrationBuilder.DropTable(
                name: "TipoffDays");

            migrationBuilder.DropTable(
                name: "TipoffOutcomes");

            migrationBuilder.DropTable(
                name: "TipoffRecipients");

            migrationBuilder.DropTable(
                name: "TipoffSeries");

            migrationBuilder.DropTable(
                name: "TipoffSteps");

            migrationBuilder.DropTable(
                name: "TipoffWords");

            migrationBuilder.DropTable(
                name: "Tipoffs");
        }
    }
}
