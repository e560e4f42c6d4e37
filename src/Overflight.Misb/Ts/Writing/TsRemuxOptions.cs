namespace Overflight.Misb.Ts;

/// <summary>What a remultiplexer leaves out.</summary>
public sealed record TsRemuxOptions
{
    /// <summary>Says which elementary streams to keep; all if null. A programme without a stream that is kept goes as a whole.</summary>
    public Func<TsProgram, TsStreamInfo, bool>? Keeps { get; init; }

    /// <summary>Whether null packets (PID 8191) are left out. That changes the rate of a stream of constant rate. Default no.</summary>
    public bool DropsNullPackets { get; init; }
}
