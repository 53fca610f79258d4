using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

#pragma warning disable CA1814 // Prefer jagged arrays over multidimensional

namespace Command.Data.Migrations.SqlServer
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
                type: "tinyint",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "Closings",
                columns: table => new
                {
                    EventId = table.Column<long>(type: "bigint", nullable: false),
                    ConversationId = table.Column<long>(type: "bigint", nullable: false),
                    PageId = table.Column<int>(type: "int", nullable: false),
                    Reason = table.Column<byte>(type: "tinyint", nullable: false),
                    Note = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: true),
                    ClosedAt = table.Column<long>(type: "bigint", nullable: false),
                    ClosedById = table.Column<int>(type: "int", nullable: false),
                    ClosedBy = table.Column<string>(type: "nvarchar(256)", maxLength: 256, nullable: false),
                    IsDrawn = table.Column<bool>(type: "bit", nullable: false),
                    RecheckedAt = table.Column<long>(type: "bigint", nullable: true),
                    RecheckedBy = table.Column<string>(type: "nvarchar(256)", maxLength: 256, nullable: true),
                    Agreed = table.Column<bool>(type: "bit", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Closings", x => x.EventId);
                });

            migrationBuilder.CreateTable(
                name: "Handlings",
                columns: table => new
                {
                    ConversationId = table.Column<long>(type: "bigint", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false),
                    Since = table.Column<long>(type: "bigint", nullable: false),
                    HandlerId = table.Column<int>(type: "int", nullable: true),
                    HandlerName = table.Column<string>(type: "nvarchar(256)", maxLength: 256, nullable: true),
                    Kind = table.Column<byte>(type: "tinyint", nullable: true),
                    LastAct = table.Column<byte>(type: "tinyint", nullable: false),
                    LastBy = table.Column<string>(type: "nvarchar(256)", maxLength: 256, nullable: false),
                    LastAt = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Handlings", x => x.ConversationId);
                });

            migrationBuilder.CreateTable(
                name: "MessageDecisions",
                columns: table => new
                {
                    EventId = table.Column<long>(type: "bigint", nullable: false),
                    Kind = table.Column<byte>(type: "tinyint", nullable: false),
                    PersonId = table.Column<int>(type: "int", nullable: false),
                    DecidedAt = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MessageDecisions", x => x.EventId);
                });

            migrationBuilder.CreateTable(
                name: "MessageRuleVersions",
                columns: table => new
                {
                    Number = table.Column<int>(type: "int", nullable: false),
                    MadeAt = table.Column<long>(type: "bigint", nullable: false),
                    MadeBy = table.Column<string>(type: "nvarchar(256)", maxLength: 256, nullable: false),
                    Note = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MessageRuleVersions", x => x.Number);
                });

            migrationBuilder.CreateTable(
                name: "OfficersInCharge",
                columns: table => new
                {
                    UnitId = table.Column<int>(type: "int", nullable: false),
                    From = table.Column<DateOnly>(type: "date", nullable: false),
                    PersonId = table.Column<int>(type: "int", nullable: true),
                    Name = table.Column<string>(type: "nvarchar(256)", maxLength: 256, nullable: true)
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
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    UnitId = table.Column<int>(type: "int", nullable: true),
                    Kind = table.Column<byte>(type: "tinyint", nullable: true),
                    From = table.Column<DateOnly>(type: "date", nullable: false),
                    To = table.Column<DateOnly>(type: "date", nullable: true),
                    Minutes = table.Column<int>(type: "int", nullable: false),
                    Measure = table.Column<byte>(type: "tinyint", nullable: false)
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
                    ConversationId = table.Column<long>(type: "bigint", nullable: false),
                    Protected = table.Column<byte[]>(type: "varbinary(max)", nullable: false),
                    ExpiresAt = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ResidentIds", x => x.ConversationId);
                });

            migrationBuilder.CreateTable(
                name: "MessageRules",
                columns: table => new
                {
                    Version = table.Column<int>(type: "int", nullable: false),
                    Position = table.Column<int>(type: "int", nullable: false),
                    Test = table.Column<byte>(type: "tinyint", nullable: false),
                    Kind = table.Column<byte>(type: "tinyint", nullable: false),
                    Texts = table.Column<string>(type: "nvarchar(max)", nullable: false)
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
                unique: true,
                filter: "[UnitId] IS NOT NULL AND [Kind] IS NOT NULL");

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
