using Overflight.Misb.Pictures;
using Overflight.Misb.Ts;

namespace Overflight.Cli.Video.Mux;

/// <summary>What <c>video mux</c> is asked to do.</summary>
internal sealed record MuxRequest
{
    /// <summary>The video.</summary>
    public required string Video { get; init; }

    /// <summary>The file of metadata.</summary>
    public required string Metadata { get; init; }

    /// <summary>A file, or an address of the network.</summary>
    public required string Output { get; init; }

    public KlvCarriage Carriage { get; init; } = KlvCarriage.Synchronous;

    /// <summary>When the first picture was taken, microseconds since 1970; null where the video or the metadata says.</summary>
    public ulong? Start { get; init; }

    /// <summary>The rate of an elementary stream; null for the one that it states.</summary>
    public Rate? FramesPerSecond { get; init; }

    public bool KeepsMetadata { get; init; }

    public bool Stamps { get; init; }

    public bool SkipsBadRows { get; init; }

    public bool PrefersValues { get; init; }
}
