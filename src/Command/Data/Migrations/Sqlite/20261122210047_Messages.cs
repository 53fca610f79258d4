using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

#pragma warning disable CA1814 // Prefer jagged arrays over multidimensional

namespace Command.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Messages : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<byte>(
                name: "WaitingKind",
                table: "Conversations",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "Closings",
                columns: table => new
                {
                    EventId = table.Column<long>(type: "INTEGER", nullable: false),
                    ConversationId = table.Column<long>(type: "INTEGER", nullable: false),
                    PageId = table.Column<int>(type: "INTEGER", nullable: false),
                    Reason = table.Column<byte>(type: "INTEGER", nullable: false),
                    Note = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    ClosedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    ClosedById = table.Column<int>(type: "INTEGER", nullable: false),
                    ClosedBy = table.Column<string>(type: "TEXT", maxLength: 256, nullable: false),
                    IsDrawn = table.Column<bool>(type: "INTEGER", nullable: false),
                    RecheckedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    RecheckedBy = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    Agreed = table.Column<bool>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Closings", x => x.EventId);
                });

            migrationBuilder.CreateTable(
                name: "Handlings",
                columns: table => new
                {
                    ConversationId = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    Since = table.Column<long>(type: "INTEGER", nullable: false),
                    HandlerId = table.Column<int>(type: "INTEGER", nullable: true),
                    HandlerName = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    Kind = table.Column<byte>(type: "INTEGER", nullable: true),
                    LastAct = table.Column<byte>(type: "INTEGER", nullable: false),
                    LastBy = table.Column<string>(type: "TEXT", maxLength: 256, nullable: false),
                    LastAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Handlings", x => x.ConversationId);
                });

            migrationBuilder.CreateTable(
                name: "MessageDecisions",
                columns: table => new
                {
                    EventId = table.Column<long>(type: "INTEGER", nullable: false),
                    Kind = table.Column<byte>(type: "INTEGER", nullable: false),
                    PersonId = table.Column<int>(type: "INTEGER", nullable: false),
                    DecidedAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MessageDecisions", x => x.EventId);
                });

            migrationBuilder.CreateTable(
                name: "MessageRuleVersions",
                columns: table => new
                {
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    MadeAt = table.Column<long>(type: "INTEGER", nullable: false),
                    MadeBy = table.Column<string>(type: "TEXT", maxLength: 256, nullable: false),
                    Note = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MessageRuleVersions", x => x.Number);
                });

            migrationBuilder.CreateTable(
                name: "OfficersInCharge",
                columns: table => new
                {
                    UnitId = table.Column<int>(type: "INTEGER", nullable: false),
                    From = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    PersonId = table.Column<int>(type: "INTEGER", nullable: true),
                    Name = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OfficersInCharge", x => new { x.UnitId, x.From });
                    table.ForeignKey(
                        name: "FK_OfficersInCharge_Units_UnitId",
                        column: x => x.UnitId,
                        principalTable: "Units",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ReplyTargetRules",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    UnitId = table.Column<int>(type: "INTEGER", nullable: true),
                    Kind = table.Column<byte>(type: "INTEGER", nullable: true),
                    From = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    To = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Minutes = table.Column<int>(type: "INTEGER", nullable: false),
                    Measure = table.Column<byte>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReplyTargetRules", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ReplyTargetRules_Units_UnitId",
                        column: x => x.UnitId,
                        principalTable: "Units",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ResidentIds",
                columns: table => new
                {
                    ConversationId = table.Column<long>(type: "INTEGER", nullable: false),
                    Protected = table.Column<byte[]>(type: "BLOB", nullable: false),
                    ExpiresAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ResidentIds", x => x.ConversationId);
                });

            migrationBuilder.CreateTable(
                name: "MessageRules",
                columns: table => new
                {
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    Position = table.Column<int>(type: "INTEGER", nullable: false),
                    Test = table.Column<byte>(type: "INTEGER", nullable: false),
                    Kind = table.Column<byte>(type: "INTEGER", nullable: false),
                    Texts = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MessageRules", x => new { x.Version, x.Position });
                    table.ForeignKey(
                        name: "FK_MessageRules_MessageRuleVersions_Version",
                        column: x => x.Version,
                        principalTable: "MessageRuleVersions",
                        principalColumn: "Number",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.InsertData(
                table: "MessageRuleVersions",
                columns: new[] { "Number", "MadeAt", "MadeBy", "Note" },
                values: new object[] { 1, 0L, "system", "" });

            migrationBuilder.InsertData(
                table: "MessageRules",
                columns: new[] { "Position", "Version", "Kind", "Test", "Texts" },
                values: new object[,]
                {
                    { 1, 1, (byte)2, (byte)1, "tố giác\ntố cáo\nbáo tin\ntin báo\ntrình báo\ntrộm\ncướp\ncướp giật\ngiật đồ\nmóc túi\nmất cắp\nmất xe\nđánh nhau\nhành hung\nđâm chém\ngây thương tích\nma túy\nhút chích\ncờ bạc\nđánh bạc\ncá độ\nlô đề\nđánh đề\nđá gà\nlừa đảo\nchiếm đoạt\ngây rối\nmại dâm\nđua xe\ntín dụng đen\ncho vay nặng lãi\nđòi nợ\nđe dọa\ntống tiền\nxâm hại\nbắt cóc\nbạo hành\npháo nổ\nđốt pháo\nvũ khí\ndao kiếm" },
                    { 2, 1, (byte)1, (byte)1, "thủ tục\ncăn cước\ncccd\ncmnd\nchứng minh nhân dân\nhộ khẩu\ntạm trú\ntạm vắng\nthường trú\nlưu trú\ncư trú\nnhập hộ\ntách hộ\nđịnh danh\nvneid\nhộ chiếu\npassport\nlý lịch\ngiấy tờ\nlàm thẻ\nđăng ký xe\nbiển số\nbằng lái\ngiấy phép lái xe\ngplx\ngiấy xác nhận\nlệ phí\nnộp hồ sơ\ndịch vụ công\nphạt nguội" },
                    { 3, 1, (byte)5, (byte)1, "góp ý\nphản ánh thái độ\nthái độ phục vụ\nthái độ cán bộ" },
                    { 4, 1, (byte)4, (byte)1, "cảm ơn\ncám ơn\nkhen\nkhen ngợi\nbiểu dương\nhài lòng\ntuyệt vời" }
                });

            migrationBuilder.CreateIndex(
                name: "IX_Closings_ConversationId",
                table: "Closings",
                column: "ConversationId");

            migrationBuilder.CreateIndex(
                name: "IX_Closings_PageId_ClosedAt",
                table: "Closings",
                columns: new[] { "PageId", "ClosedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_ReplyTargetRules_UnitId_Kind_From",
                table: "ReplyTargetRules",
                columns: new[] { "UnitId", "Kind", "From" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ResidentIds_ExpiresAt",
                table: "ResidentIds",
                column: "ExpiresAt");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Closings");

            migrationBuilder.DropTable(
                name: "Handlings");

            migrationBuilder.DropTable(
                name: "MessageDecisions");

            migrationBuilder.DropTable(
                name: "MessageRules");

            migrationBuilder.DropTable(
                name: "OfficersInCharge");

            migrationBuilder.DropTable(
                name: "ReplyTargetRules");

            migrationBuilder.DropTable(
                name: "ResidentIds");

            migrationBuilder.DropTable(
                name: "MessageRuleVersions");

            migrationBuilder.DropColumn(
                name: "WaitingKind",
                table: "Conversations");
        }
    }
}
