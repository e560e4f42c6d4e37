namespace Overflight.Patterns.Score;

/// <summary>Refuses histories that no flights could give.</summary>
internal static class HistoryCheck
{
    public static void Throw(AircraftHistory h)
    {
        Shares(h.DurationShares, 5, nameof(h.DurationShares));
        Shares(h.AreaShares, 5, nameof(h.AreaShares));
        Shares(h.SpeedShares, 5, nameof(h.SpeedShares));
        Shares(h.AltitudeShares, 5, nameof(h.AltitudeShares));
        Shares(h.TurnShares, 8, nameof(h.TurnShares));
        if (h.Flights < 0 || h.Observations < 0)
            throw new ArgumentException("flights and observations are counted from 0");
    }

    private static void Shares(IReadOnlyList<double> shares, int count, string name)
    {
        if (shares.Count != count)
            throw new ArgumentException($"{name} has {shares.Count} classes, not {count}");
        foreach (var share in shares)
        {
            if (!(share is >= 0 and <= 1))
                throw new ArgumentException($"{name} holds {share}, no share from 0 to 1");
        }
    }
}
