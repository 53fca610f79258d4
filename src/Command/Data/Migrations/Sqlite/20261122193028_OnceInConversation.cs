using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Command.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class OnceInConversation : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Events_ConversationId_OccurredAt",
                table: "Events");

            migrationBuilder.DropIndex(
                name: "IX_Events_OnceKey",
                table: "Events");

            migrationBuilder.CreateIndex(
                name: "IX_Events_ConversationId_OnceKey",
                table: "Events",
                columns: new[] { "ConversationId", "OnceKey" },
                unique: true,
                filter: "[ConversationId] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Events_OnceKey",
                table: "Events",
                column: "OnceKey",
                unique: true,
                filter: "[ConversationId] IS NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Events_ConversationId_OnceKey",
                table: "Events");

            migrationBuilder.DropIndex(
                name: "IX_Events_OnceKey",
                table: "Events");

            migrationBuilder.CreateIndex(
                name: "IX_Events_ConversationId_OccurredAt",
                table: "Events",
                columns: new[] { "ConversationId", "OccurredAt" },
                filter: "[ConversationId] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Events_OnceKey",
                table: "Events",
                column: "OnceKey",
                unique: true);
        }
    }
}
