namespace Overflight.Misb.Ts;

/// <summary>The bounds of what a demultiplexer keeps in memory.</summary>
public sealed record TsOptions
{
    /// <summary>The most bytes of one PES packet or metadata access unit that are kept; at least 65,542. Default 16 MiB.</summary>
    public int MostUnitBytes { get; init; } = 16 << 20;

    /// <summary>The most bytes that all PES packets and access units being gathered take together. Default 128 MiB.</summary>
    public long MostBufferedBytes { get; init; } = 128 << 20;

    /// <summary>The most programmes that are followed. Default 256.</summary>
    public int MostPrograms { get; init; } = 256;
}
