using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

#pragma warning disable CA1814 // Prefer jagged arrays over multidimensional

namespace Command.Data.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class Comparison : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "Annotations",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    From = table.Column<DateOnly>(type: "date", nullable: false),
                    To = table.Column<DateOnly>(type: "date", nullable: false),
                    UnitId = table.Column<int>(type: "int", nullable: true),
                    Kind = table.Column<byte>(type: "tinyint", nullable: false),
                    Text = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    MadeBy = table.Column<string>(type: "nvarchar(256)", maxLength: 256, nullable: false),
                    MadeAt = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Annotations", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Annotations_Units_UnitId",
                        column: x => x.UnitId,
                        principalTable: "Units",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "NamedPeriods",
                columns: table => new
                {
                    Key = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Name = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    From = table.Column<DateOnly>(type: "date", nullable: false),
                    To = table.Column<DateOnly>(type: "date", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_NamedPeriods", x => x.Key);
                });

            migrationBuilder.CreateTable(
                name: "PeriodSeries",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Prefix = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Name = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    EnglishName = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    StartDay = table.Column<int>(type: "int", nullable: false),
                    StartsMonthBefore = table.Column<bool>(type: "bit", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PeriodSeries", x => x.Id);
                });

            migrationBuilder.InsertData(
                table: "PeriodSeries",
                columns: new[] { "Id", "EnglishName", "Name", "Prefix", "StartDay", "StartsMonthBefore" },
                values: new object[,]
                {
                    { 1, "Calendar", "Lịch", "", 1, false },
                    { 2, "Police period", "Kỳ công an", "police", 15, true }
                });

            migrationBuilder.CreateIndex(
                name: "IX_Annotations_From",
                table: "Annotations",
                column: "From");

            migrationBuilder.CreateIndex(
                name: "IX_Annotations_UnitId",
                table: "Annotations",
                column: "UnitId");

            migrationBuilder.CreateIndex(
                name: "IX_PeriodSeries_Prefix",
                table: "PeriodSeries",
                column: "Prefix",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Annotations");

            migrationBuilder.DropTable(
                name: "NamedPeriods");

            migrationBuilder.DropTable(
                name: "PeriodSeries");
        }
    }
}
