using System.Globalization;
using Bunit;
using Command.Boards;
using Command.Boards.Shell;
using Command.Boards.Tipoffs;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;

namespace Command.Tests.Boards;

/// <summary>Draws components as a reader of one language sees them.</summary>
internal sealed class Screen : BunitContext
{
    private readonly CultureInfo before = CultureInfo.CurrentCulture;
    private readonly CultureInfo wordsBefore = CultureInfo.CurrentUICulture;

    public Screen(string language = "vi-VN")
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        Services.AddLogging();
        Services.AddLocalization();
        Services.AddSingleton(TimeProvider.System);
        Services.AddSingleton<Figures>();
        Services.AddSingleton<Phrases>();
        Services.AddSingleton<TipoffPhrases>();
    }

    public Figures Figures => Services.GetRequiredService<Figures>();

    public Phrases Say => Services.GetRequiredService<Phrases>();

    public IStringLocalizer<Texts> Texts => Services.GetRequiredService<IStringLocalizer<Texts>>();

    public IRenderedComponent<Board> Board(BoardView view) =>
        Render<Board>(board => board.Add(b => b.View, view).Add(b => b.Now, view.TakenAt));

    protected override void Dispose(bool disposing)
    {
        (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (before, wordsBefore);
        base.Dispose(disposing);
    }
}
