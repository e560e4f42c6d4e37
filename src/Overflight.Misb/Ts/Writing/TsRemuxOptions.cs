namespace Overflight.Misb.Ts;

/// <summary>What a remultiplexer leaves out and writes anew.</summary>
public sealed record TsRemuxOptions
{
    /// <summary>Says which elementary streams to keep; all if null. A programme without a stream that is kept goes as a whole.</summary>
    public Func<TsProgram, TsStreamInfo, bool>? Keeps { get; init; }

    /// <summary>Whether null packets (PID 8191) are left out. That changes the rate of a stream of constant rate. Default no.</summary>
    public bool DropsNullPackets { get; init; }

    /// <summary>Gives the bytes to write in place of a KLV unit; none leaves it out. Then KLV is written anew, where its units end, with its PID and times; null copies it as it is.</summary>
    public KlvRewriter? Rewrites { get; init; }

    /// <summary>Gives the declaration under which a stream is written, with the same PID: that of KLV, or of what turns out to be; null leaves all as they are. Only with <see cref="Rewrites"/>.</summary>
    public Func<TsStreamInfo, TsStreamInfo>? Redeclares { get; init; }
}
