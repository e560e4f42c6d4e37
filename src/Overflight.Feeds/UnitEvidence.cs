using Overflight.Tracks;

namespace Overflight.Feeds;

/// <summary>
/// Watches whether the numbers agree with each other: speed flown between fixes against speed stated, one
/// altitude against the other. It only tells; it never converts on suspicion.
/// </summary>
internal sealed class UnitEvidence
{
    private const int Enough = 30;
    private const double Tolerance = 0.1;
    private long _pairs;
    private long _agree;
    private long _statedTooLow;
    private long _statedTooHigh;
    private long _altitudes;
    private long _geometricInMetres;
    private long _barometricInMetres;

    public void Watch(in Fix before, in Fix fix)
    {
        WatchAltitudes(fix);
        var seconds = (fix.Time.Microseconds - before.Time.Microseconds) / 1e6;
        if (seconds is < 4 or > 120 || !(fix.GroundSpeedKnots > 50))
            return;
        var north = fix.Position.LatitudeDegrees - before.Position.LatitudeDegrees;
        var east = (fix.Position.LongitudeDegrees - before.Position.LongitudeDegrees) * Math.Cos(fix.Position.LatitudeDegrees * Math.PI / 180);
        // A minute of latitude is a nautical mile, near enough to tell units apart.
        var flown = Math.Sqrt(north * north + east * east) * 60 / seconds * 3600;
        var ratio = flown / fix.GroundSpeedKnots;
        _pairs++;
        if (Near(ratio, 1))
            _agree++;
        else if (Near(ratio, Units.KnotsPerMetrePerSecond))
            _statedTooLow++;
        else if (Near(ratio, 1 / 1.9))
            _statedTooHigh++;
    }

    public void Tell(ReadSession session)
    {
        Tell(session, _pairs, _agree, _statedTooLow, "the speeds stated are about half of those flown: they look like metres per second under a name that means knots");
        Tell(session, _pairs, _agree, _statedTooHigh, "the speeds stated are about twice those flown: they look like km/h, or knots under a name that means metres per second");
        Tell(session, _altitudes, _altitudes - _geometricInMetres, _geometricInMetres, "the geometric altitudes are about 0.3 of the barometric ones: they look like metres beside feet");
        Tell(session, _altitudes, _altitudes - _barometricInMetres, _barometricInMetres, "the barometric altitudes are about 0.3 of the geometric ones: they look like metres beside feet");
    }

    private void WatchAltitudes(in Fix fix)
    {
        if (!(fix.BarometricAltitudeFeet > 1000) || !(fix.GeometricAltitudeFeet > 1000))
            return;
        _altitudes++;
        var ratio = fix.GeometricAltitudeFeet / (double)fix.BarometricAltitudeFeet;
        if (Near(ratio, 0.3048))
            _geometricInMetres++;
        else if (Near(ratio, 1 / 0.3048))
            _barometricInMetres++;
    }

    private static bool Near(double ratio, double expected) => Math.Abs(ratio / expected - 1) < Tolerance;

    private static void Tell(ReadSession session, long all, long agree, long off, string words)
    {
        if (off < Enough)
            return;
        if (off > all * 0.2 && agree > all * 0.2)
            session.Note($"units look mixed: in {off:N0} of {all:N0} rows {words}; nothing was converted");
        else if (off > all * 0.5)
            session.Note($"units: {words} ({off:N0} of {all:N0} rows); nothing was converted");
    }
}
