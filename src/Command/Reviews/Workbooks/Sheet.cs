namespace Command.Reviews.Workbooks;

/// <summary>A table of a workbook.</summary>
/// <param name="Name">Of its tab: letters that a workbook does not take are left out, and it is cut to 31.</param>
/// <param name="Rows">As many cells as there are columns.</param>
public sealed record Sheet(string Name, IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<SheetCell>> Rows);
