using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Command.Data.Migrations.Sqlite
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
                    Name = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    Day = table.Column<DateOnly>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DayMarks", x => x.Name);
                });

            // A table without row ids is its key: sums of a page stand side by side, as a year is read.
            migrationBuilder.Sql(
                """
                CREATE TABLE "RollupMonths" (
                    "PageId" INTEGER NOT NULL,
                    "Month" TEXT NOT NULL,
                    "Metric" INTEGER NOT NULL,
                    "Bucket" INTEGER NOT NULL,
                    "Count" INTEGER NOT NULL,
                    "Sum" INTEGER NOT NULL,
                    CONSTRAINT "PK_RollupMonths" PRIMARY KEY ("PageId", "Month", "Metric", "Bucket")
                ) WITHOUT ROWID;
                """);
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
