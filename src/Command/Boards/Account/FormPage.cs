using System.Globalization;
using Command.People;
using Microsoft.AspNetCore.Components;

namespace Command.Boards.Account;

/// <summary>A page that is drawn once and answers to plain forms; it needs no script and no living circuit.</summary>
public abstract class FormPage : ComponentBase
{
    [CascadingParameter]
    protected HttpContext Request { get; set; } = default!;

    /// <summary>Of pages that nobody enters without signing in.</summary>
    protected Asker Asker => Askers.Of(Request)!;

    protected bool IsPosted => HttpMethods.IsPost(Request.Request.Method);

    protected CancellationToken Gone => Request.RequestAborted;

    /// <summary>As typed, without blanks around it.</summary>
    protected string Field(string name) => Raw(name).Trim();

    /// <summary>As typed: blanks are letters of a password.</summary>
    protected string Raw(string name) => Request.Request.HasFormContentType ? Request.Request.Form[name].ToString() : "";

    protected int? Number(string name) => Parse(Field(name));

    /// <summary>As an input of the type date sends it.</summary>
    protected DateOnly? Date(string name) => DateOnly.TryParseExact(Field(name), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    protected IReadOnlySet<int> Numbers(string name) =>
        Request.Request.HasFormContentType ? Request.Request.Form[name].Select(Parse).OfType<int>().ToHashSet() : new HashSet<int>();

    private static int? Parse(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
