namespace Overflight.Misb.Ts;

/// <summary>The times of a programme without wraps. A time is taken to be the one nearest to the last, so half a wrap (13 hours) may lie between.</summary>
internal sealed class TimeLine
{
    private const int Bits = 33;
    private long? _last;

    public long? Unwrap(long? ticks)
    {
        if (ticks is not { } wrapped)
            return null;
        if (_last is { } last)
        {
            // The difference as a signed number of 33 bits.
            var difference = (wrapped - last) << (64 - Bits) >> (64 - Bits);
            wrapped = last + difference;
        }
        _last = wrapped;
        return wrapped;
    }
}
