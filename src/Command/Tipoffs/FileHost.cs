using System.Net;
using System.Net.Sockets;
using Command.Data;

namespace Command.Tipoffs;

/// <summary>What came of asking a host for a file: its bytes, or why not.</summary>
/// <param name="IsForGood">False: it may be asked again.</param>
public sealed record FetchedFile(byte[]? Bytes, CopyFault? Fault, bool IsForGood)
{
    public static FetchedFile Refused(CopyFault fault) => new(null, fault, true);
}

/// <summary>
/// Fetches files from the platforms' hosts and from nowhere else. A link is a stranger's word: each hop must be allowed
/// by the settings, and the address that is really connected to must be public.
/// </summary>
public sealed class FileHost : IDisposable
{
    private const int MostHops = 3;

    /// <summary>For one file, from the first byte to the last.</summary>
    private static readonly TimeSpan patience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan connecting = TimeSpan.FromSeconds(10);

    private readonly CopySettings settings;
    private readonly HttpClient http;

    public FileHost(CopySettings settings)
    {
        this.settings = settings;
        http = new HttpClient(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            // A proxy would look names up by itself, past the check of addresses.
            UseProxy = false,
            ConnectTimeout = connecting,
            ConnectCallback = ConnectAsync,
            PooledConnectionIdleTimeout = patience,
        });
    }

    /// <param name="mostBytes">A larger file is refused, whatever the host says of its size.</param>
    public async Task<FetchedFile> FetchAsync(Uri link, int mostBytes, CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(patience);
        try
        {
            return await FollowAsync(link, mostBytes, limit.Token);
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException || (failure is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            return failure is HttpRequestException { InnerException: PrivateAddressException } ? FetchedFile.Refused(CopyFault.PrivateAddress) : new FetchedFile(null, CopyFault.Unreachable, false);
        }
    }

    public void Dispose() => http.Dispose();

    private async Task<FetchedFile> FollowAsync(Uri link, int mostBytes, CancellationToken cancellation)
    {
        for (var hop = 0; ; hop++)
        {
            if (!settings.Allows(link))
                return FetchedFile.Refused(hop == 0 ? CopyFault.HostNotAllowed : CopyFault.SentElsewhere);
            using var answer = await http.GetAsync(link, HttpCompletionOption.ResponseHeadersRead, cancellation);
            switch (answer)
            {
                case { StatusCode: HttpStatusCode.OK }:
                    return await ReadAsync(answer.Content, mostBytes, cancellation);
                case { StatusCode: >= HttpStatusCode.Ambiguous and < HttpStatusCode.BadRequest, Headers.Location: { } next } when hop < MostHops:
                    link = new Uri(link, next);
                    break;
                case { StatusCode: HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError }:
                    return new FetchedFile(null, CopyFault.Unreachable, false);
                default:
                    return FetchedFile.Refused(CopyFault.Gone);
            }
        }
    }

    private static async Task<FetchedFile> ReadAsync(HttpContent content, int mostBytes, CancellationToken cancellation)
    {
        try
        {
            await content.LoadIntoBufferAsync(mostBytes, cancellation);
        }
        catch (HttpRequestException failure) when (failure.HttpRequestError == HttpRequestError.ConfigurationLimitExceeded)
        {
            return FetchedFile.Refused(CopyFault.TooLarge);
        }

        return new FetchedFile(await content.ReadAsByteArrayAsync(cancellation), null, true);
    }

    private async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellation)
    {
        var addresses = await Dns.GetHostAddressesAsync(context.DnsEndPoint.Host, cancellation);
        var allowed = Array.FindAll(addresses, a => settings.IsNetworkOwn || PublicAddress.Is(a));
        if (allowed.Length == 0)
            throw addresses.Length == 0 ? new SocketException((int)SocketError.HostNotFound) : new PrivateAddressException();
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            // The addresses that were looked at, not the name: a second look-up might say otherwise.
            await socket.ConnectAsync(allowed, context.DnsEndPoint.Port, cancellation);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private sealed class PrivateAddressException() : IOException("The name leads into a private network.");
}
