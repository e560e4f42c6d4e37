using Overflight.Misb.Sets.Building;

namespace Overflight.Cli.Video.Mux;

/// <summary>A row of metadata: a packet made already, or one that a builder holds until its time is known.</summary>
internal sealed class MetadataRow
{
    /// <summary>The line on which it begins, from 1.</summary>
    public required long Line { get; init; }

    /// <summary>Its time, microseconds since 1970; null where it states none.</summary>
    public ulong? Time { get; init; }

    /// <summary>Seconds since the video's first picture; null where it states none.</summary>
    public decimal? Seconds { get; init; }

    /// <summary>A presentation time as <c>video klv</c> writes it, ticks of 90 kHz modulo 2^33; null where it states none.</summary>
    public long? Pts { get; init; }

    /// <summary>The items; null where the packet is made.</summary>
    public PacketBuilder? Builder { get; init; }

    /// <summary>The packet; null where it is still to be built.</summary>
    public byte[]? Packet { get; init; }
}
