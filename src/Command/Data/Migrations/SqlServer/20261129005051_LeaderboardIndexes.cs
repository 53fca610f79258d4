using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Command.Data.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class LeaderboardIndexes : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_TipoffDays_UnitId_Day",
                table: "TipoffDays");

            migrationBuilder.CreateIndex(
                name: "IX_TipoffDays_UnitId_Day_Standing_Internally_Count",
                table: "TipoffDays",
                columns: new[] { "UnitId", "Day", "Standing", "Internally", "Count" });

            migrationBuilder.CreateIndex(
                name: "IX_RollupMonths_PageId_Metric_Month_Count",
                table: "RollupMonths",
                columns: new[] { "PageId", "Metric", "Month", "Count" },
                filter: "[Metric] IN (31, 36)");

            migrationBuilder.CreateIndex(
                name: "IX_RollupDays_PageId_Metric_Day_Count",
                table: "RollupDays",
                columns: new[] { "PageId", "Metric", "Day", "Count" },
                filter: "[Metric] IN (31, 36)");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_TipoffDays_UnitId_Day_Standing_Internally_Count",
                table: "TipoffDays");

            migrationBuilder.DropIndex(
                name: "IX_RollupMonths_PageId_Metric_Month_Count",
                table: "RollupMonths");

            migrationBuilder.DropIndex(
                name: "IX_RollupDays_PageId_Metric_Day_Count",
                table: "RollupDays");

            migrationBuilder.CreateIndex(
                name: "IX_TipoffDays_UnitId_Day",
                table: "TipoffDays",
                columns: new[] { "UnitId", "Day" });
        }
    }
}
