using Command.Data;
using Command.Messages;
using Command.Rollups;

namespace Command.Ingest;

/// <summary>
/// The way of a request: bounded body, signature over its bytes, reading, sealing, the log. 200 means committed; of a
/// refused request nothing is kept but its reason's count.
/// </summary>
internal sealed class Doors(
    ChannelRegistry channels, MessageRules rules, Seal seal, EventLog log, Intake intake, Refusals refusals, Retention retention, TimeProvider time)
{
    private const string ContentType = "text/plain; charset=utf-8";

    private DateTimeOffset KeptFrom => LocalTime.StartOf(retention.EventsFrom(LocalTime.DayOf(time.GetUtcNow())));

    public Task PostZalo(HttpContext context) => Enter(context, TakeZalo);

    public Task PostFacebook(HttpContext context) => Enter(context, TakeFacebook);

    private async Task Enter(HttpContext context, Func<HttpContext, Task> take)
    {
        var length = context.Request.ContentLength;
        if (!intake.TryEnter(length))
        {
            await TurnAway(context);
            return;
        }

        try
        {
            await take(context);
        }
        finally
        {
            intake.Leave(length);
        }
    }

    private async Task TakeZalo(HttpContext context)
    {
        using var body = await Body.ReadAsync(context.Request);
        if (body is null)
        {
            await Refuse(context, Platform.Zalo, RefusalReason.TooLarge);
            return;
        }

        if (context.Request.Headers["X-ZEvent-Signature"].ToString() is not { Length: > 0 } signature)
        {
            await Refuse(context, Platform.Zalo, RefusalReason.MissingSignature);
            return;
        }

        // Broken JSON is told first here: the timestamp that the signature needs stands inside it.
        var zalo = channels.Current.Zalo;
        if (ZaloEnvelope.Peek(body.Bytes.Span) is not { } envelope)
        {
            await Refuse(context, Platform.Zalo, RefusalReason.BrokenJson);
            return;
        }

        if (!ZaloWebhook.IsSigned(body.Bytes.Span, envelope, signature, zalo))
        {
            await Refuse(context, Platform.Zalo, RefusalReason.WrongSignature);
            return;
        }

        var zns = context.Request.Headers["X-ZEvent-Server"] == "ZNS";
        await Append(context, Platform.Zalo, ZaloWebhook.Read(body.Bytes, zalo.KnownOas, rules.Current, time.GetUtcNow(), KeptFrom, zns));
    }

    private async Task TakeFacebook(HttpContext context)
    {
        using var body = await Body.ReadAsync(context.Request);
        if (body is null)
        {
            await Refuse(context, Platform.Facebook, RefusalReason.TooLarge);
            return;
        }

        if (context.Request.Headers["X-Hub-Signature-256"].ToString() is not { Length: > 0 } signature)
        {
            await Refuse(context, Platform.Facebook, RefusalReason.MissingSignature);
            return;
        }

        var facebook = channels.Current.Facebook;
        if (!FacebookWebhook.IsSigned(body.Bytes.Span, signature, facebook))
        {
            await Refuse(context, Platform.Facebook, RefusalReason.WrongSignature);
            return;
        }

        await Append(context, Platform.Facebook, FacebookWebhook.Read(body.Bytes, facebook.BotAppIds, rules.Current, time.GetUtcNow(), KeptFrom));
    }

    public Task VerifyFacebook(HttpContext context)
    {
        var query = context.Request.Query;
        if (!FacebookWebhook.IsVerified(query["hub.mode"], query["hub.verify_token"], channels.Current.Facebook))
            return Refuse(context, Platform.Facebook, RefusalReason.WrongVerifyToken);
        context.Response.ContentType = ContentType;
        context.Response.Headers.XContentTypeOptions = "nosniff";
        return context.Response.WriteAsync(query["hub.challenge"].ToString(), context.RequestAborted);
    }

    private async Task Append(HttpContext context, Platform platform, DoorReading? reading)
    {
        if (reading is null)
        {
            await Refuse(context, platform, RefusalReason.BrokenJson);
            return;
        }

        try
        {
            var events = new SealedEvent[reading.Events.Count];
            for (var i = 0; i < events.Length; i++)
                events[i] = seal.Close(reading.Events[i]);

            // Whoever hangs up meanwhile has told his event all the same.
            await log.Append(events, [.. reading.Unusable.Select(seal.Close)], CancellationToken.None);
            context.Response.ContentLength = 0;
        }
        catch (StoreBusyException)
        {
            await TurnAway(context);
        }
    }

    private static Task TurnAway(HttpContext context)
    {
        context.Response.Headers.RetryAfter = "2";
        return Answer(context, StatusCodes.Status503ServiceUnavailable, "The store is busy; nothing of this request was kept; send it again.");
    }

    private Task Refuse(HttpContext context, Platform platform, string reason)
    {
        refusals.Count(platform, reason);
        var (status, sentence) = reason switch
        {
            RefusalReason.TooLarge => (StatusCodes.Status413PayloadTooLarge, "The body is longer than 256 KB."),
            RefusalReason.MissingSignature => (StatusCodes.Status401Unauthorized, "The signature header is missing."),
            RefusalReason.WrongSignature => (StatusCodes.Status401Unauthorized, "The signature does not fit the body."),
            RefusalReason.WrongVerifyToken => (StatusCodes.Status403Forbidden, "The mode or the verify token is wrong."),
            _ => (StatusCodes.Status400BadRequest, "The body is not a JSON object."),
        };
        return Answer(context, status, sentence);
    }

    private static Task Answer(HttpContext context, int status, string sentence)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = ContentType;
        return context.Response.WriteAsync(sentence, context.RequestAborted);
    }
}
