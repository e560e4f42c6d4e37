using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Overflight.Misb.Ts;

namespace Overflight.Benchmarks;

/// <summary>The hot path by BenchmarkDotNet, with its column of memory: a packet of 37 items, one of 140, and a recorded stream.</summary>
[MemoryDiagnoser]
public class VideoMemoryBenchmark
{
    private readonly VideoItems _items = new(withinSets: false);
    private byte[] _truck = [];
    private byte[] _full = [];
    private byte[] _stream = [];
    private TsDemuxer _demuxer = null!;

    /// <summary>The folder of recordings.</summary>
    internal static string Folder { get; set; } = "";

    /// <summary>Runs the class.</summary>
    internal static void Run(string folder)
    {
        Folder = folder;
        BenchmarkRunner.Run<VideoMemoryBenchmark>(DefaultConfig.Instance.AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance)).WithOptions(ConfigOptions.DisableLogFile));
    }

    /// <summary>Reads the recordings.</summary>
    [GlobalSetup]
    public void Open()
    {
        _truck = VideoKlvBenchmark.FirstPacket(File.ReadAllBytes(Path.Combine(Folder, "Truck.klv")));
        _full = VideoKlvBenchmark.FirstPacket(VideoKlvBenchmark.KlvOf(Path.Combine(Folder, "h264_klv.ts")));
        _stream = File.ReadAllBytes(Path.Combine(Folder, "osh_sample.ts"));
        _demuxer = new TsDemuxer(_items);
        _demuxer.Write(_stream);
    }

    /// <summary>A packet of Truck.klv.</summary>
    [Benchmark]
    public void PacketOf37Items() => _items.Read(_truck);

    /// <summary>A packet of h264_klv.ts, nested sets left in their bytes.</summary>
    [Benchmark]
    public void PacketOf140Items() => _items.Read(_full);

    /// <summary>osh_sample.ts, 11,943 packets of the stream and 277 of KLV.</summary>
    [Benchmark]
    public void Stream() => _demuxer.Write(_stream);
}
