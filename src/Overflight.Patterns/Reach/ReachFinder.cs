using Overflight.Airspace;
using Overflight.Geodesy;
using Overflight.Geodesy.Terrain;
using Overflight.Tracks.Preparing;

namespace Overflight.Patterns.Reach;

/// <summary>How far into a region the aircraft of a flight could look. Thread-safe; each thread keeps its buffers.</summary>
public static class ReachFinder
{
    // Borders along a parallel put half a strip in or out, so strips must be narrow.
    private const int Rows = 1024;
    private const int BoundRows = 256;

    [ThreadStatic]
    private static Work? s_work;

    /// <summary>Finds the reach.</summary>
    /// <param name="flight">The flight.</param>
    /// <param name="region">The region; its floor and ceiling do not count, only its ground and sea.</param>
    /// <param name="sensor">What looks.</param>
    /// <param name="withOutline">Whether <see cref="SensorReach.Outline"/> is wanted.</param>
    /// <param name="terrain">Terrain that may hide; null for a smooth earth only.</param>
    public static SensorReach Find(PreparedFlight flight, AirspaceRegion region, Sensor sensor, bool withOutline = false, TerrainFolder? terrain = null)
    {
        ArgumentNullException.ThrowIfNull(flight);
        ArgumentNullException.ThrowIfNull(region);
        var work = s_work ??= new Work();
        work.Caps.Build(flight, sensor);
        work.Approach.Measure(flight, work.Caps, region);
        work.Swept.Build(flight, work.Caps, work.Approach);
        // The likely figures last: their rows are what is drawn.
        var lower = Measure(work, region, Bound.Lower);
        var upper = Measure(work, region, Bound.Upper);
        var likely = Measure(work, region, Bound.Likely);
        // Fewer rows stand for the bounds, so where all is seen they may fall a little on the wrong side.
        var area = new Estimate(Math.Min(lower.Area, likely.Area), likely.Area, Math.Max(upper.Area, likely.Area));
        var closest = work.Approach.Closest;
        return new SensorReach
        {
            Airspace = region.Name,
            Sensor = sensor,
            Altitude = work.Caps.Origin,
            FixesWithoutHeight = work.Caps.Unknown,
            AreaSquareMetres = area,
            RegionSquareMetres = region.AreaSquareMetres,
            VisibleSeconds = work.Approach.Seconds,
            SilentSeconds = work.Approach.SilentSeconds,
            IsOutsideThroughout = work.Approach.IsOutsideThroughout,
            ClosestMetres = closest.Fix < 0 ? null : region.DistanceTo(flight.PositionAt(closest.Fix)).SignedMetres * -1,
            ClosestTime = closest.Fix < 0 ? null : flight.TimeAt(closest.Fix),
            Deepest = likely.Deepest is var (place, _) ? View(flight, work, region, place, lower.Deepest?.DepthMetres ?? 0, upper.Deepest?.DepthMetres ?? 0) : null,
            Outline = withOutline && area.Likely > 0 ? ReachOutline.Of(work.Rows) : [],
            OverTerrain = terrain is null || area.Likely <= 0 ? null : Terrain.TerrainView.Measure(flight, work.Caps, work.Rows, area.Likely, sensor, terrain),
        };
    }

    /// <summary>Measures in the band of latitudes that the caps and the region share, then again in the part of it that holds anything.</summary>
    private static (double Area, (GeoPoint Place, double DepthMetres)? Deepest) Measure(Work work, AirspaceRegion region, Bound bound)
    {
        var caps = work.Swept.Caps;
        if (caps.Length == 0)
            return default;
        var rows = bound == Bound.Likely ? Rows : BoundRows;
        var (south, north) = Band(caps, bound);
        var bounds = region.BoundsDegrees;
        (south, north) = (Math.Max(south, bounds.South), Math.Min(north, bounds.North));
        if (!(north > south))
            return default;
        var area = work.Rows.Measure(region, caps, bound, south, north, rows);
        for (var again = 0; again < 4; again++)
        {
            var (low, high) = area > 0 ? Held(work.Rows) : again == 0 ? Seed(work, bound) : (0, 0);
            (low, high) = (Math.Max(south, low), Math.Min(north, high));
            if (!(high > low) || high - low > 0.6 * (work.Rows.StepDegrees * rows))
                break;
            area = work.Rows.Measure(region, caps, bound, low, high, rows);
        }
        return (area, area > 0 ? DeepestSearch.Find(region, work.Rows, caps, bound) : null);
    }

    private static (double South, double North) Band(ReadOnlySpan<SightCap> caps, Bound bound)
    {
        var (south, north) = (90.0, -90.0);
        foreach (ref readonly var cap in caps)
        {
            var latitude = Math.Asin(Math.Clamp(cap.Centre.Z, -1, 1));
            south = Math.Min(south, Geodetic(latitude - cap.Radii.At(bound)));
            north = Math.Max(north, Geodetic(latitude + cap.Radii.At(bound)));
        }
        return (south, north);
    }

    private static double Geodetic(double reduced) => Math.Abs(reduced) >= 0.5 * Math.PI
        ? Math.CopySign(90, reduced)
        : double.RadiansToDegrees(Math.Atan(Math.Tan(reduced) / (1 - Wgs84.Flattening)));

    /// <summary>The rows that hold something visible, and one more on each side.</summary>
    private static (double South, double North) Held(ReachRows rows)
    {
        var stretches = rows.Stretches;
        return (rows.LatitudeOf(stretches[0].Row - 1), rows.LatitudeOf(stretches[^1].Row + 1));
    }

    /// <summary>Where so little is visible that no row met it: about the place of the boundary that the horizon passed farthest.</summary>
    private static (double South, double North) Seed(Work work, Bound bound)
    {
        var (fix, beyond, nearest) = work.Approach.Farthest;
        if (fix < 0 || beyond <= 0)
            return (0, 0);
        // Half the chord of a circle of that radius at that depth.
        var half = Math.Sqrt(2 * beyond * work.Caps[fix].SurfaceMetres.At(bound)) / Wgs84.LeastMetresPerDegree;
        return (nearest.LatitudeDegrees - half, nearest.LatitudeDegrees + half);
    }

    private static DeepestView View(PreparedFlight flight, Work work, AirspaceRegion region, GeoPoint place, double lowerMetres, double upperMetres)
    {
        var (fix, most) = (0, double.NegativeInfinity);
        var scaled = SightCap.Scaled(place);
        for (var i = 0; i < flight.Count; i++)
        {
            if (!work.Approach.MayBeSeen(i) || !work.Caps.IsKnown(i))
                continue;
            ref readonly var cap = ref work.Caps[i];
            if (cap.Radii.Likely - cap.Centre.AngleTo(scaled) is var margin && margin > most)
                (fix, most) = (i, margin);
        }
        var from = flight.PositionAt(fix);
        var eye = work.Caps.HeightAt(fix);
        var radius = SightHorizon.GaussianRadiusMetres(from.LatitudeDegrees);
        var depth = region.DistanceTo(place).SignedMetres;
        return new DeepestView
        {
            Place = place,
            DepthMetres = new Estimate(Math.Min(lowerMetres, depth), depth, Math.Max(upperMetres, depth)),
            Time = flight.TimeAt(fix),
            Fix = flight.IndexInTrack(fix),
            From = from,
            Eye = eye,
            SurfaceMetres = Geodesic.DistanceMetres(from, place),
            GeometricHorizonMetres = SightHorizon.SurfaceMetres(radius, eye.Metres.Likely, 1),
            OpticalHorizonMetres = SightHorizon.SurfaceMetres(radius, eye.Metres.Likely, new Sensor(SightLine.Optical).RadiusFactor),
            RadarHorizonMetres = SightHorizon.SurfaceMetres(radius, eye.Metres.Likely, new Sensor(SightLine.Radar).RadiusFactor),
        };
    }

    private sealed class Work
    {
        public FlightCaps Caps { get; } = new();

        public Approach Approach { get; } = new();

        public SweptCaps Swept { get; } = new();

        public ReachRows Rows { get; } = new();
    }
}
