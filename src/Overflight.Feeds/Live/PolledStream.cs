using System.Net;

namespace Overflight.Feeds.Live;

/// <summary>A document fetched again and again, its versions one after another as a stream.</summary>
internal sealed class PolledStream : ForwardStream
{
    private readonly HttpClient _client;
    private readonly FeedAddress _address;
    private readonly FeedOptions _options;
    private readonly FeedStatus _status;
    private readonly CancellationToken _stop;
    private byte[] _document = [];
    private int _given;
    private bool _isFirst = true;

    public PolledStream(FeedAddress address, FeedOptions options, FeedStatus status, CancellationToken stop)
    {
        (_address, _options, _status, _stop) = (address, options, status, stop);
        // Redirects could lead anywhere, from a host that was chosen to one that was not.
        var handler = new SocketsHttpHandler { AllowAutoRedirect = false, AutomaticDecompression = DecompressionMethods.All, ConnectTimeout = TimeSpan.FromSeconds(10) };
        _client = new HttpClient(handler) { Timeout = TimeSpan.FromSeconds(30), MaxResponseContentBufferSize = options.LargestDocument };
    }

    public override int Read(Span<byte> buffer)
    {
        while (_given == _document.Length)
        {
            if (_stop.IsCancellationRequested)
                return 0;
            if (!_isFirst)
                Task.Delay(_options.PollEvery, _options.Clock, _stop).GetAwaiter().GetResult();
            (_document, _given) = (Fetch(), 0);
            if (_isFirst)
                _status.Connected();
            _isFirst = false;
        }
        var count = Math.Min(buffer.Length, _document.Length - _given);
        _document.AsSpan(_given, count).CopyTo(buffer);
        _given += count;
        return count;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _client.Dispose();
        base.Dispose(disposing);
    }

    private byte[] Fetch()
    {
        try
        {
            using var response = _client.GetAsync(_address.Text, _stop).GetAwaiter().GetResult();
            if (!response.IsSuccessStatusCode)
                throw new IOException($"{_address.Shown}: answered {(int)response.StatusCode}");
            return response.Content.ReadAsByteArrayAsync(_stop).GetAwaiter().GetResult();
        }
        catch (TaskCanceledException e) when (!_stop.IsCancellationRequested)
        {
            throw new IOException($"{_address.Shown}: no answer in time", e);
        }
        catch (HttpRequestException e)
        {
            // Its message may repeat the whole address, and what that carries in secret.
            throw new IOException($"{_address.Shown}: {e.HttpRequestError}", e);
        }
    }
}
