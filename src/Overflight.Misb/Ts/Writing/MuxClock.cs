namespace Overflight.Misb.Ts;

/// <summary>The clock of a programme while it is written: a reference at every unit of the clock's PID, and between far units often enough.</summary>
internal sealed class MuxClock(TsProgram program, PacketWriter writer, int leadTicks)
{
    // A step below the 100 ms that ISO/IEC 13818-1, 2.7.2 allows.
    private const long Step = 90_000 * 9 / 100;

    // A longer silence is a new time line rather than a slow stream.
    private const long MostSilence = 90_000 * 10;

    private readonly TimeLine _timeLine = new();
    private long? _last;

    public TsProgram Program { get; } = program;

    /// <summary>Goes on to a time, writing references up to shortly before it.</summary>
    /// <param name="decodingTicks">The decoding time of the unit that comes next, in ticks of 90 kHz.</param>
    /// <param name="onStep">Called before each reference written, with its time.</param>
    /// <returns>The clock in the unit's first packet, in ticks of 27 MHz, and whether it starts anew there.</returns>
    public (long Ticks, bool IsDiscontinuity) Advance(long decodingTicks, Action<long> onStep)
    {
        var now = _timeLine.Unwrap(decodingTicks)!.Value - leadTicks;
        var isDiscontinuity = _last is { } before && (now < before || now - before > MostSilence);
        if (!isDiscontinuity)
            for (; _last is { } last && now - last > Step; _last = last + Step)
            {
                onStep(last + Step);
                writer.WriteClock(Program.ClockPid, Ticks(last + Step), isDiscontinuity: false);
            }
        _last = now;
        onStep(now);
        return (Ticks(now), isDiscontinuity);
    }

    private static long Ticks(long time) => (time & (1L << 33) - 1) * 300;
}
