namespace Overflight.Misb.Ts;

/// <summary>How a multiplexer writes.</summary>
public sealed record TsMuxerOptions
{
    /// <summary>The id of the transport stream, 0 to 65535. Default 1.</summary>
    public int TransportStreamId { get; init; } = 1;

    /// <summary>How far the clock runs before the decoding time of what is written, in ticks of 90 kHz. Default 63,000 (0.7 s).</summary>
    public int LeadTicks { get; init; } = 63_000;
}
