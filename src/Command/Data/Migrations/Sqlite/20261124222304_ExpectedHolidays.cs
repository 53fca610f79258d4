using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Command.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class ExpectedHolidays : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.UpdateData(
                table: "Holidays",
                keyColumn: "Day",
                keyValue: new DateOnly(2027, 1, 1),
                column: "Name",
                value: "Tết Dương lịch (dự kiến)");

            migrationBuilder.UpdateData(
                table: "Holidays",
                keyColumn: "Day",
                keyValue: new DateOnly(2027, 2, 5),
                column: "Name",
                value: "Tết Nguyên đán (dự kiến)");

            migrationBuilder.UpdateData(
                table: "Holidays",
                keyColumn: "Day",
                keyValue: new DateOnly(2027, 2, 6),
                column: "Name",
                value: "Tết Nguyên đán (dự kiến)");

            migrationBuilder.UpdateData(
                table: "Holidays",
                keyColumn: "Day",
                keyValue: new DateOnly(2027, 2, 7),
                column: "Name",
                value: "Tết Nguyên đán (dự kiến)");

            migrationBuilder.UpdateData(
                table: "Holidays",
                keyColumn: "Day",
                keyValue: new DateOnly(2027, 2, 8),
                column: "Name",
                value: "Tết Nguyên đán (dự kiến)");

            migrationBuilder.UpdateData(
                table: "Holidays",
                keyColumn: "Day",
                keyValue: new DateOnly(2027, 2, 9),
                column: "Name",
                value: "Tết Nguyên đán (dự kiến)");

            migrationBuilder.UpdateData(
                table: "Holidays",
                keyColumn: "Day",
                keyValue: new DateOnly(2027, 2, 10),
                column: "Name",
                value: "Tết Nguyên đán (dự kiến)");

            migrationBuilder.UpdateData(
                table: "Holidays",
                keyColumn: "Day",
                keyValue: new DateOnly(2027, 2, 11),
                column: "Name",
                value: "Tết Nguyên đán (dự kiến)");

            migrationBuilder.UpdateData(
                table: "Holidays",
                keyColumn: "Day",
                keyValue: new DateOnly(2027, 4, 16),
                column: "Name",
                value: "Giỗ Tổ Hùng Vương (dự kiến)");

            migrationBuilder.UpdateData(
                table: "Holidays",
                keyColumn: "Day",
                keyValue: new DateOnly(2027, 4, 30),
                column: "Name",
                value: "Ngày Chiến thắng (dự kiến)");

            migrationBuilder.UpdateData(
                table: "Holidays",
                keyColumn: "Day",
                keyValue: new DateOnly(2027, 5, 1),
                column: "Name",
                value: "Quốc tế Lao động (dự kiến)");

            migrationBuilder.UpdateData(
                table: "Holidays",
                keyColumn: "Day",
                keyValue: new DateOnly(2027, 5, 3),
                column: "Name",
                value: "Quốc tế Lao động (dự kiến)");

            migrationBuilder.UpdateData(
                table: "Holidays",
                keyColumn: "Day",
                keyValue: new DateOnly(2027, 9, 2),
                column: "Name",
                value: "Quốc khánh (dự kiến)");

            migrationBuilder.UpdateData(
                table: "Holidays",
                keyColumn: "Day",
                keyValue: new DateOnly(2027, 9, 3),
                column: "Name",
                value: "Quốc khánh (dự kiến)");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.UpdateData(
                table: "Holidays",
                keyColumn: "Day",
                keyValue: new DateOnly(2027, 1, 1),
                column: "Name",
                value: "Tết Dương lịch");

            migrationBuilder.UpdateData(
                table: "Holidays",
                keyColumn: "Day",
                keyValue: new DateOnly(2027, 2, 5),
                column: "Name",
                value: "Tết Nguyên đán");

            migrationBuilder.UpdateData(
                table: "Holidays",
                keyColumn: "Day",
                keyValue: new DateOnly(2027, 2, 6),
                column: "Name",
                value: "Tết Nguyên đán");

            migrationBuilder.UpdateData(
                table: "Holidays",
                keyColumn: "Day",
                keyValue: new DateOnly(2027, 2, 7),
                column: "Name",
                value: "Tết Nguyên đán");

            migrationBuilder.UpdateData(
                table: "Holidays",
                keyColumn: "Day",
                keyValue: new DateOnly(2027, 2, 8),
                column: "Name",
                value: "Tết Nguyên đán");

            migrationBuilder.UpdateData(
                table: "Holidays",
                keyColumn: "Day",
                keyValue: new DateOnly(2027, 2, 9),
                column: "Name",
                value: "Tết Nguyên đán");

            migrationBuilder.UpdateData(
                table: "Holidays",
                keyColumn: "Day",
                keyValue: new DateOnly(2027, 2, 10),
                column: "Name",
                value: "Tết Nguyên đán");

            migrationBuilder.UpdateData(
                table: "Holidays",
                keyColumn: "Day",
                keyValue: new DateOnly(2027, 2, 11),
                column: "Name",
                value: "Tết Nguyên đán");

            migrationBuilder.UpdateData(
                table: "Holidays",
                keyColumn: "Day",
                keyValue: new DateOnly(2027, 4, 16),
                column: "Name",
                value: "Giỗ Tổ Hùng Vương");

            migrationBuilder.UpdateData(
                table: "Holidays",
                keyColumn: "Day",
                keyValue: new DateOnly(2027, 4, 30),
                column: "Name",
                value: "Ngày Chiến thắng");

            migrationBuilder.UpdateData(
                table: "Holidays",
                keyColumn: "Day",
                keyValue: new DateOnly(2027, 5, 1),
                column: "Name",
                value: "Quốc tế Lao động");

            migrationBuilder.UpdateData(
                table: "Holidays",
                keyColumn: "Day",
                keyValue: new DateOnly(2027, 5, 3),
                column: "Name",
                value: "Quốc tế Lao động");

            migrationBuilder.UpdateData(
                table: "Holidays",
                keyColumn: "Day",
                keyValue: new DateOnly(2027, 9, 2),
                column: "Name",
                value: "Quốc khánh");

            migrationBuilder.UpdateData(
                table: "Holidays",
                keyColumn: "Day",
                keyValue: new DateOnly(2027, 9, 3),
                column: "Name",
                value: "Quốc khánh");
        }
    }
}
