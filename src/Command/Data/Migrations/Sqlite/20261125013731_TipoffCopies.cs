using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Command.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class TipoffCopies : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "TipoffCopies",
                columns: table => new
                {
                    TipoffId = table.Column<long>(type: "INTEGER", nullable: false),
                    Position = table.Column<int>(type: "INTEGER", nullable: false),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    State = table.Column<byte>(type: "INTEGER", nullable: false),
                    Fault = table.Column<byte>(type: "INTEGER", nullable: true),
                    Tries = table.Column<int>(type: "INTEGER", nullable: false),
                    NextAt = table.Column<long>(type: "INTEGER", nullable: false),
                    ExpiresAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TipoffCopies", x => new { x.TipoffId, x.Position });
                    table.ForeignKey(
                        name: "FK_TipoffCopies_Tipoffs_TipoffId",
                        column: x => x.TipoffId,
                        principalTable: "Tipoffs",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_TipoffCopies_ExpiresAt",
                table: "TipoffCopies",
                column: "ExpiresAt");

            migrationBuilder.CreateIndex(
                name: "IX_TipoffCopies_State_NextAt",
                table: "TipoffCopies",
                columns: new[] { "State", "NextAt" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "TipoffCopies");
        }
    }
}
