using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Command.Data.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class MonthSums : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "DayMarks",
                columns: table => new
                {
                    Name = table.Column<string>(type: "nvarchar(30)", maxLength: 30, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Day = table.Column<DateOnly>(type: "date", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DayMarks", x => x.Name);
                });

            migrationBuilder.CreateTable(
                name: "RollupMonths",
                columns: table => new
                {
                    PageId = table.Column<int>(type: "int", nullable: false),
                    Metric = table.Column<short>(type: "smallint", nullable: false),
                    Bucket = table.Column<short>(type: "smallint", nullable: false),
                    Month = table.Column<DateOnly>(type: "date", nullable: false),
                    Count = table.Column<long>(type: "bigint", nullable: false),
                    Sum = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RollupMonths", x => new { x.PageId, x.Month, x.Metric, x.Bucket });
                });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "DayMarks");

            migrationBuilder.DropTable(
                name: "RollupMonths");
        }
    }
}
