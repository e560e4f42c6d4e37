using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Threading.Channels;
using Overflight.Airspace.Watching;
using Overflight.Dossiers.Alerts;

namespace Overflight.Cli.Watch;

/// <summary>
/// Posts alerts to a URL, one by one and in order, beside the watch: a slow or dead receiver costs alerts (the oldest, and
/// counted), never the watch. With a key, each body is signed.
/// </summary>
internal sealed class AlertWebhook : IAlertOutput
{
    /// <summary>The environment variable that holds the key.</summary>
    public const string KeyVariable = "OVERFLIGHT_WEBHOOK_KEY";

    /// <summary>The header that holds the signature: HMAC-SHA-256 of the body, lower-case hex.</summary>
    public const string SignatureHeader = "Overflight-Signature";

    private const int MostWaiting = 10_000;
    private static readonly TimeSpan[] s_waits = [TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(4), TimeSpan.FromSeconds(15)];
    private readonly Channel<byte[]> _waiting;
    private readonly HttpClient _client;
    private readonly Uri _url;
    private readonly byte[]? _key;
    private readonly Task _sending;
    private readonly TimeProvider _clock;
    private long _lost;

    public AlertWebhook(Uri url, string? key, TimeProvider clock)
    {
        (_url, _clock) = (url, clock);
        _key = string.IsNullOrEmpty(key) ? null : Encoding.UTF8.GetBytes(key);
        _client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { Timeout = TimeSpan.FromSeconds(10) };
        _waiting = Channel.CreateBounded<byte[]>(
            new BoundedChannelOptions(MostWaiting) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true },
            _ => Interlocked.Increment(ref _lost));
        _sending = Task.Run(Send);
    }

    /// <summary>Alerts that could not be delivered.</summary>
    public long Lost => Interlocked.Read(ref _lost);

    public void Tell(WatchAlert alert) => _waiting.Writer.TryWrite(AlertJson.Of(alert));

    /// <summary>Waits a while for what is still to be sent.</summary>
    public void Dispose()
    {
        _waiting.Writer.TryComplete();
        if (!_sending.Wait(TimeSpan.FromSeconds(10)))
            Interlocked.Add(ref _lost, _waiting.Reader.CanCount ? _waiting.Reader.Count : 0);
        _client.Dispose();
    }

    private async Task Send()
    {
        await foreach (var body in _waiting.Reader.ReadAllAsync().ConfigureAwait(false))
            if (!await Deliver(body).ConfigureAwait(false))
                Interlocked.Increment(ref _lost);
    }

    private async Task<bool> Deliver(byte[] body)
    {
        for (var tries = 0; ; tries++)
        {
            try
            {
                using var content = new ByteArrayContent(body);
                content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
                using var request = new HttpRequestMessage(HttpMethod.Post, _url) { Content = content };
                if (_key is not null)
                    request.Headers.Add(SignatureHeader, Convert.ToHexStringLower(HMACSHA256.HashData(_key, body)));
                using var response = await _client.SendAsync(request).ConfigureAwait(false);
                if (response.IsSuccessStatusCode)
                    return true;
                // The receiver has understood, and says no: to say it again would not help.
                if ((int)response.StatusCode is >= 400 and < 500 and not 408 and not 429)
                    return false;
            }
            catch (Exception e) when (e is HttpRequestException or TaskCanceledException or ObjectDisposedException)
            {
                if (e is ObjectDisposedException)
                    return false;
            }
            if (tries == s_waits.Length)
                return false;
            await Task.Delay(s_waits[tries], _clock).ConfigureAwait(false);
        }
    }
}
