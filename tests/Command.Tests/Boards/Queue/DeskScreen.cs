using AngleSharp.Dom;
using Bunit;
using Command.Boards.Queue;
using Command.Boards.Tipoffs;
using Command.Messages;
using Command.People;
using Command.Units;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace Command.Tests.Boards.Queue;

/// <summary>Somebody before the screens of messages, over a real store.</summary>
internal static class DeskScreen
{
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    public static Screen Of(TestApp app, Asker? asker, string language = "vi-VN")
    {
        var screen = new Screen(language);
        var session = screen.AddAuthorization();
        if (asker is not null)
            session.SetAuthorized(asker.Name).SetClaims([.. AskerClaims.Of(asker)]);
        screen.Services.AddSingleton(app.Get<TimeProvider>());
        screen.Services.AddSingleton(app.Get<UnitRegistry>());
        screen.Services.AddSingleton(app.Get<MessageQueueQuery>());
        screen.Services.AddSingleton(app.Get<MessageDesk>());
        screen.Services.AddSingleton(app.Get<WordsReading>());
        screen.Services.AddSingleton(app.Get<MessageRules>());
        screen.Services.AddSingleton(app.Get<TipoffMaking>());
        screen.Services.AddSingleton<DeskPhrases>();
        screen.Services.AddSingleton<TipoffPhrases>();
        screen.Services.AddSingleton(app.Get<UnitColleagues>());
        screen.Services.AddSingleton(app.Get<OpenHouse>());
        screen.Services.AddScoped<Askers>();
        return screen;
    }

    public static void Press<T>(this IRenderedComponent<T> page, string key)
        where T : IComponent
    {
        page.WaitForElement($"[data-key='{key}']", Patience);
        page.Find($"[data-key='{key}']").Click();
    }

    /// <summary>Waits until the screen says it.</summary>
    public static void Says<T>(this IRenderedComponent<T> page, string css, string text)
        where T : IComponent => page.WaitForAssertion(() => Assert.Contains(text, page.FindAll(css).Select(e => e.Text().Replace('\u00A0', ' ')).FirstOrDefault("nothing"), StringComparison.Ordinal), Patience);
}
