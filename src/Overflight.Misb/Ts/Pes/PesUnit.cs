namespace Overflight.Misb.Ts;

/// <summary>A gathered PES packet.</summary>
internal readonly ref struct PesUnit(in PesContext context, ReadOnlySpan<byte> payload, OffsetMap map, int start, int intactBytes, bool isCutShort)
{
    public PesContext Context { get; } = context;

    public ReadOnlySpan<byte> Payload { get; } = payload;

    /// <summary>Where the bytes lie in the stream, by position in the gathered packet.</summary>
    public OffsetMap Map { get; } = map;

    /// <summary>The position of the payload in the gathered packet.</summary>
    public int Start { get; } = start;

    /// <summary>The bytes of the payload before the first missing packet.</summary>
    public int IntactBytes { get; } = intactBytes;

    /// <summary>Whether the payload ends before the length that the header states.</summary>
    public bool IsCutShort { get; } = isCutShort;
}
