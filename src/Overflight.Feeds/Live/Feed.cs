using System.Net.Sockets;

namespace Overflight.Feeds.Live;

/// <summary>
/// A source of fixes that is kept up: a broken connection is made again, a document is fetched again, and what comes is read
/// by the code that reads files. Each fix is handed on as soon as it is read.
/// </summary>
public sealed class Feed(FeedAddress address, FeedOptions options)
{
    // Enough to tell the formats of receivers apart; more would have to be waited for.
    private const int RecogniseLiveFrom = 16;

    /// <summary>Where it comes from.</summary>
    public FeedAddress Address => address;

    /// <summary>How it does.</summary>
    public FeedStatus Status { get; } = new();

    /// <summary>What was read of a file, once it has ended; null for live sources.</summary>
    public ReadReport? Report { get; private set; }

    /// <summary>Runs until the source ends (files) or is stopped, and hands on fix by fix on the calling thread.</summary>
    public void Run(FixSink sink, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(sink);
        if (!address.IsLive)
        {
            Status.Connected();
            Report = TrackFile.Read(address.Text, options.Reading with { EachFix = sink }, static _ => { }, null, stop);
            Status.AddBytes(Report.Bytes);
            Status.AddRejected(Report.Rejected);
            Status.IsUp = false;
            return;
        }
        var waits = new BackOff(options);
        while (!stop.IsCancellationRequested)
        {
            try
            {
                using var stream = Open(stop);
                Read(stream, waits, sink, stop);
            }
            catch (Exception e) when (e is IOException or SocketException or HttpRequestException or TimeoutException)
            {
                Status.Failed(e.Message);
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                break;
            }
            if (stop.IsCancellationRequested)
                break;
            waits.Wait(stop);
        }
        Status.IsUp = false;
    }

    private Stream Open(CancellationToken stop) => address.Kind switch
    {
        FeedKind.Tcp => TcpFeedStream.Connect(address, options, stop),
        FeedKind.Udp => new DatagramStream(address, options, Status, stop),
        _ => new PolledStream(address, options, Status, stop),
    };

    private void Read(Stream stream, BackOff waits, FixSink sink, CancellationToken stop)
    {
        if (address.Kind != FeedKind.Http)
            Status.Connected();
        using var counted = new CountedStream(stream, count =>
        {
            Status.AddBytes(count);
            waits.Reset();
        });
        var reading = options.Reading with { ComputeHash = false, EachFix = sink, RecogniseFrom = RecogniseLiveFrom, ArrivalClock = options.Clock };
        var report = TrackFile.Read(counted, address.Shown, reading, static _ => { }, null, stop);
        Status.AddRejected(report.Rejected);
        Status.Failed(report.Problems is [.., var last] ? last.Message : "the other side has closed the connection");
    }

    private sealed class CountedStream(Stream inner, Action<int> count) : ForwardStream
    {
        public override int Read(Span<byte> buffer)
        {
            var read = inner.Read(buffer);
            if (read > 0)
                count(read);
            return read;
        }
    }
}
