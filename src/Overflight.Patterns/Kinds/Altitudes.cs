using Overflight.Tracks.Preparing;

namespace Overflight.Patterns.Kinds;

/// <summary>Altitudes of a flight's kept fixes.</summary>
internal static class Altitudes
{
    /// <summary>Barometric, else geometric, feet; where neither is given, that of the fix before; NaN where there was none.</summary>
    public static float[] Of(PreparedFlight flight)
    {
        var feet = new float[flight.Count];
        var carried = float.NaN;
        for (var i = 0; i < feet.Length; i++)
        {
            var at = flight.IndexInTrack(i);
            var (barometric, geometric) = (flight.Track.BarometricAltitudesFeet[at], flight.Track.GeometricAltitudesFeet[at]);
            carried = !float.IsNaN(barometric) ? barometric : !float.IsNaN(geometric) ? geometric : carried;
            feet[i] = carried;
        }
        return feet;
    }
}
