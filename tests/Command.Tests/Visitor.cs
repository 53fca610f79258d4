using System.Net;
using System.Text.RegularExpressions;
using Command.Data;
using Command.Units;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Command.Tests;

/// <summary>A browser without a screen: keeps cookies, fills in forms with the token that the page gave it.</summary>
public sealed partial class Visitor(Uri address) : IDisposable
{
    public const string Password = "a sentence only for tests";

    private readonly HttpClientHandler handler = new() { AllowAutoRedirect = false, CookieContainer = new CookieContainer() };
    private HttpClient? http;

    public HttpClient Http => http ??= new HttpClient(handler) { BaseAddress = address };

    public IReadOnlyList<Cookie> Cookies => [.. handler.CookieContainer.GetCookies(address).Cast<Cookie>()];

    public void Forget(string cookie) => handler.CookieContainer.GetCookies(address)[cookie]!.Expired = true;

    public void Take(IEnumerable<Cookie> cookies)
    {
        foreach (var cookie in cookies)
            handler.CookieContainer.Add(address, new Cookie(cookie.Name, cookie.Value, "/"));
    }

    public Task<HttpResponseMessage> GetAsync(string path) => Http.GetAsync(new Uri(path, UriKind.Relative));

    /// <summary>The page as people read it: a space that does not break is a space.</summary>
    public async Task<string> ReadAsync(string path)
    {
        using var answer = await GetAsync(path);
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()).Replace('\u00A0', ' ');
    }

    /// <summary>Opens the page, fills in the form of this name and sends it.</summary>
    public async Task<HttpResponseMessage> PostAsync(string path, string form, params (string Name, string Value)[] fields)
    {
        using var page = await GetAsync(path);
        var token = Token().Match(await page.Content.ReadAsStringAsync());
        return await SendAsync(path, form, token.Success ? WebUtility.HtmlDecode(token.Groups[1].Value) : null, fields);
    }

    /// <param name="token">Null: a form that another site forged.</param>
    public async Task<HttpResponseMessage> SendAsync(string path, string form, string? token, params (string Name, string Value)[] fields)
    {
        List<KeyValuePair<string, string>> sent = [new("_handler", form), .. fields.Select(f => KeyValuePair.Create(f.Name, f.Value))];
        if (token is not null)
            sent.Add(new("__RequestVerificationToken", token));
        using var content = new FormUrlEncodedContent(sent);
        return await Http.PostAsync(new Uri(path, UriKind.Relative), content);
    }

    /// <summary>As <see cref="PostAsync"/>, with files; the token is that of the page at <paramref name="from"/>.</summary>
    /// <param name="form">Null: the form goes to an address of its own.</param>
    public async Task<HttpResponseMessage> UploadAsync(string from, string to, string? form, IEnumerable<(string Name, byte[] Bytes)> files, bool forged = false, params (string Name, string Value)[] fields)
    {
        using var page = await GetAsync(from);
        var token = Token().Match(await page.Content.ReadAsStringAsync());
        using var content = new MultipartFormDataContent();
        if (form is not null)
            content.Add(new StringContent(form), "_handler");
        if (!forged && token.Success)
            content.Add(new StringContent(WebUtility.HtmlDecode(token.Groups[1].Value)), "__RequestVerificationToken");
        foreach (var (name, value) in fields)
            content.Add(new StringContent(value), name);
        foreach (var (name, bytes) in files)
            content.Add(new ByteArrayContent(bytes), "Files", name);
        return await Http.PostAsync(new Uri(to, UriKind.Relative), content);
    }

    public async Task SignInAsync(string name, string password = Password)
    {
        using var answer = await PostAsync("/sign-in", "sign-in", ("UserName", name), ("Password", password));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }

    public void Dispose()
    {
        http?.Dispose();
        handler.Dispose();
    }

    [GeneratedRegex(@"name=""__RequestVerificationToken"" value=""([^""]+)""")]
    private static partial Regex Token();
}

internal static class Visitors
{
    /// <summary>As a world file would bring him.</summary>
    public static async Task<int> AddPersonAsync(this TestApp app, string name, Role role, string? unit = null, bool mayConfirm = false)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var people = scope.ServiceProvider.GetRequiredService<UserManager<Person>>();
        if (await people.FindByNameAsync(name) is { } standing)
            return standing.Id;
        var unitId = unit is null ? null : (await app.Get<UnitRegistry>().TreeAsync(CancellationToken.None)).Find(unit)?.Id;
        var person = new Person { UserName = name, DisplayName = name, Role = role, UnitId = unitId, MayConfirm = mayConfirm };
        Assert.True((await people.CreateAsync(person, Visitor.Password)).Succeeded);
        return person.Id;
    }
}
