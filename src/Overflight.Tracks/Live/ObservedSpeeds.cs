namespace Overflight.Tracks.Live;

/// <summary>
/// How fast an aircraft was seen to fly, in 250 bytes: reports are counted by bands of 8 kt, and the 99th percentile is
/// read as the upper end of its band, so that it is never below that of the reports themselves.
/// </summary>
internal sealed class ObservedSpeeds
{
    private const int BandKnots = 8;
    private const int MostKnots = 1_000;
    private readonly ushort[] _counts = new ushort[MostKnots / BandKnots];
    private int _total;

    /// <summary>Counts a report; false where it is none, or no speed that any aircraft flies.</summary>
    public bool Add(float knots)
    {
        if (!(knots is > 0 and < MostKnots))
            return false;
        if (++_counts[(int)knots / BandKnots] == ushort.MaxValue)
            Halve();
        _total++;
        return true;
    }

    /// <summary>The 99th percentile, knots; 0 where too little was reported to go by.</summary>
    public double Knots
    {
        get
        {
            if (_total < SpeedBound.LeastReports)
                return 0;
            var left = _total - 1 - (int)((_total - 1) * 0.99);
            for (var band = _counts.Length - 1; band >= 0; band--)
                if ((left -= _counts[band]) < 0)
                    return (band + 1) * BandKnots;
            return 0;
        }
    }

    /// <summary>Forgets all reports.</summary>
    public void Clear()
    {
        Array.Clear(_counts);
        _total = 0;
    }

    private void Halve()
    {
        _total = 0;
        for (var i = 0; i < _counts.Length; i++)
            _total += _counts[i] = (ushort)((_counts[i] + 1) / 2);
        // The caller counts the report that filled the band.
        _total--;
    }
}
