using Overflight.Airspace;
using Overflight.Geodesy;
using Overflight.Tracks.Preparing;

namespace Overflight.Patterns.Reach;

/// <summary>
/// When some part of a region was before the horizon, and how near the aircraft came. The boundary is asked only where the way
/// flown since the last answer leaves it open.
/// </summary>
internal sealed class Approach
{
    /// <summary>Silences longer than this add nothing: where the aircraft was meanwhile is not known.</summary>
    public const double LongestLegSeconds = 600;

    // Part of the distance that a chord and a mean radius may be wrong by, and the bend of an edge.
    private const double Part = 0.004;
    private const double Metres = 20;

    private bool[] _mayBeSeen = [];

    /// <summary>Seconds during which some part was visible.</summary>
    public Estimate Seconds { get; private set; }

    /// <summary>Seconds of silences that are too long to be counted.</summary>
    public double SilentSeconds { get; private set; }

    public bool IsOutsideThroughout { get; private set; }

    /// <summary>The fix outside that was nearest, or −1, and how near.</summary>
    public (int Fix, double Metres) Closest { get; private set; }

    /// <summary>The fix with most of its horizon beyond the boundary, or −1, and the nearest place of the boundary then.</summary>
    public (int Fix, double BeyondMetres, GeoPoint Nearest) Farthest { get; private set; }

    /// <summary>Whether some part of the region may have been visible at a fix, by the upper bound.</summary>
    public bool MayBeSeen(int fix) => _mayBeSeen[fix];

    public void Measure(PreparedFlight flight, FlightCaps caps, AirspaceRegion region)
    {
        if (_mayBeSeen.Length < flight.Count)
            _mayBeSeen = new bool[2 * flight.Count];
        (IsOutsideThroughout, Closest, Farthest) = (true, (-1, double.PositiveInfinity), (-1, double.NegativeInfinity, default));
        var (lower, likely, upper, silent) = (0.0, 0.0, 0.0, 0.0);
        var (wasLower, wasLikely, wasUpper) = (false, false, false);
        var (known, moved, hint) = (double.NaN, 0.0, 0);
        for (var i = 0; i < flight.Count; i++)
        {
            var place = flight.PositionAt(i);
            ref readonly var cap = ref caps[i];
            if (i > 0)
                moved += 1.01 * Wgs84.MeanRadiusMetres * cap.Centre.AngleTo(caps[i - 1].Centre);
            var isInside = region.Contains(place);
            IsOutsideThroughout &= !isInside;
            var distance = isInside ? 0 : known - moved;
            if (!isInside && !IsSettled(known, moved, cap.SurfaceMetres, Closest.Metres))
            {
                distance = region.NearestBoundaryMetres(place, ref hint, out var nearest);
                (known, moved) = (distance, 0);
                if (distance < Closest.Metres)
                    Closest = (i, distance);
                if (caps.IsKnown(i) && cap.SurfaceMetres.Upper - distance > Farthest.BeyondMetres)
                    Farthest = (i, cap.SurfaceMetres.Upper - distance, nearest);
            }
            else if (isInside)
                known = double.NaN;
            var sees = caps.IsKnown(i);
            var (isLower, isLikely, isUpper) = (sees && distance <= cap.SurfaceMetres.Lower, sees && distance <= cap.SurfaceMetres.Likely, sees && distance <= cap.SurfaceMetres.Upper);
            // A height of nought sees nothing, wherever it is.
            (isLower, isLikely, isUpper) = (isLower && cap.Radii.Lower > 0, isLikely && cap.Radii.Likely > 0, isUpper && cap.Radii.Upper > 0);
            _mayBeSeen[i] = isUpper;
            if (i > 0 && flight.SecondsAfter(i - 1) is var seconds)
                if (seconds > LongestLegSeconds)
                    silent += seconds;
                else
                {
                    lower += Share(wasLower, isLower) * seconds;
                    likely += Share(wasLikely, isLikely) * seconds;
                    upper += Share(wasUpper, isUpper) * seconds;
                }
            (wasLower, wasLikely, wasUpper) = (isLower, isLikely, isUpper);
        }
        (Seconds, SilentSeconds) = (new Estimate(lower, likely, upper), silent);
    }

    /// <summary>Whether no distance that the last one and the way since allow would change an answer.</summary>
    private static bool IsSettled(double known, double moved, Estimate reach, double closest)
    {
        if (double.IsNaN(known))
            return false;
        var off = moved + Part * known + Metres;
        var (least, most) = (known - off, known + off);
        return least > closest && (IsApart(reach.Lower) && IsApart(reach.Likely) && IsApart(reach.Upper));

        bool IsApart(double metres) => least > metres || most < metres;
    }

    private static double Share(bool before, bool after) => before && after ? 1 : before || after ? 0.5 : 0;
}
