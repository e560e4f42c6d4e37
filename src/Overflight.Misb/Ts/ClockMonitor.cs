namespace Overflight.Misb.Ts;

/// <summary>Watches the clock of a programme for jumps and for long silences (ISO/IEC 13818-1, 2.4.3.5 and 2.7.2).</summary>
internal sealed class ClockMonitor(int pid, FaultReporter faults)
{
    public const long Frequency = 27_000_000;
    private const long Wrap = (1L << 33) * 300;
    private const long MostInterval = Frequency / 10;
    private const long Jump = Frequency;
    private long _last = -1;

    public void Take(long ticks, bool isDiscontinuity, long offset)
    {
        if (_last >= 0 && !isDiscontinuity)
        {
            var step = (ticks - _last + Wrap) % Wrap;
            if (step > Wrap / 2)
                faults.Report(TsFaultKind.PcrJump, offset, pid, "the clock goes back");
            else if (step > Jump)
                faults.Report(TsFaultKind.PcrJump, offset, pid, "the clock jumps forward by more than a second");
            else if (step > MostInterval)
                faults.Report(TsFaultKind.PcrInterval, offset, pid, "the last clock reference is more than 100 ms back");
        }
        _last = ticks;
    }
}
