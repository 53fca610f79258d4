using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Command.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class RollupsByKey : Migration
    {
        private static readonly (string Table, string Slot, string Type)[] tables =
            [("RollupFiveMinutes", "SlotUtc", "INTEGER"), ("RollupHours", "SlotUtc", "INTEGER"), ("RollupDays", "Day", "TEXT")];

        /// <summary>
        /// A row of sums is found by its key alone. Stored by that key, without a number of its own, it takes one search and
        /// one page where it took two. EF Core has no word for it; a later migration that rebuilds one of these tables must say it again.
        /// </summary>
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            foreach (var (table, slot, type) in tables)
            {
                migrationBuilder.Sql($"""
                    CREATE TABLE "{table}ByKey" (
                        "PageId" INTEGER NOT NULL, "{slot}" {type} NOT NULL, "Metric" INTEGER NOT NULL, "Bucket" INTEGER NOT NULL,
                        "Count" INTEGER NOT NULL, "Sum" INTEGER NOT NULL,
                        CONSTRAINT "PK_{table}" PRIMARY KEY ("PageId", "{slot}", "Metric", "Bucket")
                    ) WITHOUT ROWID;
                    INSERT INTO "{table}ByKey" SELECT "PageId", "{slot}", "Metric", "Bucket", "Count", "Sum" FROM "{table}";
                    DROP TABLE "{table}";
                    ALTER TABLE "{table}ByKey" RENAME TO "{table}";
                    """);
            }

            migrationBuilder.CreateIndex(name: "IX_RollupFiveMinutes_SlotUtc", table: "RollupFiveMinutes", column: "SlotUtc");
        }

        /// <summary>The tables serve as they are.</summary>
        protected override void Down(MigrationBuilder migrationBuilder)
        {
        }
    }
}
